package org.wayleave.app.ui.governance;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wayleave.app.ui.find.DocumentIcons;
import org.wayleave.app.ui.words.KeyValues;
import org.wayleave.app.ui.words.Times;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.command.CommandButtons;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.workspace.Author;
import org.wayleave.workspace.DocumentState;
import org.wayleave.workspace.DocumentSummary;
import org.wayleave.workspace.StateChange;

/** A document in the inspector: its versions, the states it went through, and the states it may go to now. */
final class DocumentDetail extends ScrollPane {
    /**
     * What the inspector shows of a document.
     *
     * @param document the newest version
     * @param versions all versions, newest first
     * @param states states of the newest version, oldest first
     */
    record Facts(DocumentSummary document, List<DocumentSummary> versions, List<StateChange> states) {}

    DocumentDetail(
            Facts facts,
            Times times,
            Author author,
            boolean readOnly,
            List<Command> actions,
            Consumer<DocumentState> change) {
        setFitToWidth(true);
        getStyleClass().add("detail-scroll");
        DocumentSummary document = facts.document();
        Label title = Texts.heading(document.title());
        title.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head =
                new HBox(8, title, gap, StateChip.ofDocument(document.state().wireName()));
        head.setAlignment(Pos.TOP_LEFT);
        VBox content = new VBox(16, head);
        content.getStyleClass().add("detail");
        if (!actions.isEmpty()) {
            HBox buttons = new HBox(8);
            actions.forEach(action -> buttons.getChildren().add(CommandButtons.labelled(action)));
            content.getChildren().add(buttons);
        }
        content.getChildren().add(new VBox(8, Texts.strong("State"), states(document, author, readOnly, change)));
        VBox lived = new VBox(4);
        for (StateChange state : facts.states()) {
            lived.getChildren()
                    .add(Texts.secondary(
                            state.state().title() + "  ·  " + times.full(state.time()) + "  ·  " + state.author()));
        }
        content.getChildren().add(new VBox(8, Texts.strong("States of v" + document.version()), lived));
        VBox versions = new VBox(4);
        for (DocumentSummary version : facts.versions()) {
            versions.getChildren()
                    .add(Texts.secondary("v" + version.version() + "  ·  " + times.full(version.time()) + "  ·  "
                            + version.author() + "  ·  " + version.state().title()));
        }
        content.getChildren().add(new VBox(8, Texts.strong("Versions"), versions));
        Label hash = new Label(document.contentHash());
        hash.getStyleClass().add("mono");
        hash.setWrapText(true);
        content.getChildren()
                .add(new KeyValues()
                        .add("Kind", DocumentIcons.word(document.kind()))
                        .add("Id", document.id())
                        .add("Fingerprint", Explain.with(hash, "SHA-256 of the canonical content of this version")));
        setContent(content);
    }

    private static FlowPane states(
            DocumentSummary document, Author author, boolean readOnly, Consumer<DocumentState> change) {
        FlowPane buttons = new FlowPane(8, 8);
        for (DocumentState next : document.state().next()) {
            Button button = new Button(verb(document.state(), next));
            button.setId("state-" + next.wireName());
            String refusal = refusal(next, author, readOnly);
            button.setDisable(!refusal.isEmpty());
            button.setOnAction(event -> change.accept(next));
            HBox place = new HBox(button);
            if (!refusal.isEmpty()) {
                Explain.with(place, refusal);
            }
            buttons.getChildren().add(place);
        }
        if (buttons.getChildren().isEmpty()) {
            buttons.getChildren().add(Texts.secondary("It is withdrawn for good. Save a new version to go on."));
        }
        return buttons;
    }

    private static String refusal(DocumentState next, Author author, boolean readOnly) {
        if (readOnly) {
            return "The workspace is open read-only.";
        }
        if (next == DocumentState.APPROVED && !author.role().mayApprove()) {
            return "A " + author.role().title().toLowerCase(java.util.Locale.ROOT) + " may not approve.";
        }
        return author.role().mayWrite() ? "" : "An auditor changes nothing.";
    }

    private static String verb(DocumentState now, DocumentState next) {
        return switch (next) {
            case DRAFT -> "Return to draft";
            case IN_REVIEW -> "Send for review";
            case APPROVED -> "Approve";
            case ACTIVE -> now == DocumentState.PAUSED ? "Resume" : "Activate";
            case PAUSED -> "Pause";
            case RETIRED -> "Retire";
        };
    }
}
