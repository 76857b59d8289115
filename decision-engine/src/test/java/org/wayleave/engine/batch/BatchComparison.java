package org.wayleave.engine.batch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Compares what a batch says of documents with what the whole policy says of each. */
final class BatchComparison {
    private BatchComparison() {}

    /**
     * How much columns did not tell.
     *
     * @param rows rows in all
     * @param left rows that the whole policy decided
     * @param misfits those of them that do not fit the schema
     * @param asked answers of the compiled policy about single rules
     * @param rules the rules that it was asked for
     */
    record Tally(int rows, int left, int misfits, int asked, Set<LeftRule> rules) {
        static final Tally NOTHING = new Tally(0, 0, 0, 0, Set.of());

        Tally plus(Tally more) {
            Set<LeftRule> all = new LinkedHashSet<>(rules);
            all.addAll(more.rules);
            return new Tally(
                    rows + more.rows, left + more.left, misfits + more.misfits, asked + more.asked, Set.copyOf(all));
        }
    }

    /** Adds what differs to a list; gives how much columns did not tell. */
    static Tally compare(
            Policy policy, String entrypoint, BatchPolicy batch, List<RegoValue> inputs, List<String> differences) {
        BatchRows rows = batch.rows(inputs.size());
        BatchResult result = batch.result(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            rows.set(i, inputs.get(i));
        }
        batch.decide(rows, 0, inputs.size(), result);
        for (int i = 0; i < inputs.size(); i++) {
            String wanted = wanted(policy, entrypoint, inputs.get(i));
            String got = got(batch, result, i);
            if (!got.equals(wanted)) {
                differences.add("input " + RegoJson.write(inputs.get(i)) + "\ncompiled   " + wanted + "\nin columns "
                        + got + (result.isLeft(i) ? " (left)" : ""));
            }
        }
        int misfits = 0;
        for (int i = 0; i < inputs.size(); i++) {
            misfits += rows.isMisfit(i) ? 1 : 0;
        }
        int asked = 0;
        for (int i = 0; i < batch.leftRules().size(); i++) {
            asked += result.asked(i);
        }
        return new Tally(inputs.size(), result.left(), misfits, asked, Set.copyOf(batch.leftRules()));
    }

    private static String wanted(Policy policy, String entrypoint, RegoValue input) {
        RegoValue answer;
        try {
            answer = policy.decide(entrypoint, input);
        } catch (PolicyException e) {
            return e.code().wireName();
        }
        if (!(answer instanceof RegoObject decision)) {
            return "undefined";
        }
        TreeSet<String> rules = new TreeSet<>();
        RegoValue deny = decision.get("deny");
        Iterable<RegoValue> denials = List.of();
        if (deny instanceof RegoSet set) {
            denials = set;
        } else if (deny instanceof RegoArray array) {
            denials = array;
        }
        for (RegoValue denial : denials) {
            if (denial.get(RegoString.of("rule")) instanceof RegoString rule) {
                rules.add(rule.value());
            }
        }
        String consent = decision.get("consent") instanceof RegoString s ? s.value() : null;
        return said(decision.get("allow") instanceof RegoBoolean b && b.value(), rules, consent);
    }

    private static String got(BatchPolicy batch, BatchResult result, int row) {
        PolicyException failure = result.failure(row);
        if (failure != null) {
            return failure.code().wireName();
        }
        if (result.isLeft(row) && result.answer(row) == null) {
            return "undefined";
        }
        TreeSet<String> byBits = new TreeSet<>();
        for (int i = 0; i < batch.rules().size() && i < Long.SIZE; i++) {
            if ((result.fired(row) >>> i & 1) != 0) {
                byBits.add(batch.rules().get(i));
            }
        }
        TreeSet<String> rules = new TreeSet<>(result.firedRules(row));
        if (!byBits.equals(rules)) {
            return "bits " + byBits + " but rules " + rules;
        }
        return said(result.allowed(row), rules, result.consent(row));
    }

    private static String said(boolean allowed, Set<String> rules, @Nullable String consent) {
        return (allowed ? "allow " : "deny ") + rules + " consent " + consent;
    }
}
