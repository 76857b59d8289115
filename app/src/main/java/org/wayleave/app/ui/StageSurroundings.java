package org.wayleave.app.ui;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.HostServices;
import javafx.geometry.Rectangle2D;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.wayleave.app.ui.session.Surroundings;

/** The window system as a stage has it. */
final class StageSurroundings implements Surroundings {
    private static final Pattern PLACE =
            Pattern.compile("(-?[0-9]{1,5}) (-?[0-9]{1,5}) ([0-9]{2,5}) ([0-9]{2,5})( max)?");
    private static final int LEAST_VISIBLE = 200;

    private final Stage stage;
    private final HostServices host;

    StageSurroundings(Stage stage, HostServices host) {
        this.stage = stage;
        this.host = host;
    }

    @Override
    public Optional<Path> chooseFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseFile(String title, String kind, List<String> patterns) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(kind, patterns),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return Optional.ofNullable(chooser.showOpenDialog(stage)).map(File::toPath);
    }

    @Override
    public Optional<Path> chooseTarget(String title, String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        return Optional.ofNullable(chooser.showSaveDialog(stage)).map(File::toPath);
    }

    @Override
    public void show(Path file) {
        host.showDocument(file.toUri().toString());
    }

    @Override
    public void title(String title) {
        stage.setTitle(title);
    }

    @Override
    public String window() {
        return String.format(
                        Locale.ROOT,
                        "%.0f %.0f %.0f %.0f",
                        stage.getX(),
                        stage.getY(),
                        stage.getWidth(),
                        stage.getHeight())
                + (stage.isMaximized() ? " max" : "");
    }

    @Override
    public void restoreWindow(String place) {
        Matcher matcher = PLACE.matcher(place);
        if (!matcher.matches()) {
            return;
        }
        double[] numbers = Arrays.stream(new int[] {1, 2, 3, 4})
                .mapToDouble(group -> Double.parseDouble(matcher.group(group)))
                .toArray();
        Rectangle2D wanted = new Rectangle2D(numbers[0], numbers[1], numbers[2], numbers[3]);
        boolean visible = Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(bounds -> Math.min(bounds.getMaxX(), wanted.getMaxX())
                                        - Math.max(bounds.getMinX(), wanted.getMinX())
                                >= LEAST_VISIBLE
                        && Math.min(bounds.getMaxY(), wanted.getMaxY()) - Math.max(bounds.getMinY(), wanted.getMinY())
                                >= LEAST_VISIBLE);
        if (visible) {
            stage.setX(wanted.getMinX());
            stage.setY(wanted.getMinY());
            stage.setWidth(wanted.getWidth());
            stage.setHeight(wanted.getHeight());
            stage.setMaximized(matcher.group(5) != null);
        }
    }
}
