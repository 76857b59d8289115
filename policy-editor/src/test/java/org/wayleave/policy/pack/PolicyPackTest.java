package org.wayleave.policy.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PolicyPackTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/wayleave/policy/pack/retail");
    private static final PolicyPack RETAIL = PolicyPack.bundled("retail");
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void thePackListsEveryRegoFileOfItsFolder() throws IOException {
        Set<String> listed = new TreeSet<>();
        RETAIL.files().forEach(file -> listed.add(file.name()));
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".rego"))
                    .forEach(there::add);
        }
        assertEquals(there, listed);
    }

    @Test
    void everyRuleIdHasATitleADescriptionAndALine() {
        Set<String> ids = new TreeSet<>();
        for (RuleInfo rule : RETAIL.rules()) {
            ids.add(rule.id());
            assertFalse(rule.title().isBlank(), rule.id());
            assertTrue(rule.description().endsWith("."), rule.id());
            String text = RETAIL.file(rule.file()).orElseThrow().text();
            String line = text.lines().toList().get(rule.line() - 1);
            assertTrue(line.contains("\"rule\": \"" + rule.id() + "\""), rule + " stands at: " + line);
        }
        assertEquals(
                new TreeSet<>(List.of(
                        "cap-day",
                        "cap-topic",
                        "cap-week",
                        "complete-setup",
                        "consent-category",
                        "consent-channel",
                        "consent-purpose",
                        "creative-approval",
                        "lawful-basis",
                        "minors",
                        "quiet-hours",
                        "retention",
                        "sensitive-inference",
                        "suppression",
                        "topic-diversity")),
                ids);
    }

    @Test
    void everyFileOfTheDecisionHasATitleAndADescription() {
        Set<String> titles = new HashSet<>();
        for (PackFile file : RETAIL.sources()) {
            assertFalse(file.title().equals(file.name()), file.name());
            assertFalse(file.description().isBlank(), file.name());
            assertTrue(titles.add(file.title()), file.title());
        }
    }

    @Test
    void everyConcernHasUnitTests() {
        for (PackFile file : RETAIL.sources()) {
            PackFile test =
                    RETAIL.file(file.name().replace(".rego", "_test.rego")).orElseThrow();
            assertFalse(test.outline().tests().isEmpty(), test.name());
        }
    }

    @Test
    void aDocumentReadsBackAsTheSamePack() {
        assertEquals(RETAIL, PolicyPack.fromDocument(RETAIL.documentJson()));
    }

    @Test
    void settingsAndPackNameTheVertical() throws IOException {
        JsonNode settings = mapper.readTree(PolicyPack.bundledSettings("retail"));
        assertEquals("retail", settings.path("vertical").asText());
        assertEquals("retail", RETAIL.vertical());
        assertEquals(List.of(PolicyPack.SEND), RETAIL.entrypoints());
    }

    @Test
    void anUnknownVerticalIsNamed() {
        PolicyPackException unknown = assertThrows(PolicyPackException.class, () -> PolicyPack.bundled("../retail"));
        assertTrue(String.valueOf(unknown.getMessage()).contains("'../retail'"));
    }

    @Test
    void aDocumentWithAHostileFileNameIsRefused() throws IOException {
        ObjectNode document = (ObjectNode) mapper.readTree(RETAIL.documentJson());
        ((ObjectNode) document.path("files")).put("../escape.rego", "package x");
        PolicyPackException refused =
                assertThrows(PolicyPackException.class, () -> PolicyPack.fromDocument(document.toString()));
        assertTrue(String.valueOf(refused.getMessage()).contains("../escape.rego"));
    }

    @Test
    void aDocumentWithoutAPlanSaysSo() throws IOException {
        ObjectNode document = (ObjectNode) mapper.readTree(RETAIL.documentJson());
        document.remove("plan");
        PolicyPackException refused =
                assertThrows(PolicyPackException.class, () -> PolicyPack.fromDocument(document.toString()));
        assertTrue(String.valueOf(refused.getMessage()).contains("'plan'"));
    }
}
