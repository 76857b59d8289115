package org.wayleave.journey.ui;

import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.ui.model.RunModel;
import org.wayleave.journey.ui.service.RunOptions;
import org.wayleave.ui.control.Forms;

/** Chooses how many people walk, for how many days, and with which seed. */
final class RunOptionsMenu extends MenuButton {

    private static final int MOST_PEOPLE = 10_000_000;
    private static final int MOST_DAYS = 365;

    RunOptionsMenu(RunModel runs, Texts texts) {
        RunOptions now = runs.optionsProperty().get();
        Spinner<Integer> people = spinner(1, MOST_PEOPLE, now.people(), 10_000);
        Spinner<Integer> days = spinner(1, MOST_DAYS, now.days(), 1);
        TextField seed = new TextField(Long.toString(now.seed()));
        Forms.Field seedField = Forms.field(texts.get("options.seed"), seed, texts.get("options.seed.help"));
        VBox form = Forms.column(
                Forms.field(texts.get("options.people"), people, ""),
                Forms.field(texts.get("options.days"), days, ""),
                seedField);
        form.getStyleClass().add("options-form");
        CustomMenuItem item = new CustomMenuItem(form, false);
        getItems().add(item);
        people.valueProperty().addListener((o, old, value) -> set(runs, value, null, null));
        days.valueProperty().addListener((o, old, value) -> set(runs, null, value, null));
        seed.textProperty().addListener((o, old, text) -> {
            try {
                set(runs, null, null, Long.parseLong(text.strip()));
                seedField.setError("");
            } catch (NumberFormatException unclear) {
                seedField.setError(texts.get("options.seed.error"));
            }
        });
        setAccessibleText(texts.get("options.title"));
        runs.optionsProperty().subscribe(options -> setText(texts.get("options.text", options.days(), options.seed())));
        disableProperty().bind(runs.runningProperty());
    }

    private static void set(
            RunModel runs,
            @org.jspecify.annotations.Nullable Integer people,
            @org.jspecify.annotations.Nullable Integer days,
            @org.jspecify.annotations.Nullable Long seed) {
        RunOptions now = runs.optionsProperty().get();
        runs.optionsProperty()
                .set(new RunOptions(
                        people == null ? now.people() : people,
                        days == null ? now.days() : days,
                        seed == null ? now.seed() : seed));
    }

    private static Spinner<Integer> spinner(int least, int most, int value, int step) {
        Spinner<Integer> spinner = new Spinner<>(least, most, value, step);
        spinner.setEditable(true);
        spinner.getEditor().focusedProperty().addListener((o, old, now) -> {
            if (!now) {
                spinner.commitValue();
            }
        });
        return spinner;
    }
}
