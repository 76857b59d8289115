package org.wayleave.journey.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.RandomJourneys;
import org.wayleave.journey.samples.SampleJourneys;

class JourneySchemaTest {

    private final Schema schema = schema();

    @Test
    void theSamplesFitThePublishedSchema() {
        for (Journey journey : SampleJourneys.retail()) {
            assertEquals(List.of(), schema.validate(JourneyJson.write(journey), InputFormat.JSON), journey.id());
        }
    }

    @Test
    void whateverIsWrittenFitsThePublishedSchema() {
        for (int seed = 0; seed < 20; seed++) {
            String json = JourneyJson.write(new RandomJourneys(seed).journey(30));
            assertEquals(List.of(), schema.validate(json, InputFormat.JSON), "seed " + seed);
        }
    }

    @Test
    void whatTheReaderRefusesTheSchemaRefusesToo() {
        for (String step : List.of(
                "{\"id\":\"a\",\"type\":\"teleport\"}",
                "{\"id\":\"a\",\"type\":\"holdout\",\"share\":1.5}",
                "{\"id\":\"a\",\"type\":\"wait\",\"wait\":{\"kind\":\"duration\",\"duration\":\"tomorrow\"}}",
                "{\"id\":\"a\",\"type\":\"goal\",\"event\":\"purchase\",\"withinDays\":0}",
                "{\"id\":\"a\",\"type\":\"message\",\"channel\":\"email\",\"ladder\":[{\"kind\":\"generic\"}]}",
                "{\"id\":\"a\",\"type\":\"opaque\"}",
                "{\"id\":\"A b\",\"type\":\"exit\"}")) {
            String json = "{\"schemaVersion\":1,\"id\":\"j\",\"title\":\"J\",\"vertical\":\"retail\",\"steps\":[" + step
                    + "],\"edges\":[]}";
            assertFalse(schema.validate(json, InputFormat.JSON).isEmpty(), step);
        }
    }

    private static Schema schema() {
        try {
            String text = Files.readString(Path.of("..", "docs", "schemas", "journey.schema.json"));
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
