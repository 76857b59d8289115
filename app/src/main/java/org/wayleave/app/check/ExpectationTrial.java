package org.wayleave.app.check;

import org.jspecify.annotations.Nullable;
import org.wayleave.journey.simulate.ExpectationResult;

/**
 * An expectation of a journey, tried on simulated people.
 *
 * @param journey id of the journey
 * @param people how many people were simulated
 * @param result what became of it
 * @param hindrance why the journey could not be simulated, in a sentence; null when it was
 */
public record ExpectationTrial(
        String journey,
        int people,
        ExpectationResult result,
        @Nullable String hindrance) {

    /** What there is to do about it; null when it holds. */
    @Nullable
    CheckFinding finding() {
        return switch (result.verdict()) {
            case HOLDS -> null;
            case BROKEN ->
                finding(
                        "expectation-broken",
                        CheckFinding.Severity.ERROR,
                        "Expectation broken",
                        "Expectation “" + result.name() + "” is broken: " + result.figures() + ", first "
                                + result.witnessIds(),
                        "Run 'wayleave simulate' with --journey " + journey + " and look at one of them with"
                                + " 'wayleave explain'; then mend the journey or the expectation");
            case UNTRIED ->
                finding(
                        "expectation-untried",
                        CheckFinding.Severity.WARNING,
                        "Expectation not tried",
                        "Expectation “" + result.name() + "” says nothing: "
                                + (hindrance == null ? result.figures() : hindrance),
                        hindrance == null
                                ? "Try it on more people with --people, or change whom it concerns"
                                : "Mend that, and check again");
        };
    }

    private CheckFinding finding(String code, CheckFinding.Severity severity, String title, String reason, String fix) {
        return new CheckFinding(code, severity, "journey", journey, null, title, reason, fix);
    }
}
