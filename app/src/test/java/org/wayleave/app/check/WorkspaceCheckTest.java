package org.wayleave.app.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentDraft;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentVersion;
import org.wayleave.workspace.Role;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

class WorkspaceCheckTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    /** A wellbeing message chosen by a model, whose last rung needs consent. */
    private static final String CARELESS = """
            {"schemaVersion": 1, "id": "careless", "title": "Careless", "vertical": "retail", "goal": "Sell.",
             "steps": [
               {"id": "in", "type": "entry", "title": "In", "position": {"x": 0, "y": 0},
                "trigger": {"kind": "schedule", "everyDays": 7, "at": "09:00",
                  "conditions": [{"fact": "country", "is": "is", "value": "DE"}]}, "reEntry": {"rule": "never"}},
               {"id": "tell", "type": "message", "title": "Tell", "position": {"x": 0, "y": 0},
                "channel": "email", "purpose": "marketing", "topic": "wellbeing",
                "ladder": [{"kind": "personalised", "action": {"channel": "email", "purpose": "marketing",
                  "topic": "wellbeing", "dataElements": [], "discount": 0,
                  "creative": {"id": "calm", "sensitive": true, "approved": true},
                  "model": {"id": "calm-model", "version": "1"}}}]},
               {"id": "out", "type": "exit", "title": "Out", "position": {"x": 0, "y": 0}, "reason": "Told"}],
             "edges": [{"from": "in", "port": "next", "to": "tell"},
               {"from": "tell", "port": "granted", "to": "out"}, {"from": "tell", "port": "denied", "to": "out"},
               {"from": "tell", "port": "unknown", "to": "out"}, {"from": "tell", "port": "expired", "to": "out"}]}
            """;

    @TempDir
    private Path place;

    private Workspace workspace;

    @BeforeEach
    void open() {
        workspace = new SampleWorkspace("retail")
                .create(
                        place.resolve("shop"),
                        new WorkspaceOptions(CLOCK, null, new Author("ada", "Ada", Role.ADMINISTRATOR)));
    }

    @AfterEach
    void close() {
        workspace.close();
    }

    @Test
    void theSampleHasNothingThatStandsInTheWay() {
        CheckResult result = WorkspaceCheck.run(workspace);
        assertTrue(result.passed(), result.findings()::toString);
        assertEquals(3, result.journeys());
    }

    @Test
    void aCarelessJourneyIsFoundByTheRulesInRego() {
        save(DocumentKind.JOURNEY, "careless", CARELESS);
        CheckResult result = WorkspaceCheck.run(workspace);
        assertFalse(result.passed());
        assertTrue(
                codes(result)
                        .containsAll(
                                Set.of("dpia-missing", "model-without-card", "ladder-needs-consent", "no-holdout")),
                result.findings()::toString);
        List<CheckFinding> holdout = result.findings().stream()
                .filter(finding -> finding.code().equals("no-holdout"))
                .toList();
        assertEquals(1, holdout.size(), "lint and design checks say it once");
    }

    @Test
    void onlyApprovedAssessmentsAndCardsCount() {
        save(DocumentKind.JOURNEY, "careless", CARELESS);
        DocumentVersion dpia =
                save(DocumentKind.DPIA, "calm-dpia", "{\"id\": \"calm-dpia\", \"journeys\": [\"careless\"]}");
        DocumentVersion card =
                save(DocumentKind.MODEL_CARD, "calm-card", "{\"id\": \"calm-card\", \"model\": \"calm-model\"}");
        assertTrue(codes(WorkspaceCheck.run(workspace)).containsAll(Set.of("dpia-missing", "model-without-card")));
        for (DocumentVersion version : List.of(dpia, card)) {
            for (DocumentState state : List.of(DocumentState.IN_REVIEW, DocumentState.APPROVED)) {
                workspace.documents().changeState(version.kind(), version.id(), version.version(), state);
            }
        }
        Set<String> codes = codes(WorkspaceCheck.run(workspace));
        assertFalse(codes.contains("dpia-missing"));
        assertFalse(codes.contains("model-without-card"));
        assertTrue(codes.contains("ladder-needs-consent"));
    }

    @Test
    void settingsWithoutQuietHoursAreFound() {
        String settings = workspace
                .documents()
                .latest(DocumentKind.SETTINGS, "retail-settings")
                .orElseThrow()
                .json();
        String changed = settings.replaceFirst("\"quietHours\":", "\"formerQuietHours\":");
        workspace
                .documents()
                .save(new DocumentDraft(
                        DocumentKind.SETTINGS, "retail-settings", "Retail sending limits", changed, null));
        CheckFinding found = WorkspaceCheck.run(workspace).findings().getFirst();
        assertEquals("quiet-hours-off", found.code());
        assertEquals("settings retail-settings", found.place());
    }

    private DocumentVersion save(DocumentKind kind, String id, String json) {
        return workspace.documents().save(new DocumentDraft(kind, id, id, json, 0));
    }

    private static Set<String> codes(CheckResult result) {
        return result.findings().stream().map(CheckFinding::code).collect(Collectors.toSet());
    }
}
