package org.wayleave.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What this engine can run, in the form that OPA reads: with {@code opa build --capabilities} or {@code opa check
 * --capabilities}, a call the engine refuses is an error where the policy is written.
 */
public final class Capabilities {
    private static final String RESOURCE = "capabilities.json";

    private Capabilities() {}

    /**
     * {@return the capabilities document in JSON: OPA's own at the version the engine is made for, without what the
     * engine lacks}
     */
    public static String json() {
        try (InputStream in = Objects.requireNonNull(
                Capabilities.class.getResourceAsStream(RESOURCE), "The library lacks its " + RESOURCE + ".")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
