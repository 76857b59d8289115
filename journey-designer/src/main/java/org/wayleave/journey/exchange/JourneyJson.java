package org.wayleave.journey.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.wayleave.journey.graph.Journey;

/**
 * The JSON form of a journey, as published in {@code docs/schemas/journey.schema.json}. Written with keys, steps and edges in a
 * fixed order and one value a line, so that two versions compare line by line; equal journeys give equal bytes. Keys that this
 * version does not know are kept and written back.
 */
public final class JourneyJson {

    /** The version of the form that is written and read. */
    public static final int SCHEMA_VERSION = 1;

    /** The longest text that is read, in characters. */
    public static final int MAX_LENGTH = 16 * 1024 * 1024;

    /** The most steps that a journey read from a file may have. */
    public static final int MAX_STEPS = 20_000;

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(1024 * 1024)
                            .maxNameLength(1024)
                            .maxNumberLength(64)
                            .maxDocumentLength(MAX_LENGTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JourneyJson() {}

    /**
     * Reads a journey.
     *
     * @throws JourneyFormatException with the place and the problem, when the text is not a sound journey
     */
    public static Journey read(String json) {
        if (json.length() > MAX_LENGTH) {
            throw new JourneyFormatException("", "the file is longer than " + MAX_LENGTH / (1024 * 1024) + " MiB");
        }
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            String where = broken.getLocation() == null
                    ? ""
                    : " (line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + ")";
            throw new JourneyFormatException("", "the file is not JSON: " + broken.getOriginalMessage() + where);
        }
        if (root.path("steps").size() > MAX_STEPS) {
            throw new JourneyFormatException("steps", "there are more than " + MAX_STEPS + " steps");
        }
        return JourneyReader.journey(root);
    }

    /** Writes a journey, ending with a line feed. */
    public static String write(Journey journey) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                        .withObjectEmptySeparator("")
                        .withArrayEmptySeparator(""))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        try {
            return MAPPER.writer(printer).writeValueAsString(new JourneyWriter(MAPPER).journey(journey)) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree in memory could not be written", impossible);
        }
    }
}
