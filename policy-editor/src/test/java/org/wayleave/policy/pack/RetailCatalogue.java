package org.wayleave.policy.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.wayleave.data.catalogue.Catalogue;

/** The catalogue document of the retail vertical, as tests read it. */
public final class RetailCatalogue {

    private RetailCatalogue() {}

    /** The document's JSON text. */
    public static String json() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/org/wayleave/data/retail/catalogue.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
