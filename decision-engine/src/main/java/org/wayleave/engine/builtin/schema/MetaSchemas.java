package org.wayleave.engine.builtin.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** The schemas that the drafts publish for schemas, without their words for people. */
final class MetaSchemas {
    private MetaSchemas() {}

    /** The text of the meta-schema at an address; empty where there is none. */
    static Optional<String> text(String address) {
        return switch (address) {
            case "http://json-schema.org/draft-04/schema" -> Optional.of(read("draft-04.json"));
            case "http://json-schema.org/draft-06/schema" -> Optional.of(read("draft-06.json"));
            case "http://json-schema.org/draft-07/schema" -> Optional.of(read("draft-07.json"));
            default -> Optional.empty();
        };
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(MetaSchemas.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
