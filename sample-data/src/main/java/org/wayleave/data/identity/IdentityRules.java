package org.wayleave.data.identity;

import java.util.List;
import java.util.Set;
import org.wayleave.data.token.IdentifierKind;

/**
 * When identifiers are taken for those of one person; declared in a document.
 *
 * @param exclusive kinds of which a person has at most one: two of them in one cluster contradict each other
 * @param rules in the order in which they are applied, the surest first
 */
public record IdentityRules(String id, String title, int version, Set<IdentifierKind> exclusive, List<Rule> rules) {
    /** Copies the collections. */
    public IdentityRules {
        exclusive = Set.copyOf(exclusive);
        rules = List.copyOf(rules);
    }

    /** Returns the rules that come with the program. */
    public static IdentityRules bundled() {
        return IdentityRulesReader.bundled();
    }

    /** Returns the document's id and version, e.g. "identity-rules v1". */
    public String reference() {
        return id + " v" + version;
    }

    /**
     * A rule about two kinds of identifier that occur in the same events.
     *
     * @param first one kind
     * @param second another kind
     * @param loyal kinds whose identifiers must keep to one person: their evidence for one cluster must reach the least share
     * @param perDay confidence that one day with such events gives, in (0, 1); more events on a day give no more
     * @param halfLifeDays age at which a day's evidence counts half
     * @param leastDays days with such events that are needed
     * @param leastConfidence confidence that is needed, after decay
     * @param leastShare share of a loyal identifier's evidence that must be for one cluster, above 0.5
     */
    public record Rule(
            String id,
            String title,
            IdentifierKind first,
            IdentifierKind second,
            Set<IdentifierKind> loyal,
            double perDay,
            int halfLifeDays,
            int leastDays,
            double leastConfidence,
            double leastShare) {
        /** Copies the set. */
        public Rule {
            loyal = Set.copyOf(loyal);
        }

        /** Returns whether the rule is about these two kinds, in either order. */
        boolean about(IdentifierKind a, IdentifierKind b) {
            return (first == a && second == b) || (first == b && second == a);
        }

        /** Returns the evidence of one day of an age: minus the logarithm of the doubt it leaves. */
        double evidence(int ageDays) {
            return -StrictMath.log1p(-perDay) * StrictMath.pow(0.5, (double) Math.max(0, ageDays) / halfLifeDays);
        }
    }
}
