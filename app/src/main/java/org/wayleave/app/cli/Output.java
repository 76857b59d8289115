package org.wayleave.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import picocli.CommandLine.Option;

/** How a command gives its result: as text for people, or as one JSON document. */
final class Output {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @Option(
            names = "--json",
            description = "Print the result as one JSON document on standard output; nothing else goes there.")
    private boolean json;

    /** Whether JSON is wanted. */
    boolean json() {
        return json;
    }

    /** Prints a JSON document. */
    void print(Terminal terminal, JsonNode document) {
        terminal.out().println(text(document));
        terminal.out().flush();
    }

    static String text(JsonNode document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
