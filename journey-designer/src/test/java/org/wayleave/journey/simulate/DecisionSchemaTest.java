package org.wayleave.journey.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wayleave.data.Recipe;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.samples.SampleJourneys;
import org.wayleave.policy.pack.PolicyPack;

class DecisionSchemaTest {

    @Test
    void whatPoliciesAreAskedFitsThePublishedSchema() throws IOException {
        Schema schema = schema();
        for (Journey journey : SampleJourneys.retail()) {
            RunResult result = new Simulation(plan(chosenByAModel(journey))).run();
            assertFalse(result.paritySamples().isEmpty(), journey.id());
            for (ParitySample sample : result.paritySamples()) {
                assertEquals(List.of(), schema.validate(sample.inputJson(), InputFormat.JSON), sample.inputJson());
            }
        }
    }

    @Test
    void aNameThatTheDocumentDoesNotHaveIsRefused() throws IOException {
        RunResult result = new Simulation(plan(SampleJourneys.retail().getFirst())).run();
        String input = result.paritySamples().getFirst().inputJson();
        assertTrue(input.contains("\"ageBand\""));
        assertFalse(schema().validate(input.replace("\"ageBand\"", "\"ageband\""), InputFormat.JSON)
                .isEmpty());
    }

    private static SimulationPlan plan(Journey journey) {
        return SimulationPlan.of(
                        journey,
                        1,
                        Recipe.bundled("retail"),
                        PolicyPack.bundled("retail"),
                        PolicyPack.bundledSettings("retail"))
                .withSize(300, 60)
                .withParitySample(40);
    }

    /** The journey with a model on each action, so that this part of the document is seen too. */
    private static Journey chosenByAModel(Journey journey) throws IOException {
        JsonNode document = new ObjectMapper().readTree(JourneyJson.write(journey));
        for (JsonNode action : document.findValues("action")) {
            ((ObjectNode) action).putObject("model").put("id", "uplift").put("version", "3");
        }
        return JourneyJson.read(document.toString());
    }

    private static Schema schema() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "schemas", "decision.schema.json"));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text, InputFormat.JSON);
    }
}
