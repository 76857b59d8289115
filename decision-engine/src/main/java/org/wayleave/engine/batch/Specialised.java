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

    private final List<String> rules;
    private final List<String> consents;
    private final Layout layout;
    private final BatchCode code;
    private final long[] firedAlways;
    private final int verdictAlways;
    private final @Nullable String whyLeft;

    private Specialised(
            List<String> rules,
            List<String> consents,
            Layout layout,
            List<Output> outputs,
            @Nullable Residual residual) {
        this.rules = rules;
        this.consents = consents;
        this.layout = layout;
        this.firedAlways = new long[BatchResult.words(rules)];
        this.whyLeft = null;
        int verdict = 0;
        List<Output> varying = new ArrayList<>();
        for (Output output : outputs) {
            if (output.condition() > Conditions.TRUE) {
                varying.add(output);
            } else if (output.condition() == Conditions.TRUE && output.word() == Output.VERDICT) {
                verdict |= (int) output.bit();
            } else if (output.condition() == Conditions.TRUE) {
                firedAlways[output.word()] |= output.bit();
            }
        }
        this.verdictAlways = verdict;
        this.code = residual == null || varying.isEmpty()
                ? (columns, from, to, fired, verdicts) -> {}
                : new BatchWriter(residual, varying, firedAlways.length).define();
    }

    private Specialised(List<String> rules, String whyLeft) {
        this.rules = rules;
        this.consents = List.of();
        this.layout = new Layout(List.of());
        this.firedAlways = new long[BatchResult.words(rules)];
        this.verdictAlways = BatchResult.LEFT;
        this.code = (columns, from, to, fired, verdicts) -> {};
        this.whyLeft = whyLeft;
    }

    /** Columns decide nothing, for a reason. */
    static Specialised toNothing(BatchPlan plan, String why) {
        return new Specialised(plan.rules(), "The policy is not decided in columns: " + why + ".");
    }

    /** Specialises a plan, or says why that cannot be done. */
    static Specialised of(
            BatchPlan plan, PlanFunction entrypoint, RegoValue data, Reading input, BuiltinContext context) {
        try {
            Conditions conditions = new Conditions(MOST_NODES);
            Atoms atoms = new Atoms(conditions);
            Values values = new Values(conditions, atoms);
            Calls calls = new Calls(conditions, atoms, values, context);
            Specialiser specialiser = new Specialiser(plan, conditions, atoms, values, calls);
            Verdict verdict =
                    new Verdict(conditions, atoms, values, specialiser.run(entrypoint, values.part(input), data));
            TreeSet<String> names = new TreeSet<>(plan.rules());
            names.addAll(verdict.fired().keySet());
            List<String> rules = List.copyOf(names);
            List<String> consents = List.copyOf(verdict.consents().keySet());
            List<Output> outputs = outputs(verdict, rules, consents);
            Residual residual = new Residual(conditions, atoms, outputs, MOST_NODES);
            return new Specialised(rules, consents, residual.layout(), residual.outputs(), residual);
        } catch (Conditions.TooMany | Unsupported e) {
            return toNothing(plan, String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            return toNothing(plan, "it is nested too deep");
        }
    }

    private static List<Output> outputs(Verdict verdict, List<String> rules, List<String> consents) {
        List<Output> outputs = new ArrayList<>();
        for (Map.Entry<String, Integer> fired : verdict.fired().entrySet()) {
            int i = rules.indexOf(fired.getKey());
            outputs.add(new Output(fired.getValue(), i / Long.SIZE, 1L << i));
        }
        outputs.add(new Output(verdict.allowed(), Output.VERDICT, BatchResult.ALLOWED));
        outputs.add(new Output(verdict.left(), Output.VERDICT, BatchResult.LEFT));
        for (Map.Entry<String, Integer> consent : verdict.consents().entrySet()) {
            long number = consents.indexOf(consent.getKey()) + 1L;
            outputs.add(new Output(consent.getValue(), Output.VERDICT, number << BatchResult.CONSENT_SHIFT));
        }
        return outputs;
    }

    List<String> rules() {
        return rules;
    }

    List<String> consents() {
        return consents;
    }

    Layout layout() {
        return layout;
    }

    /** Why columns decide nothing; null when they do. */
    @Nullable
    String whyLeft() {
        return whyLeft;
    }

    /** Decides rows as far as columns tell. */
    void run(BatchRows rows, int from, int to, BatchResult result) {
        result.begin(from, to, firedAlways, verdictAlways);
        code.run(rows.arrays(), from, to, result.fired(), result.verdicts());
    }
}
