package org.wayleave.ui.form;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;

/** Beside a form: what the section is for, what is still to mend, and the versions so far. */
final class FormInspector extends ScrollPane {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK);

    private final VBox guidance = new VBox();
    private final VBox problems = new VBox();
    private final VBox versions = new VBox();

    FormInspector() {
        getStyleClass().add("form-inspector");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        problems.getStyleClass().add("form-inspector-lines");
        versions.getStyleClass().add("form-inspector-lines");
        VBox body = new VBox(part("Guidance", guidance), part("To mend", problems), part("Versions", versions));
        body.getStyleClass().add("form-inspector-body");
        setContent(body);
    }

    private static VBox part(String title, Node content) {
        VBox part = new VBox(Texts.heading(title), content);
        part.getStyleClass().add("form-inspector-part");
        return part;
    }

    void showSection(FormSection<?> section) {
        guidance.getChildren().setAll(Texts.strong(section.title()), Texts.body(section.guidance()));
    }

    /** Shows what is to mend, or else how many sections are not complete, which keeps nothing from review. */
    void showProblems(List<FormProblem> found, long incomplete, Consumer<FormProblem> go) {
        if (found.isEmpty()) {
            String further = incomplete == 0
                    ? ""
                    : incomplete == 1
                            ? " 1 section is not complete yet."
                            : " " + incomplete + " sections are not complete yet.";
            problems.getChildren().setAll(Texts.secondary("Nothing stands in the way of a review." + further));
            return;
        }
        problems.getChildren()
                .setAll(found.stream()
                        .map(problem -> {
                            Hyperlink link = new Hyperlink(problem.message());
                            link.setWrapText(true);
                            link.setOnAction(event -> go.accept(problem));
                            return (Node) link;
                        })
                        .toList());
    }

    void showVersions(List<FormEntry> history, int current, boolean editable, Consumer<FormEntry> restore) {
        if (history.isEmpty()) {
            versions.getChildren().setAll(Texts.secondary("None yet. Saving makes the first."));
            return;
        }
        versions.getChildren()
                .setAll(history.stream()
                        .map(entry -> (Node) version(entry, current, editable, restore))
                        .toList());
    }

    private static VBox version(FormEntry entry, int current, boolean editable, Consumer<FormEntry> restore) {
        Label number = Texts.strong("v" + entry.version());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(number, StateChip.ofDocument(entry.state()), gap);
        line.getStyleClass().add("form-document-facts");
        line.setAlignment(Pos.CENTER_LEFT);
        if (entry.version() != current && editable) {
            Hyperlink take = new Hyperlink("Take up again");
            take.setAccessibleText("Take up version " + entry.version() + " again");
            take.setOnAction(event -> restore.accept(entry));
            line.getChildren().add(take);
        }
        return new VBox(
                line,
                Texts.secondary(TIME.format(entry.time().atZone(ZoneId.systemDefault())) + " · " + entry.author()));
    }
}
