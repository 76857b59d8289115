package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.value.RegoValue;

/** A plan specialised to known parts of the input: columns, compiled conditions over them, and what holds for all rows. */
final class Specialised {
    private static final int MOST_NODES = 100_000;

    /** More rules are not asked for one by one. */
    private static final int MOST_ASKS = 64;

    private final Reading root;
    private final List<String> rules;
    private final List<String> consents;
    private final List<Ask> asks;
    private final List<String> whyRowsLeft;
    private final Layout layout;
    private final BatchCode code;
    private final long[] always;
    private final int verdictAlways;
    private final @Nullable String whyLeft;

    private Specialised(
            Reading root,
            List<String> rules,
            List<String> consents,
            List<Ask> asks,
            List<String> whyRowsLeft,
            Residual residual) {
        this.root = root;
        this.rules = rules;
        this.consents = consents;
        this.asks = asks;
        this.whyRowsLeft = whyRowsLeft;
        this.layout = residual.layout();
        this.always = new long[BatchResult.words(rules.size(), asks.size())];
        this.whyLeft = null;
        int verdict = 0;
        List<Output> varying = new ArrayList<>();
        for (Output output : residual.outputs()) {
            if (output.condition() > Conditions.TRUE) {
                varying.add(output);
            } else if (output.condition() == Conditions.TRUE && output.word() == Output.VERDICT) {
                verdict |= (int) output.bit();
            } else if (output.condition() == Conditions.TRUE) {
                always[output.word()] |= output.bit();
            }
        }
        this.verdictAlways = verdict;
        this.code = varying.isEmpty()
                ? (columns, from, to, fired, verdicts) -> {}
                : new BatchWriter(residual, varying, always.length).define();
    }

    private Specialised(Reading root, List<String> rules, String whyLeft) {
        this.root = root;
        this.rules = rules;
        this.consents = List.of();
        this.asks = List.of();
        this.whyRowsLeft = List.of(whyLeft);
        this.layout = new Layout(List.of());
        this.always = new long[BatchResult.words(rules.size(), 0)];
        this.verdictAlways = BatchResult.LEFT;
        this.code = (columns, from, to, fired, verdicts) -> {};
        this.whyLeft = whyLeft;
    }

    /** Columns decide nothing, for a reason. */
    static Specialised toNothing(BatchPlan plan, Shape input, String why) {
        return new Specialised(Reading.root(input), plan.rules(), "The policy is not decided in columns: " + why + ".");
    }

    /**
     * Specialises a plan, or says why that cannot be done. Only when something cannot be followed is it done once more,
     * with rules that are asked for: what is asked for is not seen to cancel out.
     */
    static Specialised of(
            BatchPlan plan, PlanFunction entrypoint, RegoValue data, Shape input, BuiltinContext context) {
        Specialised followed = of(plan, entrypoint, data, input, context, null);
        if (followed.whyRowsLeft.isEmpty()) {
            return followed;
        }
        Specialised asking = of(plan, entrypoint, data, input, context, new Asks(plan.plan()));
        return asking.whyLeft == null && asking.asks.size() <= MOST_ASKS ? asking : followed;
    }

    private static Specialised of(
            BatchPlan plan,
            PlanFunction entrypoint,
            RegoValue data,
            Shape input,
            BuiltinContext context,
            @Nullable Asks asks) {
        try {
            Conditions conditions = new Conditions(MOST_NODES);
            Atoms atoms = new Atoms(conditions);
            Values values = new Values(conditions, atoms);
            Calls calls = new Calls(conditions, atoms, values, context);
            Specialiser specialiser = new Specialiser(plan, conditions, atoms, values, calls, asks);
            Reading root = Reading.root(input);
            Verdict verdict = new Verdict(
                    conditions,
                    atoms,
                    values,
                    asks,
                    specialiser.run(entrypoint, values.references().part(root), data));
            TreeSet<String> names = new TreeSet<>(plan.rules());
            names.addAll(verdict.fired().keySet());
            List<String> rules = List.copyOf(names);
            List<String> consents = List.copyOf(verdict.consents().keySet());
            List<Output> outputs = outputs(verdict, rules, consents);
            Residual residual = new Residual(conditions, atoms, outputs, MOST_NODES);
            return new Specialised(
                    root,
                    rules,
                    consents,
                    asks == null ? List.of() : List.copyOf(asks.all()),
                    verdict.left() == Conditions.FALSE ? List.of() : verdict.why(),
                    residual);
        } catch (Conditions.TooMany | Unsupported e) {
            return toNothing(plan, input, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return toNothing(plan, input, "it is nested too deep");
        }
    }

    private static List<Output> outputs(Verdict verdict, List<String> rules, List<String> consents) {
        List<Output> outputs = new ArrayList<>();
        for (Map.Entry<String, Integer> fired : verdict.fired().entrySet()) {
            int i = rules.indexOf(fired.getKey());
            outputs.add(new Output(fired.getValue(), i / Long.SIZE, 1L << i));
        }
        int firstNeed = BatchResult.words(rules.size(), 0);
        verdict.needs()
                .forEach(
                        (ask, condition) -> outputs.add(new Output(condition, firstNeed + ask / Long.SIZE, 1L << ask)));
        outputs.add(new Output(verdict.allowed(), Output.VERDICT, BatchResult.ALLOWED));
        outputs.add(new Output(verdict.left(), Output.VERDICT, BatchResult.LEFT));
        for (Map.Entry<String, Integer> consent : verdict.consents().entrySet()) {
            long number = consents.indexOf(consent.getKey()) + 1L;
            outputs.add(new Output(consent.getValue(), Output.VERDICT, number << BatchResult.CONSENT_SHIFT));
        }
        return outputs;
    }

    /** The input as far as it is read. */
    Reading root() {
        return root;
    }

    List<String> rules() {
        return rules;
    }

    List<String> consents() {
        return consents;
    }

    /** The rules that are asked for. */
    List<Ask> asks() {
        return asks;
    }

    Layout layout() {
        return layout;
    }

    /** Why columns decide nothing; null when they do. */
    @Nullable
    String whyLeft() {
        return whyLeft;
    }

    /** Why some rows, or all, are left as a whole. */
    List<String> whyRowsLeft() {
        return whyRowsLeft;
    }

    /** Decides rows as far as columns tell. */
    void run(BatchRows rows, int from, int to, BatchResult result) {
        result.begin(from, to, always, verdictAlways);
        code.run(rows.arrays(), from, to, result.fired(), result.verdicts());
    }
}
