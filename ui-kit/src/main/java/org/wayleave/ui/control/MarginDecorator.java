package org.wayleave.ui.control;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import jfx.incubator.scene.control.richtext.SideDecorator;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.wayleave.ui.theme.Icons;

/** Line numbers, and beside them a marker with the message where a line has a problem. */
final class MarginDecorator implements SideDecorator {
    private final List<CodeProblem> problems;

    MarginDecorator(List<CodeProblem> problems) {
        this.problems = List.copyOf(problems);
    }

    @Override
    public double getPrefWidth(double viewWidth) {
        return 0;
    }

    @Override
    public Node getMeasurementNode(int index) {
        Label label = label(Math.max(index, 999));
        label.setGraphic(Icons.of(Feather.ALERT_CIRCLE));
        return label;
    }

    @Override
    public @Nullable Node getNode(int index) {
        Label label = label(index + 1);
        List<CodeProblem> here = problems.stream()
                .filter(problem -> problem.line() == index + 1)
                .sorted(Comparator.comparingInt(problem -> severity(problem.tone())))
                .toList();
        if (!here.isEmpty()) {
            Tone worst = here.getFirst().tone();
            FontIcon icon = Icons.of(worst == Tone.BAD ? Feather.ALERT_OCTAGON : Feather.ALERT_TRIANGLE);
            icon.getStyleClass().addAll("margin-marker", worst.styleClass());
            label.setGraphic(icon);
            String all = here.stream().map(CodeProblem::message).collect(Collectors.joining("\n"));
            Explain.with(label, all);
            label.setAccessibleText("Line " + (index + 1) + ": " + all);
        }
        return label;
    }

    private static Label label(int number) {
        Label label = new Label(String.format(Locale.ROOT, "%d", number));
        label.getStyleClass().add("line-number");
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    private static int severity(Tone tone) {
        return switch (tone) {
            case BAD -> 0;
            case WARNING -> 1;
            case GOOD, ACCENT, NEUTRAL -> 2;
        };
    }
}
