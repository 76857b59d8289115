package org.wayleave.app.ui.shell;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.Explain;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Icons;
import org.wayleave.ui.theme.Theme;

/** The line at the bottom: workspace, simulated data, role, policy engine, background tasks, text size, the palette's key. */
final class StatusBar extends HBox {
    StatusBar(
            WorkspaceFacts facts,
            ObservableValue<EngineState> engine,
            BackgroundTasks tasks,
            Theme theme,
            Command resetZoom,
            Command palette) {
        getStyleClass().add("shell-status");
        setAlignment(Pos.CENTER_LEFT);
        Label workspace = new Label(facts.name());
        workspace.setGraphic(small(facts.encrypted() ? Feather.LOCK : Feather.FOLDER));
        Explain.with(workspace, facts.folder() + (facts.encrypted() ? ", encrypted" : ""));
        getChildren().add(workspace);
        if (facts.readOnly()) {
            Label readOnly = new Label("read-only");
            readOnly.getStyleClass().addAll("state-chip", Tone.WARNING.styleClass());
            getChildren().add(Explain.with(readOnly, facts.readOnlyReason()));
        }
        Label simulated = new Label("simulated data");
        simulated.getStyleClass().addAll("state-chip", Tone.ACCENT.styleClass());
        Explain.with(simulated, "All people, events and outcomes here are generated; none of them exists.");
        Label role = new Label(facts.person() + " · " + facts.role());
        role.setGraphic(small(Feather.USER));
        Explain.with(role, "Changes are made and audited in this person's name.");
        Label engineLabel = new Label();
        engineLabel.setId("engine-state");
        engine.subscribe(state -> {
            engineLabel.setText(state.words());
            FontIcon dot = small(
                    state.tone() == Tone.GOOD
                            ? Feather.CHECK_CIRCLE
                            : state.tone() == Tone.BAD ? Feather.ALERT_OCTAGON : Feather.LOADER);
            dot.getStyleClass().add(state.tone().styleClass());
            engineLabel.setGraphic(dot);
            Explain.with(engineLabel, state.detail());
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(simulated, role, engineLabel, gap, new TaskArea(tasks));
        Button zoom = quiet(resetZoom);
        zoom.textProperty()
                .bind(theme.zoomProperty()
                        .map(value -> String.format(Locale.ROOT, "%.0f %%", value.doubleValue() * 100)));
        getChildren().addAll(zoom, quietNamed(palette, "Ctrl+K commands"));
    }

    private static Button quiet(Command command) {
        Button button = new Button();
        button.setId("status-" + command.id().replace('.', '-'));
        button.getStyleClass().addAll("flat", "status-button");
        button.setAccessibleText(command.title());
        Explain.with(button, command.title());
        button.setOnAction(event -> command.run());
        return button;
    }

    private static Button quietNamed(Command command, String text) {
        Button button = quiet(command);
        button.setText(text);
        return button;
    }

    private static FontIcon small(Feather feather) {
        FontIcon icon = Icons.of(feather);
        icon.getStyleClass().add("icon-small");
        return icon;
    }
}
