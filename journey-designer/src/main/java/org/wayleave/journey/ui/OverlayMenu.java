package org.wayleave.journey.ui;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.ui.model.RunModel;
import org.wayleave.journey.ui.service.RunEntry;
import org.wayleave.journey.ui.service.RunFigures;
import org.wayleave.ui.theme.Icons;

/** Chooses the run whose figures lie over the steps. */
final class OverlayMenu extends MenuButton {

    private static final int MOST = 20;

    private final RunModel runs;
    private final Texts texts;
    private final DateTimeFormatter time;

    OverlayMenu(RunModel runs, Texts texts, ZoneId zone) {
        this.runs = runs;
        this.texts = texts;
        this.time =
                DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", texts.locale()).withZone(zone);
        setAccessibleText(texts.get("overlay.title"));
        runs.list().addListener((ListChangeListener<RunEntry>) change -> build());
        runs.shownProperty().addListener((o, old, now) -> build());
        build();
    }

    private void build() {
        RunFigures shown = runs.shownProperty().get();
        String shownId = shown == null ? null : shown.entry().id();
        ToggleGroup group = new ToggleGroup();
        List<RadioMenuItem> items = new ArrayList<>();
        items.add(item(texts.get("overlay.none"), null, group, shownId == null));
        for (RunEntry entry : runs.list().stream().limit(MOST).toList()) {
            String words = texts.get(
                    "overlay.run", entry.id(), time.format(entry.started()), entry.people(), entry.journeyVersion());
            items.add(item(words, entry, group, entry.id().equals(shownId)));
        }
        getItems().setAll(items);
        setGraphic(Icons.of(Feather.LAYERS));
        setText(shownId == null ? texts.get("overlay.text.none") : texts.get("overlay.text", shownId));
        setDisable(runs.list().isEmpty());
    }

    private RadioMenuItem item(String words, @Nullable RunEntry entry, ToggleGroup group, boolean selected) {
        RadioMenuItem item = new RadioMenuItem(words);
        item.setToggleGroup(group);
        item.setSelected(selected);
        item.setOnAction(event -> runs.show(Optional.ofNullable(entry)));
        return item;
    }
}
