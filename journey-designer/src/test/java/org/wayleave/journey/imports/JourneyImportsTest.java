package org.wayleave.journey.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.OpaqueStep;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;
import org.wayleave.journey.imports.foreign.ForeignJourney;
import org.wayleave.journey.imports.foreign.Loss;
import org.wayleave.journey.imports.foreign.SourceFormat;
import org.wayleave.journey.imports.source.SourceText;
import org.wayleave.journey.lint.JourneyLint;
import org.wayleave.journey.lint.Severity;
import org.wayleave.journey.simulate.UntranslatedParts;

class JourneyImportsTest {

    @Test
    void theFormatIsRecognisedByWhatTheFileHolds() {
        Map<String, SourceFormat> formats = Map.of(
                "salesforce.json", SourceFormat.SALESFORCE,
                "mautic.json", SourceFormat.MAUTIC,
                "dittofeed.json", SourceFormat.DITTOFEED,
                "posthog.json", SourceFormat.POSTHOG,
                "process.bpmn", SourceFormat.BPMN);
        formats.forEach((name, format) -> {
            assertEquals(Optional.of(format), JourneyImports.recognise(SourceFiles.text(name)), name);
            assertEquals(format, read(name).format(), name);
        });
        assertEquals(Optional.empty(), JourneyImports.recognise("{\"schemaVersion\":1,\"steps\":[]}"));
        // A segment of Dittofeed has an entry node and nodes, but is no journey.
        assertEquals(Optional.empty(), JourneyImports.recognise("{\"entryNode\":{\"type\":\"Trait\"},\"nodes\":[]}"));
    }

    @Test
    void noImportedMessageHasAPurposeAndThatIsAnError() throws Exception {
        Catalogue catalogue = catalogue();
        for (String name : SourceFiles.NAMES) {
            Journey journey = read(name).journey();
            Set<String> unset = JourneyLint.problems(journey, catalogue).stream()
                    .filter(problem -> problem.code().equals("no-purpose") && problem.severity() == Severity.ERROR)
                    .map(problem -> String.valueOf(problem.stepId()))
                    .collect(Collectors.toSet());
            List<MessageStep> messages = messages(journey);
            assertFalse(messages.isEmpty(), name);
            for (MessageStep message : messages) {
                assertEquals("", message.purpose(), name);
                assertTrue(unset.contains(message.id()), name + ": " + message.id());
                message.ladder().forEach(rung -> {
                    if (rung.action() != null) {
                        assertEquals("", rung.action().purpose());
                        assertFalse(rung.action().creative().approved());
                    }
                });
            }
            assertThrows(IllegalArgumentException.class, () -> UntranslatedParts.refuse(journey), name);
        }
    }

