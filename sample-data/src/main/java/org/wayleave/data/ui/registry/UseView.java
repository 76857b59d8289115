package org.wayleave.data.ui.registry;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.registry.ObservedUse;
import org.wayleave.data.registry.UseDifference;
import org.wayleave.data.ui.model.RegistryModel;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Texts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Place;

/** Where observed use differs from what the registry declares. */
final class UseView extends BorderPane {
    private final Navigator navigator;
    private final Consumer<String> entry;
    private final FilterTable<UseDifference> differences = new FilterTable<>("difference", "differences");

    /**
     * Makes the view.
     *
     * @param entry opens the registry entry of a data element
     */
    UseView(RegistryModel model, Navigator navigator, Consumer<String> entry) {
        this.navigator = navigator;
        this.entry = entry;
        columns();
        Button open = new Button("Open what reads it");
        open.disableProperty().bind(differences.selectedProperty().isNull());
        open.setOnAction(event -> {
            UseDifference difference = differences.selectedProperty().get();
            if (difference != null) {
                open(difference);
            }
        });
        Button declared = new Button("Open the entry");
        declared.disableProperty().bind(differences.selectedProperty().isNull());
        declared.setOnAction(event -> {
            UseDifference difference = differences.selectedProperty().get();
            if (difference != null) {
                entry.accept(difference.id());
            }
        });
        Label failed = Texts.secondary("");
        failed.textProperty().bind(model.problemProperty());
        differences.addTools(open, declared, failed);
        differences.onOpen(this::open);
        differences.setPlaceholder(new EmptyState(
                Feather.CHECK_CIRCLE,
                "Declared and observed use agree",
                "Nothing is read otherwise than the registry declares.",
                null));
        VBox head = new VBox(
                2,
                Texts.heading("Declared and observed use"),
                Texts.secondary("Where journeys, features, models and the rules of the policy read otherwise than the"
                        + " registry declares; open one to mend it."));
        head.getStyleClass().add("section-head");
        setTop(head);
        setCenter(differences);
        model.differencesProperty().subscribe(found -> {
            if (found != null) {
                differences.setRows(found);
            }
        });
    }

    private void columns() {
        differences
                .value("Difference", 12, UseDifference::kind, UseDifference.Kind::title)
                .showing(difference -> new StateChip(difference.kind().title(), tone(difference.kind())))
                .explained("How observed use differs from what is declared.");
        differences.text("Data or event", 12, UseDifference::title).explained("What is read, or is not.");
        differences
                .text("Read by", 20, difference -> reader(difference.reader()))
                .explained("Journey, feature, model or rule that reads it.");
        differences.text("What to do", 34, UseDifference::sentence).explained("What differs and how to mend it.");
    }

    /** Opens what reads, or the entry itself where nobody does. */
    private void open(UseDifference difference) {
        ObservedUse.Reader reader = difference.reader();
        if (reader == null) {
            entry.accept(difference.id());
            return;
        }
        switch (reader.kind()) {
            case JOURNEY -> navigator.go(new Place("journeys", reader.document(), reader.place()));
            case MODEL -> navigator.go(new Place("models", reader.document(), null));
            case RULE -> navigator.go(new Place("policies", reader.document(), reader.place()));
            case FEATURE -> navigator.go(new Place("data", null, "features"));
        }
    }

    private static String reader(ObservedUse.@Nullable Reader reader) {
        return reader == null ? "nobody" : reader.kind().title() + ": " + reader.title();
    }

    private static Tone tone(UseDifference.Kind kind) {
        return switch (kind) {
            case UNDECLARED, NO_BASIS, PURPOSE_MISMATCH -> Tone.BAD;
            case BASIS_MISMATCH, USE_NOT_ALLOWED, RETENTION_EXCEEDED -> Tone.WARNING;
            case NEVER_READ -> Tone.NEUTRAL;
        };
    }
}
