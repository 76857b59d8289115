package org.wayleave.data;

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

class RecipeSchemaTest {
    private final Schema schema = schema();

    @Test
    void theRecipesOfTheProgramFitThePublishedSchema() {
        for (String vertical : Recipe.verticals()) {
            assertEquals(List.of(), schema.validate(Populations.text(vertical), InputFormat.JSON), vertical);
        }
    }

    @Test
    void whatIsMisspeltOrOutOfRangeDoesNotFit() {
        for (String[] change : new String[][] {
            {"\"perYear\"", "\"perYer\""},
            {"\"probability\": 0.34", "\"probability\": 1.34"},
            {"\"of\": \"recency\"", "\"of\": \"regency\""},
            {"\"kind\": \"states\"", "\"kind\": \"status\""},
            {"\"version\": 2", "\"version\": \"two\""}
        }) {
            String broken = Populations.text("retail").replace(change[0], change[1]);
            assertFalse(schema.validate(broken, InputFormat.JSON).isEmpty(), change[1]);
        }
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("..", "docs", "schemas", "recipe.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
