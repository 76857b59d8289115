package org.wayleave.data.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wayleave.data.token.IdentifierKind;

/** Reads a document of rules about identity. */
public final class IdentityRulesReader {
    private IdentityRulesReader() {}

    static IdentityRules bundled() {
        return read(DocumentNode.resource("rules.json"));
    }

    /**
     * Reads rules.
     *
     * @throws IdentityRulesException if the document lacks something, holds what is not known, or a value is out of range
     */
    public static IdentityRules read(String json) {
        DocumentNode root = DocumentNode.parse(json);
        List<IdentityRules.Rule> rules = new ArrayList<>();
        Set<Set<IdentifierKind>> pairs = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (DocumentNode node : root.objects("rules")) {
            IdentityRules.Rule rule = rule(node);
            if (!ids.add(rule.id())) {
                throw new IdentityRulesException("the rule " + rule.id() + " is declared twice");
            }
            if (!pairs.add(Set.of(rule.first(), rule.second()))) {
                throw new IdentityRulesException("two rules are about "
                        + rule.first().wire() + " and " + rule.second().wire() + "; one is needed for each pair");
            }
            rules.add(rule);
        }
        IdentityRules read = new IdentityRules(
                root.text("id"),
                root.text("title"),
                root.integer("version", 1, 1_000_000),
                Set.copyOf(root.kinds("exclusive")),
                rules);
        root.nothingElse();
        return read;
    }

    private static IdentityRules.Rule rule(DocumentNode node) {
        List<IdentifierKind> kinds = node.kinds("kinds");
        String id = node.text("id");
        if (kinds.size() != 2 || kinds.get(0) == kinds.get(1)) {
            throw new IdentityRulesException("the rule " + id + " needs two different kinds");
        }
        List<IdentifierKind> loyal = node.kinds("loyal");
        if (loyal.isEmpty() || !kinds.containsAll(loyal)) {
            throw new IdentityRulesException("the rule " + id + " needs a loyal kind, one of its two");
        }
        IdentityRules.Rule rule = new IdentityRules.Rule(
                id,
                node.text("title"),
                kinds.get(0),
                kinds.get(1),
                Set.copyOf(loyal),
                node.number("perDay", 0.01, 0.99),
                node.integer("halfLifeDays", 1, 36500),
                node.integer("leastDays", 1, 1000),
                node.number("leastConfidence", 0.01, 0.999999),
                node.number("leastShare", 0.51, 1));
        if (rule.leastDays() < 2) {
            throw new IdentityRulesException(
                    "the rule " + id + " needs leastDays of 2 or more: one day is a coincidence");
        }
        node.nothingElse();
        return rule;
    }
}
