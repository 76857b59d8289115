package org.wayleave.app.check;

import java.util.List;
import org.wayleave.app.check.CheckFinding.Severity;

/**
 * What a check of a workspace came to.
 *
 * @param journeys how many journeys were checked
 * @param findings what was found, errors first, then by place
 */
public record CheckResult(int journeys, List<CheckFinding> findings) {
    /** Copies the list. */
    public CheckResult {
        findings = List.copyOf(findings);
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
        String checked = journeys == 1 ? "1 journey checked" : journeys + " journeys checked";
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
