package org.wayleave.engine.batch;

import java.util.List;
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

    private final Decider whole;
    private final BuiltinContext.Surroundings surroundings;
    private final Reading root;
    private final Specialised specialised;

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
        this.specialised = strict
                ? Specialised.toNothing(plan, "errors are strict")
                : Specialised.of(plan, entrypoint, data, root, context());
    }

    /** A context of its own for each thread. */
    private BuiltinContext context() {
        return new BuiltinContext(surroundings, () -> {});
    }

    /** The ids of the rules that may object, sorted; the place of each is its bit. */
    public List<String> rules() {
        return specialised.rules();
    }

    /** What has to be known of a row, column by column. */
    public List<BatchColumn> columns() {
        return specialised.layout().columns();
    }

    /** Why all rows are left to the whole policy; null when columns decide. */
    public @Nullable String whyLeft() {
        return specialised.whyLeft();
    }

    /** Room for rows. */
    public BatchRows rows(int capacity) {
        return new BatchRows(root, specialised.layout(), context(), capacity);
    }

    /** Room for what is decided of as many rows. */
    public BatchResult result(int capacity) {
        return new BatchResult(specialised.rules(), specialised.consents(), capacity);
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
        specialised.run(rows, from, to, result);
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
