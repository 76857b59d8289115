package org.wayleave.policy.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.wayleave.data.catalogue.Catalogue;

/** The catalogue document of a vertical, as tests read it. */
public final class BundledCatalogue {

    private BundledCatalogue() {}

    /** The document's JSON text. */
    public static String json(String vertical) {
        try (InputStream in =
                Catalogue.class.getResourceAsStream("/org/wayleave/data/" + vertical + "/catalogue.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
