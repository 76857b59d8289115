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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyPackTest {

    private static final Path FOLDER = Path.of("src/main/resources/org/wayleave/policy/pack");
    private static final PolicyPack RETAIL = PolicyPack.bundled("retail");
    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest
    @MethodSource("verticals")
    void aPackListsEveryRegoFileOfItsOwnFolder(String vertical) throws IOException {
        Set<String> listed = names(PolicyPack.bundled(vertical));
        Set<String> shared = regoFiles("shared");
        Set<String> own = regoFiles(vertical);
        assertTrue(listed.containsAll(own), vertical);
        own.forEach(name -> assertFalse(shared.contains(name), name + " would hide the shared file of that name"));
        listed.removeAll(own);
        assertTrue(shared.containsAll(listed), vertical);
    }

    @Test
    void everySharedFileIsPartOfAPackAndRetailHasTheRulesThatAllHave() throws IOException {
        Set<String> used = new TreeSet<>();
        for (String vertical : PolicyPack.verticals()) {
            Set<String> names = names(PolicyPack.bundled(vertical));
            assertTrue(names.containsAll(names(RETAIL)), vertical);
            used.addAll(names);
        }
        assertTrue(used.containsAll(regoFiles("shared")));
    }

    @ParameterizedTest
    @MethodSource("verticals")
    void everyRuleOfEveryPackIsExplainedAndTested(String vertical) {
        PolicyPack pack = PolicyPack.bundled(vertical);
        Set<String> titles = new HashSet<>();
        for (RuleInfo rule : pack.rules()) {
            assertTrue(rule.description().endsWith("."), rule.id());
            assertTrue(titles.add(rule.title()), rule.title());
            PackFile test =
                    pack.file(rule.file().replace(".rego", "_test.rego")).orElseThrow();
            assertTrue(test.text().contains("\"" + rule.id() + "\""), rule.id() + " has no test in " + test.name());
        }
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

    @ParameterizedTest
    @MethodSource("verticals")
    void settingsAndPackNameTheVertical(String vertical) throws IOException {
        JsonNode settings = mapper.readTree(PolicyPack.bundledSettings(vertical));
        assertEquals(vertical, settings.path("vertical").asText());
        assertEquals(vertical, PolicyPack.bundled(vertical).vertical());
        assertEquals(List.of(PolicyPack.SEND), PolicyPack.bundled(vertical).entrypoints());
    }

    @Test
    void anUnknownVerticalIsNamed() {
        PolicyPackException unknown = assertThrows(PolicyPackException.class, () -> PolicyPack.bundled("../retail"));
        assertTrue(String.valueOf(unknown.getMessage()).contains("'../retail'"));
        assertTrue(String.valueOf(unknown.getMessage()).contains("banking, healthcare, retail, streaming"));
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

    static List<String> verticals() {
        return PolicyPack.verticals();
    }

    private static Set<String> names(PolicyPack pack) {
        return pack.files().stream().map(PackFile::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> regoFiles(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".rego"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
