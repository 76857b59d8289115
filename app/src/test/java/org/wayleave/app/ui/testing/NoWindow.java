package org.wayleave.app.ui.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.ui.session.Surroundings;

/** A window system without windows: it answers every question with the path prepared, and remembers what was shown. */
public final class NoWindow implements Surroundings {
    /** The answer to the next questions; null when the user would close the dialog. */
    public @Nullable Path answer;

    /** The files shown. */
    public final List<Path> shown = new ArrayList<>();

    /** The title of the window. */
    public String title = "";

    @Override
    public Optional<Path> chooseFolder(String question) {
        return Optional.ofNullable(answer);
    }

    @Override
    public Optional<Path> chooseFile(String question, String kind, List<String> patterns) {
        return Optional.ofNullable(answer);
    }

    @Override
    public Optional<Path> chooseTarget(String question, String suggestedName) {
        return Optional.ofNullable(answer);
    }

    @Override
    public void show(Path file) {
        shown.add(file);
    }

    @Override
    public void title(String text) {
        title = text;
    }

    @Override
    public String window() {
        return "0 0 1440 900";
    }

    @Override
    public void restoreWindow(String place) {}
}
