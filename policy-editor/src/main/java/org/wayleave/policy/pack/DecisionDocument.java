package org.wayleave.policy.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wayleave.engine.batch.BatchSchema;

/** The decision document: the input about which a policy decides, one action towards one person at one moment. */
public final class DecisionDocument {

    /** What differs between people at one step of a journey; all else is settled when the step is. */
    public static final List<String> VARYING =
            List.of("person", "context.time", "context.localHour", "context.weekday");

    private static final String SCHEMA = "decision.schema.json";

    private DecisionDocument() {}

    /** Its JSON Schema. */
    public static String schema() {
        try (InputStream in = DecisionDocument.class.getResourceAsStream(SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("The schema of the decision document is not on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema of the decision document cannot be read.", e);
        }
    }

    /** What the batch tier knows of decision documents: one batch for each step and rung of a journey. */
    public static BatchSchema batches() {
        return BatchSchema.of(schema(), VARYING);
    }
}
