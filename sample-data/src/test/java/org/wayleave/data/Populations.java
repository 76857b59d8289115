package org.wayleave.data;

import java.time.Instant;

/** Populations that tests share. */
final class Populations {
    static final Instant AS_OF = Instant.parse("2026-03-02T00:00:00Z");
    static final Recipe RETAIL = Recipe.bundled("retail");

    private Populations() {}

    static PersonGenerator retail(long seed, int horizonDays) {
        return new PersonGenerator(RETAIL, seed, AS_OF, horizonDays);
    }
}
