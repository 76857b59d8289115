package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.value.RegoValue;

/**
 * A policy specialised to what all rows of a batch have in common: for one step of a journey the action, and of the
 * context all but the time. What is left of it are conditions over columns, compiled to a loop that makes no objects. A
 * row for which columns do not tell the decision is decided by the whole policy, so every answer is the policy's.
 *
 * <p>Immutable; one batch policy serves any number of threads, each with {@link #rows rows} and a
 * {@link #result result} of its own.
 *
 * <pre>{@code
 * BatchPolicy batch = policy.batch("wayleave/send", schema, known);
 * BatchRows rows = batch.rows(1024);
 * BatchResult result = batch.result(1024);
 * rows.set(0, document);
 * batch.decide(rows, 0, 1, result);
 * result.firedRules(0);
 * }</pre>
 */
public final class BatchPolicy {
    private static final int MOST_NODES = 100_000;

    private final Decider whole;
    private final BuiltinContext.Surroundings surroundings;
    private final Reading root;
    private final Layout layout;
    private final BatchCode code;
    private final List<String> rules;
    private final List<String> consents;
    private final long[] always;
    private final int verdict;
    private final @Nullable String whyLeft;

    /** Decides one input by the whole policy. */
    @FunctionalInterface
    public interface Decider {
        /** The value of the entry point's document, null when it is undefined. */
        @Nullable
        RegoValue decide(RegoValue input);
    }

    /**
     * Specialises a plan.
     *
     * @param entrypoint a document of the form {@code { allow, deny: set of { rule, … }, consent }}
     * @param schema what inputs look like and what of them varies
     * @param known an input of the batch, or just its parts that do not vary
     * @param surroundings of the built-in functions that are computed beforehand
     * @param strict whether a failing built-in function fails the decision; then the whole policy decides every row
     * @param whole decides the rows for which columns are not enough
     */
    public BatchPolicy(
            BatchPlan plan,
            PlanFunction entrypoint,
            RegoValue data,
            BatchSchema schema,
            RegoValue known,
            BuiltinContext.Surroundings surroundings,
            boolean strict,
            Decider whole) {
        this.whole = whole;
        this.surroundings = surroundings;
        this.root = Reading.root(schema.shape(schema.fixedParts(known)));
        TreeSet<String> names = new TreeSet<>(plan.rules());
        Residual residual = new Residual(new Conditions(2), new Atoms(new Conditions(2)), new int[0], 2);
        List<Output> outputs = List.of(new Output(Conditions.TRUE, Output.VERDICT, BatchResult.LEFT));
        List<String> states = List.of();
        String why = null;
        try {
            if (strict) {
                throw new Unsupported("errors are strict");
            }
            Conditions conditions = new Conditions(MOST_NODES);
            Atoms atoms = new Atoms(conditions);
            Values values = new Values(conditions, atoms);
            Calls calls = new Calls(conditions, atoms, values, context());
            Specialiser specialiser = new Specialiser(plan, conditions, atoms, values, calls);
            Verdict found =
                    new Verdict(conditions, atoms, values, specialiser.run(entrypoint, values.part(root), data));
            names.addAll(found.fired().keySet());
            states = List.copyOf(found.consents().keySet());
            List<Output> wanted = outputs(found, List.copyOf(names), states);
            residual = new Residual(
                    conditions,
                    atoms,
                    wanted.stream().mapToInt(Output::condition).toArray(),
                    MOST_NODES);
            outputs = new ArrayList<>();
            for (int i = 0; i < wanted.size(); i++) {
                outputs.add(new Output(
                        residual.outputs()[i],
                        wanted.get(i).word(),
                        wanted.get(i).bit()));
            }
        } catch (Conditions.TooMany | Unsupported e) {
            why = "The policy is not decided in columns: " + e.getMessage() + ".";
        }
        this.rules = List.copyOf(names);
        this.consents = states;
        this.layout = residual.layout();
        this.whyLeft = why;
        this.always = new long[BatchResult.words(rules)];
        int fixed = 0;
        List<Output> varying = new ArrayList<>();
        for (Output output : outputs) {
            if (output.condition() > Conditions.TRUE) {
                varying.add(output);
            } else if (output.condition() == Conditions.TRUE && output.word() == Output.VERDICT) {
                fixed |= (int) output.bit();
            } else if (output.condition() == Conditions.TRUE) {
                always[output.word()] |= output.bit();
            }
        }
        this.verdict = fixed;
        this.code = varying.isEmpty()
                ? (columns, from, to, fired, verdicts) -> {}
                : new BatchWriter(residual, varying, always.length).define();
    }

    private static List<Output> outputs(Verdict verdict, List<String> rules, List<String> states) {
        List<Output> outputs = new ArrayList<>();
        for (Map.Entry<String, Integer> fired : verdict.fired().entrySet()) {
            int i = rules.indexOf(fired.getKey());
            outputs.add(new Output(fired.getValue(), i / 64, 1L << i));
        }
        outputs.add(new Output(verdict.allowed(), Output.VERDICT, BatchResult.ALLOWED));
        outputs.add(new Output(verdict.left(), Output.VERDICT, BatchResult.LEFT));
        for (Map.Entry<String, Integer> consent : verdict.consents().entrySet()) {
            long number = states.indexOf(consent.getKey()) + 1L;
            outputs.add(new Output(consent.getValue(), Output.VERDICT, number << BatchResult.CONSENT_SHIFT));
        }
        return outputs;
    }

    /** A context of its own for each thread. */
    private BuiltinContext context() {
        return new BuiltinContext(surroundings, () -> {});
    }

    /** The ids of the rules that may object, sorted; the place of each is its bit. */
    public List<String> rules() {
        return rules;
    }

    /** What has to be known of a row, column by column. */
    public List<BatchColumn> columns() {
        return layout.columns();
    }

    /** Why all rows are left to the whole policy; null when columns decide. */
    public @Nullable String whyLeft() {
        return whyLeft;
    }

    /** Room for rows. */
    public BatchRows rows(int capacity) {
        return new BatchRows(root, layout, context(), capacity);
    }

    /** Room for what is decided of as many rows. */
    public BatchResult result(int capacity) {
        return new BatchResult(rules, consents, capacity);
    }

    /**
     * Decides rows. Makes no objects, except for rows that the whole policy decides.
     *
     * @param rows made by {@link #rows} of this batch policy
     * @param from the first row
     * @param to the row after the last one
     * @param result made by {@link #result} of this batch policy; what it held before is forgotten
     * @throws IllegalStateException when a row is left to the whole policy and has no document
     */
    public void decide(BatchRows rows, int from, int to, BatchResult result) {
        result.begin(from, to, always, verdict);
        code.run(rows.arrays(), from, to, result.fired(), result.verdicts());
        int left = 0;
        for (int row = from; row < to; row++) {
            if (result.isLeft(row) || rows.isMisfit(row)) {
                left++;
                decideWhole(rows, row, result);
            }
        }
        result.count(left);
    }

    private void decideWhole(BatchRows rows, int row, BatchResult result) {
        RegoValue document = rows.document(row);
        if (document == null) {
            throw new IllegalStateException("Row " + row + " has no document, and columns do not decide it.");
        }
        try {
            result.answer(row, whole.decide(document));
        } catch (PolicyException e) {
            result.fail(row, e);
        }
    }
}
