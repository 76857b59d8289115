package org.wayleave.data;

import java.time.Instant;

final class Population {
    Population(Recipe recipe, long seed, Instant asOf, int horizonDays) {}

    Recipe recipe() {
        return later();
    }

    long seed() {
        return later();
    }

    long asOf() {
        return later();
    }

    int horizonDays() {
        return later();
    }

    @SuppressWarnings({"TypeParameterUnusedInFormals", "DoNotCallSuggester"})
    <T> T later() {
        throw new UnsupportedOperationException("comes with the next landing");
    }
}