    @Test
    void whatIsImportedFitsThePublishedSchemaAndReadsBackEqual() throws Exception {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("..", "docs", "schemas", "journey.schema.json")), InputFormat.JSON);
        for (String name : SourceFiles.NAMES) {
            Journey journey = read(name).journey();
            String json = JourneyJson.write(journey);
            assertEquals(List.of(), schema.validate(json, InputFormat.JSON), name);
            assertEquals(journey, JourneyJson.read(json), name);
            assertEquals(json, JourneyJson.write(read(name).journey()), name);
            // One value a line, also in the source of imported steps.
            assertTrue(json.lines().allMatch(line -> line.length() < 600), name);
        }
    }

    @Test
    void anOpaqueStepKeepsItsSourceWhole() {
        OpaqueStep rest = assertInstanceOf(OpaqueStep.class, titled(read("salesforce.json"), "Tell the shop"));
        assertEquals("activities[4]", rest.source().path());
        assertTrue(
                rest.source().text().contains("\"url\": \"https://shop.example/told\""),
                rest.source().text());
        assertEquals(
                List.of("Told", "Busy"),
                rest.ports().stream().map(port -> port.title()).toList());
        OpaqueStep call = assertInstanceOf(OpaqueStep.class, titled(read("process.bpmn"), "Call them"));
        assertTrue(
                call.source().text().contains("<tool:desk>north &amp; south</tool:desk>"),
                call.source().text());
        assertTrue(
                call.source().text().contains("xmlns:tool=\"urn:example:tool\""),
                call.source().text());
    }

    @Test
    void aJourneyOfSalesforceComesWithItsWaysAndShares() {
        ForeignJourney read = read("salesforce.json");
        Journey journey = read.journey();
        assertEquals("Winter coats", journey.title());
        assertEquals(2, journey.entries().size());
        assertEquals(ReEntry.afterExit(), journey.entries().getFirst().reEntry());
        BranchStep branch = assertInstanceOf(BranchStep.class, titled(read, "Where do they live?"));
        assertEquals(
                List.of("source.Event.Country is Norway", "source.Event.Visits > 3"),
                branch.arms().getFirst().conditions().stream()
                        .map(c -> c.summary())
                        .toList());
        assertEquals(
                "source.Event.Email is IsNotNull",
                branch.arms().get(1).conditions().getFirst().summary());
        assertTrue(branch.arms().get(2).conditions().getFirst().summary().startsWith("source.filter is <FilterDef"));
        assertEquals("90 % / 10 %", titled(read, "Nine in ten").summary());
        assertEquals(
                "wait-14-d",
                journey.edge(branch.id(), "otherwise").orElseThrow().to());
        WaitStep wait = assertInstanceOf(WaitStep.class, titled(read, "Wait 14 d"));
        assertEquals(new WaitRule.ForDuration(Duration.ofDays(14)), wait.rule());
        assertInstanceOf(OpaqueStep.class, titled(read, "Goal: Bought a coat"));
        assertLost(read, "activities[4].outcomes[1]", Loss.Fate.LEFT_OUT);
        assertLost(read, "activities[1].outcomes[2]", Loss.Fate.LEFT_OUT);
        assertLost(read, "activities[6]", Loss.Fate.KEPT);
    }

    @Test
    void aCampaignOfMauticComesWithItsWaitsDecisionsAndJumps() {
        ForeignJourney read = read("mautic.json");
        Journey journey = read.journey();
        assertEquals("Brings people back to the garden .", journey.goal());
        Step letter = titled(read, "Send the letter");
        Edge into = journey.incoming(letter.id()).getFirst();
        WaitStep window =
                assertInstanceOf(WaitStep.class, journey.step(into.from()).orElseThrow());
        WaitRule.UntilWindow hours = assertInstanceOf(WaitRule.UntilWindow.class, window.rule());
        assertEquals(LocalTime.of(9, 0), hours.from());
        assertEquals(4, hours.days().size());
        WaitStep opens = assertInstanceOf(WaitStep.class, titled(read, "Opens the letter"));
        WaitRule.ForEvent rule = assertInstanceOf(WaitRule.ForEvent.class, opens.rule());
        assertEquals(Duration.ofDays(5), rule.timeout(), "the wait before “no” is the time in which it may happen");
        // The jump has a wait before it, and leads back to the first question.
        Edge jump = journey.edge(opens.id(), "happened").orElseThrow();
        assertEquals("lives-in-france", journey.outgoing(jump.to()).getFirst().to());
        assertInstanceOf(OpaqueStep.class, titled(read, "In parallel"));
        assertInstanceOf(OpaqueStep.class, titled(read, "Add points"));
        assertFalse(
                read.losses().stream()
                        .anyMatch(loss -> loss.what().contains("not-to-be-shown")
                                || loss.note().contains("not-to-be-shown")),
                "secrets are shown nowhere");
        assertLost(read, "[0].campaign_event[8]", Loss.Fate.LEFT_OUT);
    }

    @Test
    void placesOfTheFileAreKeptWhereTheyFit() {
        String text = "{\"campaign\":[{\"id\":1,\"name\":\"P\",\"canvas_settings\":{\"nodes\":["
                + "{\"id\":\"lists\",\"positionX\":\"300\",\"positionY\":\"20\"},"
                + "{\"id\":1,\"positionX\":\"300\",\"positionY\":\"%s\"}]}}],\"lists\":[{\"id\":4,\"name\":\"L\"}],"
                + "\"campaign_event\":[{\"id\":1,\"name\":\"Mail\",\"type\":\"email.send\",\"event_type\":\"action\"}]}";
        ForeignJourney fits = JourneyImports.read(text.formatted("120"), "retail");
        assertEquals(180, titled(fits, "Mail").position().y());
        assertTrue(fits.losses().stream().noneMatch(loss -> loss.path().contains("nodes")));
        ForeignJourney covered = JourneyImports.read(text.formatted("30"), "retail");
        assertLost(covered, "campaign[0].canvas_settings.nodes", Loss.Fate.CHANGED);
    }

    @Test
    void aJourneyOfDittofeedLetsPeopleLeaveWhereTheyCouldNotBeReached() {
        ForeignJourney read = read("dittofeed.json");
        Journey journey = read.journey();
        Step mail = titled(read, "Two days left");
        assertEquals("exit", journey.edge(mail.id(), "denied").orElseThrow().to());
        assertEquals(
                "wait-2-d", journey.edge(mail.id(), "granted").orElseThrow().to());
        Step push = titled(read, "Still there?");
        assertEquals(
                journey.edge(push.id(), "granted").orElseThrow().to(),
                journey.edge(push.id(), "denied").orElseThrow().to());
        WaitStep clock = assertInstanceOf(WaitStep.class, titled(read, "Wait for the time of day"));
        assertEquals(LocalTime.of(9, 30), ((WaitRule.UntilWindow) clock.rule()).from());
        assertLost(read, "definition.nodes[1].subscriptionGroupId", Loss.Fate.LEFT_OUT);
        assertLost(read, "definition.nodes[10].child", Loss.Fate.LEFT_OUT);
    }

    @Test
    void aWorkflowOfPosthogHasAnEntryForEachEventThatStartsIt() {
        ForeignJourney read = read("posthog.json");
        Journey journey = read.journey();
        assertEquals(2, journey.entries().size());
        BranchStep branch = assertInstanceOf(BranchStep.class, titled(read, "Which plan?"));
        assertEquals(
                "source.person.plan is one of free, trial",
                branch.arms().getFirst().conditions().getFirst().summary());
        assertTrue(branch.arms().get(1).conditions().getFirst().summary().contains("upgraded"));
        assertEquals(
                "done", journey.edge(branch.id(), "otherwise").orElseThrow().to());
        WaitStep buy = assertInstanceOf(WaitStep.class, titled(read, "Until they buy"));
        assertEquals("until source.bought · at most 3 d", buy.summary());
        assertInstanceOf(OpaqueStep.class, titled(read, "Until they are active"));
        assertLost(read, "edges[17]", Loss.Fate.LEFT_OUT);
        assertLost(read, "edges[18]", Loss.Fate.LEFT_OUT);
    }

    @Test
    void aProcessComesWithItsTimersGatewaysAndDefaults() {
        ForeignJourney read = read("process.bpmn");
        Journey journey = read.journey();
        assertEquals(
                Duration.ofHours(26), ((WaitRule.ForDuration) ((WaitStep) titled(read, "A night")).rule()).duration());
        BranchStep worth = assertInstanceOf(BranchStep.class, titled(read, "Worth it?"));
        assertEquals(
                "source.condition is basket.total > 50",
                worth.arms().getFirst().conditions().getFirst().summary());
        assertEquals(
                "send-a-mail",
                journey.edge(worth.id(), "otherwise").orElseThrow().to());
        WaitStep race = assertInstanceOf(WaitStep.class, titled(read, "Do they order?"));
        assertEquals("until source.Order placed · at most 3 d", race.summary());
        assertEquals(race.id(), journey.edge("call-them", "way-1").orElseThrow().to(), "ways only meet at a merge");
        assertLost(read, "/definitions/process[1]/sequenceFlow[15]", Loss.Fate.LEFT_OUT);
        assertLost(read, "/definitions/process[1]/boundaryEvent[1]", Loss.Fate.KEPT);
    }

    @Test
    void everyNodeOfAGeneratedFileIsAStepOrALoss() {
        List<String> kinds = List.of(
                "DelayNode",
                "MessageNode",
                "SegmentSplitNode",
                "RandomCohortNode",
                "WaitForNode",
                "RateLimitNode",
                "NewNode");
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(40);
            StringBuilder nodes = new StringBuilder();
            for (int i = 0; i < size; i++) {
                String id = "n" + (random.nextInt(12) == 0 ? random.nextInt(size) : i);
                nodes.append(i == 0 ? "" : ",").append(node(id, kinds.get(random.nextInt(kinds.size())), size, random));
            }
            ForeignJourney read = JourneyImports.read(
                    "{\"entryNode\":{\"type\":\"EntryNode\",\"segment\":\"s\",\"child\":\"n0\"},\"exitNode\":{},\"nodes\":["
                            + nodes + "]}",
                    "retail");
            Set<String> paths = new HashSet<>();
            read.losses().forEach(loss -> paths.add(loss.path()));
            long made = read.journey().steps().stream()
                    .filter(step -> step.title().startsWith("Node "))
                    .count();
            long lost = java.util.stream.IntStream.range(0, size)
                    .filter(i -> read.losses().stream()
                            .anyMatch(loss ->
                                    loss.path().equals("nodes[" + i + "]") && loss.fate() == Loss.Fate.LEFT_OUT))
                    .count();
            long untitled = read.journey().steps().stream()
                    .filter(step -> step.title().startsWith("Wait "))
                    .count();
            assertTrue(made + untitled + lost >= size, "seed " + seed + ": " + made + ", " + untitled + ", " + lost);
        }
    }

    private static String node(String id, String kind, int size, Random random) {
        String to = "\"n" + random.nextInt(size + 2) + "\"";
        String other = "\"n" + random.nextInt(size + 2) + "\"";
        return "{\"id\":\"" + id + "\",\"type\":\"" + kind + "\",\"name\":\"Node " + id + "\",\"child\":" + to
                + ",\"variant\":{\"type\":\""
                + List.of("Second", "Email", "Boolean", "Sms").get(random.nextInt(4))
                + "\",\"seconds\":60,\"segment\":\"s\",\"trueChild\":" + to + ",\"falseChild\":" + other + "},"
                + "\"children\":[{\"id\":" + to + ",\"percent\":50,\"name\":\"a\"},{\"id\":" + other
                + ",\"percent\":50,\"name\":\"b\"}],\"timeoutSeconds\":60,\"timeoutChild\":" + other
                + ",\"segmentChildren\":[{\"id\":" + to + ",\"segmentId\":\"s\"}]}";
    }

    @Test
    void bytesAreReadInTheEncodingThatTheyAreIn() {
        String text = SourceFiles.text("process.bpmn");
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertEquals(text, SourceText.decode(("\uFEFF" + text).getBytes(charset)), charset.name());
        }
        String latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>é</a>";
        assertEquals(latin, SourceText.decode(latin.getBytes(StandardCharsets.ISO_8859_1)));
        assertThrows(JourneyFormatException.class, () -> SourceText.decode(new byte[] {'{', (byte) 0xE9, '}'}));
        assertThrows(
                JourneyFormatException.class,
                () -> SourceText.decode(
                        "<?xml version=\"1.0\" encoding=\"EBCDIC\"?><a/>".getBytes(StandardCharsets.UTF_8)));
    }

    private static ForeignJourney read(String name) {
        return JourneyImports.read(SourceFiles.text(name), "retail");
    }

    private static Step titled(ForeignJourney read, String title) {
        Map<String, Step> steps = new HashMap<>();
        read.journey().steps().forEach(step -> steps.put(step.title(), step));
        Step found = steps.get(title);
        if (found == null) {
            throw new AssertionError("no step “" + title + "” among " + steps.keySet());
        }
        return found;
    }

    private static List<MessageStep> messages(Journey journey) {
        return journey.steps().stream()
                .filter(MessageStep.class::isInstance)
                .map(MessageStep.class::cast)
                .toList();
    }

    private static void assertLost(ForeignJourney read, String path, Loss.Fate fate) {
        assertTrue(
                read.losses().stream().anyMatch(loss -> loss.path().equals(path) && loss.fate() == fate),
                () -> path + " among " + read.losses());
    }

    private static Catalogue catalogue() throws Exception {
        try (var in = Catalogue.class.getResourceAsStream("/org/wayleave/data/retail/catalogue.json")) {
            return Catalogue.parse(
                    new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
