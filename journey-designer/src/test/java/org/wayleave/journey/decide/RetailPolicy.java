package org.wayleave.journey.decide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.engine.Engine;
import org.wayleave.policy.pack.PolicyPack;

/** The retail policy pack over the retail catalogue, for tests. */
public final class RetailPolicy {

    private RetailPolicy() {}

    public static PolicyDecider decider() {
        return PolicyDecider.of(
                PolicyPack.bundled("retail"),
                catalogue().json(),
                PolicyPack.bundledSettings("retail"),
                Instant.parse("2026-03-02T00:00:00Z"),
                Engine.INTERPRET);
    }

    public static Catalogue catalogue() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/org/wayleave/data/retail/catalogue.json")) {
            return Catalogue.parse(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
