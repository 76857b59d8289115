package org.wayleave.app.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.journey.simulate.RunResult;

/** The figures of two runs side by side. */
final class RunComparison {
    private RunComparison() {}

    /**
     * One figure of both.
     *
     * @param name what it counts
     * @param first of the first run
     * @param second of the second
     * @param difference second less first
     */
    record Line(String name, String first, String second, String difference) {}

    /** The lines; both runs have figures. */
    static List<Line> of(RunRow first, RunRow second) {
        RunResult a = first.result();
        RunResult b = second.result();
        if (a == null || b == null) {
            throw new IllegalArgumentException("only runs with figures can be compared");
        }
        List<Line> lines = new ArrayList<>();
        lines.add(count("People", a, b, RunResult::people));
        lines.add(count("People who entered", a, b, RunResult::entered));
        lines.add(count("Decisions", a, b, RunResult::decisions));
        lines.add(count("Messages sent", a, b, RunResult::contacts));
        lines.add(count("People who unsubscribed", a, b, RunResult::unsubscribed));
        lines.add(number("No message, of 100 decisions", first.silenced() * 100, second.silenced() * 100, 1));
        lines.add(number(
                "Value per person, estimate (" + first.currency().strip() + ")",
                first.estimate(),
                second.estimate(),
                2));
        lines.add(
                number("Value per person, simulated truth (" + first.currency().strip() + ")", truth(a), truth(b), 2));
        TreeSet<String> rules = new TreeSet<>(a.byRule().keySet());
        rules.addAll(b.byRule().keySet());
        for (String rule : rules) {
            RunResult.RuleFigures one = a.byRule().get(rule);
            RunResult.RuleFigures two = b.byRule().get(rule);
            String title = one != null ? one.title() : two != null ? two.title() : rule;
            lines.add(number("Denied by: " + title, denied(one), denied(two), 0));
        }
        return lines;
    }

    private static double denied(RunResult.@Nullable RuleFigures rule) {
        return rule == null ? 0 : rule.decisions();
    }

    private static double truth(RunResult result) {
        RunResult.Effect effect = result.effect();
        return effect == null ? Double.NaN : effect.truth();
    }

    private static Line count(String name, RunResult a, RunResult b, ToDoubleFunction<RunResult> figure) {
        return number(name, figure.applyAsDouble(a), figure.applyAsDouble(b), 0);
    }

    private static Line number(String name, double first, double second, int decimals) {
        double difference = second - first;
        String sign = difference > 0 ? "+" : "";
        return new Line(
                name,
                Figures.decimal(first, decimals),
                Figures.decimal(second, decimals),
                Double.isNaN(difference) ? "–" : sign + Figures.decimal(difference, decimals));
    }
}
