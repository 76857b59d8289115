package org.wayleave.app.cli;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.app.run.SimulationRun;
import org.wayleave.journey.simulate.ExpectationResult;
import org.wayleave.journey.simulate.RunResult;

/** A run in a few lines for the terminal. */
final class RunText {
    private RunText() {}

    static void print(SimulationRun.Done done, Terminal terminal) {
        RunResult result = done.result();
        terminal.out()
                .println(done.plan().journey().title() + " v" + done.plan().journeyVersion() + ": "
                        + Figures.count(result.entered()) + " of " + Figures.count(result.people())
                        + " simulated people entered, " + Figures.count(result.decisions()) + " decisions, "
                        + Figures.count(result.contacts()) + " messages");
        result.byRule().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, RunResult.RuleFigures>>comparingLong(
                                rule -> -rule.getValue().decisions())
                        .thenComparing(Map.Entry::getKey))
                .forEach(rule -> terminal.out()
                        .println(String.format(
                                Locale.ROOT,
                                "  %12s  %-22s %s",
                                Figures.count(rule.getValue().decisions()),
                                rule.getKey(),
                                rule.getValue().title())));
        RunResult.Effect effect = result.effect();
        if (effect != null && effect.estimate() != null && effect.low() != null && effect.high() != null) {
            terminal.out()
                    .println("  value per person " + Figures.decimal(effect.estimate(), 2) + " "
                            + done.plan().recipe().outcome().unit() + ", 95 % from " + Figures.decimal(effect.low(), 2)
                            + " to "
                            + Figures.decimal(effect.high(), 2) + "; simulated truth "
                            + Figures.decimal(effect.truth(), 2));
        }
        for (ExpectationResult expectation : result.expectations()) {
            terminal.out()
                    .println("  " + expectation.verdict().name().toLowerCase(Locale.ROOT) + ": " + expectation.name()
                            + "; " + expectation.figures());
        }
        terminal.out().println("  " + parity(result));
        terminal.out()
                .println("  ledger " + result.ledgerHash() + ", "
                        + Figures.decimal(result.seconds().getOrDefault("total", 0.0), 1) + " s, peak "
                        + Figures.decimal(result.peakMemoryMiB(), 0) + " MiB");
    }

    private static String parity(RunResult result) {
        RunResult.Parity parity = result.parity();
        if (parity == null) {
            return "parity with OPA was not checked";
        }
        if (!parity.status().equals("checked")) {
            return parity.reason();
        }
        return "parity with OPA: " + Figures.count(parity.mismatches()) + " mismatches in "
                + Figures.count(parity.sampled()) + " of " + Figures.count(result.evaluations()) + " rungs asked";
    }
}
