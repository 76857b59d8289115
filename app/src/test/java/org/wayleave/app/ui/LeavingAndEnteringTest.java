package org.wayleave.app.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.app.sample.SampleWorkspace;
import org.wayleave.app.ui.testing.DesktopRig;
import org.wayleave.dpia.ui.DpiaPage;
import org.wayleave.journey.canvas.StepKind;
import org.wayleave.journey.graph.Action;
import org.wayleave.journey.graph.JourneyEdit;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.ModelRef;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.StepType;
import org.wayleave.journey.ui.JourneysPage;
import org.wayleave.journey.ui.service.DesignProblem;
import org.wayleave.policy.ui.PoliciesPage;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.testing.FxTest;
import org.wayleave.ui.testing.FxThread;
import org.wayleave.ui.theme.Appearance;
import org.wayleave.workspace.DocumentKind;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.OpenMode;
import org.wayleave.workspace.Workspace;
import org.wayleave.workspace.WorkspaceOptions;

/** How a workspace is opened, changed and left, by the buttons that a person presses. */
@FxTest
final class LeavingAndEnteringTest {
    private static final String PASSPHRASE = "a long enough passphrase";

    @TempDir
    Path data = Path.of("unset");

    private static DesktopRig sample(Path data) {
        DesktopRig rig = new DesktopRig(data, Appearance.LIGHT);
        rig.press("welcome-sample");
        FxThread.await("the sample", () -> rig.desktop.window() != null);
        rig.settle();
        return rig;
    }

    /** Opens a journey and adds a step to it. */
    private static JourneysPage edited(DesktopRig rig) {
        rig.open().model().go(Place.of("journeys", "win-back"));
        JourneysPage page = rig.page(JourneysPage.class);
        FxThread.await("the journey", () -> page.journeys().opened().isPresent());
        String message = page.journeys().editor().current().steps().stream()
                .filter(step -> step.type() == StepType.MESSAGE)
                .findFirst()
                .orElseThrow()
                .id();
        assertTrue(page.canvas().actions().append(message, StepKind.WAIT));
        rig.settle();
        return page;
    }

    /** Selects a document of the list that the Governance page shows. */
    private static void choose(DesktopRig rig, DocumentKind kind, String id) {
        for (Node node : rig.scene.getRoot().lookupAll(".table-view")) {
            TableView<?> table = (TableView<?>) node;
            for (int row = 0; row < table.getItems().size(); row++) {
                if (table.getItems().get(row) instanceof DocumentSummary document
                        && document.kind() == kind
                        && document.id().equals(id)) {
                    table.getSelectionModel().clearAndSelect(row);
                    rig.settle();
                    return;
                }
            }
        }
        throw new AssertionError("no " + kind + " " + id);
    }

    @Test
    void closingWithEditsAsksFirstAndKeepEditingClosesNothing() {
        try (DesktopRig rig = sample(data)) {
            JourneysPage page = edited(rig);
            boolean[] closed = {false};
            rig.desktop.requestClose(() -> closed[0] = true);
            rig.settle();
            assertTrue(rig.overlays.isOpen());
            rig.press("closing-keep");
            assertFalse(rig.overlays.isOpen());
            assertFalse(closed[0]);
            assertNotNull(rig.desktop.window());
            assertTrue(page.journeys().editor().changedProperty().get());
            rig.desktop.requestClose(() -> closed[0] = true);
            rig.settle();
            button(rig, "closing-discard").fire();
            FxThread.await("closed", () -> closed[0]);
            assertNull(rig.desktop.window());
        }
        assertEquals(1, stored(DocumentKind.JOURNEY, "win-back").version());
    }

    @Test
    void savingOnTheWayOutKeepsTheEditAsANewVersion() {
        try (DesktopRig rig = sample(data)) {
            edited(rig);
            boolean[] closed = {false};
            rig.desktop.requestClose(() -> closed[0] = true);
            rig.settle();
            button(rig, "closing-save").fire();
            FxThread.await("closed", () -> closed[0]);
        }
        assertEquals(2, stored(DocumentKind.JOURNEY, "win-back").version());
    }

