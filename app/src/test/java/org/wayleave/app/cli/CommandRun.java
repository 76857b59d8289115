package org.wayleave.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/**
 * One command, run in this process.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record CommandRun(int code, String out, String err) {
    private static final DesktopStart NO_DISPLAY = new DesktopStart() {
        @Override
        public boolean possible() {
            return false;
        }

        @Override
        public void run() {
            throw new AssertionError("there is no display");
        }
    };

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-02T09:00:00Z"));
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static CommandRun of(Object... arguments) {
        return with(Map.of(), "", arguments);
    }

    static CommandRun at(InstantSource clock, Object... arguments) {
        return run(clock, Map.of(), "", arguments);
    }

    static CommandRun with(Map<String, String> environment, String input, Object... arguments) {
        return run(CLOCK, environment, input, arguments);
    }

    private static CommandRun run(
            InstantSource clock, Map<String, String> environment, String input, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                null,
                environment);
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int code = Commands.on(terminal, clock, NO_DISPLAY).run(words);
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** The command ended well. */
    CommandRun fine() {
        assertEquals(Exit.FINE, code, () -> err + out);
        return this;
    }

    /** The one JSON document on standard output. */
    JsonNode json() {
        try {
            return MAPPER.readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("standard output is not one JSON document: " + out, e);
        }
    }

    /** The command refused: exit code 2, one line that holds each of the words, nothing on standard output, no stack. */
    void refusedWith(String... words) {
        assertEquals(Exit.BAD_USE, code, () -> err + out);
        assertEquals("", out);
        assertEquals(1, err.lines().count(), () -> "not one line: " + err);
        assertTrue(err.startsWith("wayleave: "), err);
        assertFalse(err.contains("Exception"), err);
        for (String word : words) {
            assertTrue(err.contains(word), () -> "'" + word + "' is missing in: " + err);
        }
    }

    /** The command refused after it said how far it was: exit code 2, nothing on standard output, the words in the last line. */
    void refusedLast(String... words) {
        assertEquals(Exit.BAD_USE, code, () -> err + out);
        assertEquals("", out);
        String last = err.lines().reduce((before, line) -> line).orElse("");
        assertTrue(last.startsWith("wayleave: "), err);
        assertFalse(err.contains("Exception"), err);
        for (String word : words) {
            assertTrue(last.contains(word), () -> "'" + word + "' is missing in: " + err);
        }
    }
}
