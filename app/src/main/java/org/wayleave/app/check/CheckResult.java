package org.wayleave.app.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.wayleave.app.check.CheckFinding.Severity;

/**
 * What a check of a workspace came to.
 *
 * @param journeys how many journeys were checked
 * @param findings what was found, errors first, then by place
 * @param trials the expectations that were tried, journey by journey
 */
public record CheckResult(int journeys, List<CheckFinding> findings, List<ExpectationTrial> trials) {
    private static final Comparator<CheckFinding> ORDER = Comparator.comparing(CheckFinding::severity)
            .thenComparing(CheckFinding::path)
            .thenComparing(CheckFinding::code);

    /** Copies the lists and orders the findings. */
    public CheckResult {
        findings = findings.stream().sorted(ORDER).toList();
        trials = List.copyOf(trials);
    }

    /** A check that tried no expectation. */
    public CheckResult(int journeys, List<CheckFinding> findings) {
        this(journeys, findings, List.of());
    }

    /** The same check with expectations tried; those that do not hold are found too. */
    public CheckResult with(List<ExpectationTrial> tried) {
        List<CheckFinding> all = new ArrayList<>(findings);
        tried.stream().map(ExpectationTrial::finding).filter(Objects::nonNull).forEach(all::add);
        return new CheckResult(journeys, all, tried);
    }

    /** How many findings are so bad. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /** Whether nothing stands in the way of activation. */
    public boolean passed() {
        return count(Severity.ERROR) == 0;
    }

    /** One sentence: what was checked and what was found. */
    public String sentence() {
        String checked = (journeys == 1 ? "1 journey checked" : journeys + " journeys checked")
                + (trials.isEmpty() ? "" : ", " + number(trials.size(), "expectation") + " tried");
        if (findings.isEmpty()) {
            return checked + ": nothing found.";
        }
        return checked + ": " + number(count(Severity.ERROR), "error") + ", "
                + number(count(Severity.WARNING), "warning") + ", " + number(count(Severity.INFO), "note") + ".";
    }

    private static String number(long count, String what) {
        return count == 1 ? "1 " + what : count + " " + what + "s";
    }
}