    @Test
    void aWrongPassphraseIsAskedForAgainWithTheReasonAndTheRightOneOpens() {
        Path folder = encrypted();
        try (DesktopRig rig = new DesktopRig(data, Appearance.LIGHT)) {
            rig.desktop.open(folder);
            rig.settle();
            assertTrue(button(rig, "passphrase-open").isDisabled());
            assertFalse(says(rig, "passphrase"));
            answer(rig, "not this one");
            assertNull(rig.desktop.window());
            assertTrue(rig.overlays.isOpen());
            assertTrue(says(rig, "passphrase"));
            assertEquals("", field(rig).getText());
            answer(rig, PASSPHRASE);
            FxThread.await("the workspace", () -> rig.desktop.window() != null);
            assertFalse(rig.overlays.isOpen());
        }
    }

    @Test
    void whoHasNoPassphraseComesBackToTheWelcomeAndNothingIsOpen() {
        Path folder = encrypted();
        try (DesktopRig rig = new DesktopRig(data, Appearance.LIGHT)) {
            rig.desktop.open(folder);
            rig.settle();
            assertTrue(rig.overlays.isOpen());
            rig.press("passphrase-back");
            assertFalse(rig.overlays.isOpen());
            assertNull(rig.desktop.window());
            assertFalse(button(rig, "welcome-sample").isDisabled());
            rig.desktop.open(folder);
            rig.settle();
            answer(rig, PASSPHRASE);
            FxThread.await("the workspace", () -> rig.desktop.window() != null);
        }
    }

    @Test
    void aDocumentIsSentToReviewAndApprovedOnTheGovernancePage() {
        try (DesktopRig rig = sample(data)) {
            rig.open().model().go(new Place("governance", "documents", null));
            rig.settle();
            choose(rig, DocumentKind.JOURNEY, "win-back");
            assertNull(rig.scene.lookup("#state-active"));
            rig.press("state-in-review");
            assertNull(rig.scene.lookup("#state-in-review"));
            rig.press("state-approved");
            assertNotNull(rig.scene.lookup("#state-active"));
            assertEquals(List.of(), rig.failures);
        }
        assertEquals(
                DocumentState.APPROVED, stored(DocumentKind.JOURNEY, "win-back").state());
    }

