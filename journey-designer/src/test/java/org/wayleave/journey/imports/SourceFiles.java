package org.wayleave.journey.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Files made for the tests, with the traits of files that the tools themselves write. */
final class SourceFiles {

    /** All of them. */
    static final List<String> NAMES =
            List.of("salesforce.json", "mautic.json", "dittofeed.json", "posthog.json", "process.bpmn");

    private SourceFiles() {}

    static String text(String name) {
        try (InputStream in = SourceFiles.class.getResourceAsStream("/org/wayleave/journey/exchange/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
