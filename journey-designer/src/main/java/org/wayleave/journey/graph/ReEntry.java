package org.wayleave.journey.graph;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a person who has been in the journey may enter again. Nobody is in it twice at the same time.
 *
 * @param rule the rule
 * @param days for {@link Rule#AFTER_DAYS}: days from the last entry, at least 1; else 0
 */
public record ReEntry(Rule rule, int days) {

    /** The rules of re-entry. */
    public enum Rule {
        /** Once in a lifetime. */
        NEVER,
        /** As soon as the person has left. */
        AFTER_EXIT,
        /** When the person has left, and so many days after the last entry. */
        AFTER_DAYS;

        /** The name in files. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The rule of that wire name. */
        public static Optional<Rule> of(String wire) {
            for (Rule rule : values()) {
                if (rule.wire().equals(wire)) {
                    return Optional.of(rule);
                }
            }
            return Optional.empty();
        }
    }

    public ReEntry {
        if (rule == Rule.AFTER_DAYS ? days < 1 : days != 0) {
            throw new IllegalArgumentException("only “after days” takes days, at least 1: " + days);
        }
    }

    /** Once in a lifetime. */
    public static ReEntry never() {
        return new ReEntry(Rule.NEVER, 0);
    }

    /** As soon as the person has left. */
    public static ReEntry afterExit() {
        return new ReEntry(Rule.AFTER_EXIT, 0);
    }

    /** So many days after the last entry. */
    public static ReEntry afterDays(int days) {
        return new ReEntry(Rule.AFTER_DAYS, days);
    }

    /** The rule in words. */
    public String summary() {
        return switch (rule) {
            case NEVER -> "once";
            case AFTER_EXIT -> "again after leaving";
            case AFTER_DAYS -> "again after " + days + " d";
        };
    }
}