    @Test
    void findingsOfTheDesignChecksStandAmongTheProblemsAndLeadToTheirSteps() {
        try (DesktopRig rig = sample(data)) {
            rig.open().model().go(Place.of("journeys", "win-back"));
            JourneysPage page = rig.page(JourneysPage.class);
            FxThread.await("the journey", () -> page.journeys().opened().isPresent());
            rig.settle();
            assertEquals(List.of(), List.copyOf(page.problems().problems()));
            MessageStep message = letAModelDecide(page);
            FxThread.await("the findings", () -> codes(page).equals(Set.of("dpia-missing", "model-without-card")));
            rig.settle();
            ListView<?> list = (ListView<?>) Objects.requireNonNull(rig.scene.lookup("#problems-list"));
            int row = page.problems().problems().stream()
                    .map(DesignProblem::code)
                    .toList()
                    .indexOf("model-without-card");
            list.getSelectionModel().select(row);
            Event.fireEvent(
                    list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            assertEquals(Set.of(message.id()), page.canvas().board().editor().selection());
            page.journeys().editor().undo();
            FxThread.await("no findings", () -> codes(page).isEmpty());
            page.journeys().editor().redo();
            FxThread.await("the findings again", () -> !codes(page).isEmpty());
            rig.settle();
            rig.press("problem-open-dpias");
            rig.settle();
            assertEquals(
                    "dpias",
                    Objects.requireNonNull(rig.open().model().pageProperty().get())
                            .id());
            assertEquals(
                    "Win-back DPIA",
                    rig.page(DpiaPage.class).header().titleProperty().get());
            page.journeys().editor().undo();
        }
    }

    private static Set<String> codes(JourneysPage page) {
        return page.problems().problems().stream().map(DesignProblem::code).collect(Collectors.toSet());
    }

    /** Gives the best rung of the first message a model that has no approved card. */
    private static MessageStep letAModelDecide(JourneysPage page) {
        MessageStep message = page.journeys().editor().current().steps().stream()
                .filter(MessageStep.class::isInstance)
                .map(MessageStep.class::cast)
                .findFirst()
                .orElseThrow();
        List<Rung> ladder = new ArrayList<>(message.ladder());
        Rung best = ladder.removeFirst();
        Action action = Objects.requireNonNull(best.action());
        ladder.addFirst(new Rung(best.kind(), action.withModel(new ModelRef("guess", "1"))));
        page.journeys()
                .editor()
                .edit(new JourneyEdit.ChangeStep(new MessageStep(
                        message.id(),
                        message.title(),
                        message.position(),
                        message.channel(),
                        message.purpose(),
                        message.topic(),
                        ladder,
                        message.extras())));
        return message;
    }

    @Test
    void settingsOpenBesideTheRulesThatReadThem() {
        try (DesktopRig rig = sample(data)) {
            rig.open().model().go(Place.of("governance"));
            rig.settle();
            choose(rig, DocumentKind.SETTINGS, "retail-settings");
            rig.press("command-governance-open");
            assertEquals(
                    rig.page(PoliciesPage.class),
                    rig.open().model().pageProperty().get());
            FxThread.await(
                    "the settings",
                    () -> rig.scene.getRoot().lookupAll("#policy-file-list .list-cell").stream()
                            .map(node -> (ListCell<?>) node)
                            .filter(cell -> cell.isSelected())
                            .anyMatch(cell ->
                                    String.valueOf(cell.getAccessibleText()).contains("settings.json")));
        }
    }

    /** An encrypted workspace. */
    private Path encrypted() {
        Path folder = data.resolve("secret");
        CompletableFuture<Void> made = CompletableFuture.runAsync(() -> new SampleWorkspace("retail")
                .create(folder, new WorkspaceOptions(DesktopRig.CLOCK, PASSPHRASE.toCharArray(), DesktopRig.AUTHOR))
                .close());
        FxThread.await("the workspace", made::isDone);
        made.join();
        return folder;
    }

    private DocumentSummary stored(DocumentKind kind, String id) {
        var found = CompletableFuture.supplyAsync(() -> {
            try (Workspace workspace = Workspace.open(
                    data.resolve("retail-sample"),
                    OpenMode.READ_ONLY,
                    WorkspaceOptions.plain(DesktopRig.CLOCK, DesktopRig.AUTHOR))) {
                return workspace.documents().list(kind).stream()
                        .filter(summary -> summary.id().equals(id))
                        .findFirst()
                        .orElseThrow();
            }
        });
        FxThread.await("the stored document", found::isDone);
        return found.join();
    }

    private static void answer(DesktopRig rig, String passphrase) {
        field(rig).setText(passphrase);
        button(rig, "passphrase-open").fire();
        rig.settle();
    }

    private static PasswordField field(DesktopRig rig) {
        return (PasswordField) Objects.requireNonNull(rig.scene.lookup("#passphrase"));
    }

    private static ButtonBase button(DesktopRig rig, String id) {
        return (ButtonBase) Objects.requireNonNull(rig.scene.lookup("#" + id), id);
    }

    /** Whether the question says what was wrong. */
    private static boolean says(DesktopRig rig, String word) {
        return rig.overlays.layer().lookupAll(".field-error").stream()
                .anyMatch(node -> node.isVisible() && ((Label) node).getText().contains(word));
    }
}
