package org.wayleave.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;

/** Populations that tests share. */
final class Populations {
    static final Instant AS_OF = Instant.parse("2026-03-02T00:00:00Z");
    static final Recipe RETAIL = Recipe.bundled("retail");

    private Populations() {}

    static PersonGenerator retail(long seed, int horizonDays) {
        return new PersonGenerator(RETAIL, seed, AS_OF, horizonDays);
    }

    /** Returns the document of a recipe. */
    static String text(String vertical) {
        try (InputStream stream = Populations.class.getResourceAsStream(vertical + "/recipe.json")) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
