package org.wayleave.journey.ui.inspect;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Outlet;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.PortKind;
import org.wayleave.journey.graph.RungKind;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.ui.model.RunModel;
import org.wayleave.journey.ui.service.RunFigures;

/** What the shown run did at the selected step. */
final class ResultPane extends VBox {

    private final RunModel runs;
    private final Texts texts;

    ResultPane(RunModel runs, Texts texts) {
        super(16);
        this.runs = runs;
        this.texts = texts;
    }

    void show(@Nullable Step step) {
        getChildren().clear();
        RunFigures figures = runs.shownProperty().get();
        if (figures == null) {
            getChildren().add(Lines.quiet(texts.get("result.none")));
            return;
        }
        RunFigures.StepResult result = step == null ? null : figures.steps().get(step.id());
        if (step == null || result == null) {
            getChildren().add(Lines.quiet(texts.get(step == null ? "result.choose" : "result.new-step")));
            return;
        }
        getChildren()
                .add(Lines.section(
                        texts.get("result.people"),
                        Lines.figure(new StackPane(), texts.get("result.entered"), texts.number(result.visits())),
                        Lines.figure(new StackPane(), texts.get("result.still"), texts.number(result.stillThere()))));
        long decisions = result.sent() + result.degraded() + result.blocked();
        if (decisions > 0) {
            getChildren().add(Lines.section(texts.get("result.rungs"), rungs(step, result, decisions)));
        }
        if (!step.ports().isEmpty()) {
            getChildren().add(Lines.section(texts.get("result.ports"), ports(step, result)));
        }
    }

    private Node[] rungs(Step step, RunFigures.StepResult result, long decisions) {
        List<Node> lines = new ArrayList<>();
        for (RungKind kind : RungKind.values()) {
            Long count = result.rungs().get(kind.wire());
            if (count != null) {
                double share = (double) count / decisions;
                String words = kind == RungKind.SILENCE ? texts.get("result.nothing") : kind.title();
                lines.add(Lines.figure(
                        Lines.mark(kind.wire()), words + " · " + texts.percent(share), texts.number(count)));
                lines.add(Lines.bar(share, bar(step, kind)));
            }
        }
        return lines.toArray(Node[]::new);
    }

    /** The colours of the bar on the step's card: the best rung, a lower one, nothing. */
    private static String bar(Step step, RungKind kind) {
        if (kind == RungKind.SILENCE) {
            return "bar-blocked";
        }
        boolean best = step instanceof MessageStep message
                && !message.ladder().isEmpty()
                && message.ladder().getFirst().kind() == kind;
        return best ? "bar-sent" : "bar-degraded";
    }

    private Node[] ports(Step step, RunFigures.StepResult result) {
        List<Node> lines = new ArrayList<>();
        for (Port port : step.ports()) {
            String glyph = port.kind() == PortKind.CONSENT
                    ? Outlet.of(port.name()).map(Outlet::wire).orElse("")
                    : "";
            lines.add(Lines.figure(
                    Lines.mark(glyph), port.title(), texts.number(result.ports().getOrDefault(port.name(), 0L))));
        }
        return lines.toArray(Node[]::new);
    }
}
