package org.wayleave.data.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.token.IdentifierKind;

/** The description of a data set as a JSON file beside its rows. */
public final class DatasetJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long MOST_BYTES = 1 << 20;

    private DatasetJson() {}

    /** Returns the description as JSON. */
    public static ObjectNode node(Dataset dataset) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("id", dataset.id());
        json.put("title", dataset.title());
        json.put("rows", dataset.rows());
        json.put("added", dataset.added().toString());
        json.put("sourceHash", dataset.sourceHash());
        json.set("columns", columns(dataset.columns()));
        return json;
    }

    /** Returns plans of columns as JSON. */
    public static ArrayNode columns(List<ColumnPlan> plans) {
        ArrayNode columns = MAPPER.createArrayNode();
        for (ColumnPlan plan : plans) {
            ObjectNode column = columns.addObject();
            column.put("name", plan.name());
            column.put("kind", plan.kind().wire());
            column.put("treatment", plan.treatment().wire());
            IdentifierKind identifier = plan.identifier();
            column.put("identifier", identifier == null ? "" : identifier.wire());
            column.put("dataElement", plan.dataElement());
            column.put("reason", plan.reason());
        }
        return columns;
    }

    static byte[] bytes(Dataset dataset) throws IOException {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(node(dataset));
        } catch (JsonProcessingException impossible) {
            throw new IOException("the description of data set " + dataset.id() + " cannot be written", impossible);
        }
    }

    static Dataset read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IntakeException("The description " + file + " is too large to be one.");
        }
        try {
            JsonNode json = MAPPER.readTree(Files.readAllBytes(file));
            List<ColumnPlan> columns = new ArrayList<>();
            for (JsonNode column : json.path("columns")) {
                columns.add(new ColumnPlan(
                        column.path("name").asText(),
                        kind(column.path("kind").asText()),
                        treatment(column.path("treatment").asText()),
                        identifier(column.path("identifier").asText()),
                        column.path("dataElement").asText(),
                        column.path("reason").asText()));
            }
            return new Dataset(
                    json.path("id").asText(),
                    json.path("title").asText(),
                    json.path("rows").asInt(),
                    columns,
                    Instant.parse(json.path("added").asText()),
                    json.path("sourceHash").asText());
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException broken) {
            throw new IntakeException(
                    "The description " + file + " is damaged; bring it back from a copy, or import the file again.",
                    broken);
        }
    }

    private static ColumnKind kind(String wire) {
        for (ColumnKind kind : ColumnKind.values()) {
            if (kind.wire().equals(wire)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no kind " + wire);
    }

    private static Treatment treatment(String wire) {
        for (Treatment treatment : Treatment.values()) {
            if (treatment.wire().equals(wire)) {
                return treatment;
            }
        }
        throw new IllegalArgumentException("no treatment " + wire);
    }

    private static @Nullable IdentifierKind identifier(String wire) {
        return wire.isEmpty() ? null : IdentifierKind.named(wire);
    }
}
