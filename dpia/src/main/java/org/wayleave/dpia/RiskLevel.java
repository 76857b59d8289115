package org.wayleave.dpia;

import java.util.Optional;

/**
 * How much a risk weighs, from its likelihood and severity on scales of 1 to 4: their product is low up to 3, medium up to 8,
 * high from 9. A severity of 4 is never low.
 */
public enum RiskLevel {
    /** May be accepted with its reason. */
    LOW("low"),
    /** Needs measures or a reason why none are possible. */
    MEDIUM("medium"),
    /** May not be left: reduce it, or consult the supervisory authority before starting. */
    HIGH("high");

    /** Highest mark of both scales. */
    public static final int HIGHEST_MARK = 4;

    private static final int HIGH_FROM = 9;
    private static final int MEDIUM_FROM = 4;

    private final String words;

    RiskLevel(String words) {
        this.words = words;
    }

    /** The level of a likelihood and a severity; empty unless both are 1 to 4. */
    public static Optional<RiskLevel> of(int likelihood, int severity) {
        if (likelihood < 1 || likelihood > HIGHEST_MARK || severity < 1 || severity > HIGHEST_MARK) {
            return Optional.empty();
        }
        int product = likelihood * severity;
        return Optional.of(product >= HIGH_FROM ? HIGH : product >= MEDIUM_FROM ? MEDIUM : LOW);
    }

    /** The level in words. */
    public String words() {
        return words;
    }
}
