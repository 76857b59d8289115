package org.wayleave.journey.canvas;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Step;

/** Says in words what the canvas shows of a step, for screen readers and the outline. */
public final class StepWords {

    private final Texts texts;

    /** Creates words in the language of the texts. */
    public StepWords(Texts texts) {
        this.texts = texts;
    }

    /** Describes a step with its ways out, problems and figures. */
    public String describe(Board board, Step step) {
        Journey journey = board.editor().current();
        StringJoiner words = new StringJoiner(". ");
        String summary = step.summary();
        words.add(texts.get(
                summary.isEmpty() ? "step.text.plain" : "step.text",
                step.title(),
                step.type().title(),
                summary));
        List<Port> ports = step.ports();
        for (Port port : ports) {
            Optional<String> target = journey.edge(step.id(), port.name())
                    .flatMap(edge -> journey.step(edge.to()))
                    .map(Step::title);
            words.add(
                    target.isPresent()
                            ? texts.get("step.text.port", port.title(), target.get())
                            : texts.get("step.text.port.open", port.title()));
        }
        ProblemMark mark = board.problemsProperty().get().get(step.id());
        if (mark != null) {
            words.add(texts.get("step.text.problems", mark.count()));
        }
        StepFigures figures = board.overlayProperty().get().steps().get(step.id());
        if (figures != null) {
            words.add(texts.get("step.text.entered", figures.entered()));
            if (figures.decides()) {
                words.add(texts.get("step.text.figures", figures.sent(), figures.degraded(), figures.blocked()));
            }
        }
        return words.toString();
    }
}
