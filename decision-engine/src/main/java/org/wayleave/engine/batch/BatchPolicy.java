package org.wayleave.engine.batch;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.value.RegoValue;

/**
 * A policy specialised to what all rows of a batch have in common: for one step of a journey the action, and of the
 * context all but the time. What is left of it are conditions over columns, compiled to a loop that makes no objects. A
 * rule that columns cannot follow is asked of the compiled policy, in the rows whose decision depends on it; a row that
 * does not fit is decided by the whole policy. So every answer is the policy's.
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

    private static final int[] NOTHING_ASKED = {};

    private final BatchPlan plan;
    private final Decider whole;
    private final BuiltinContext.Surroundings surroundings;
    private final Specialised specialised;
    private volatile @Nullable Asking asking;

    /** The compiled policy, for what columns do not tell. */
    public interface Decider {
        /**
         * The value of the entry point's document for one input, null when it is undefined.
         *
         * @param input the input document
         * @return the value, null when undefined
         */
        @Nullable
        RegoValue decide(RegoValue input);

        /**
         * The same policy with another plan, whose entry points are rules.
         *
         * @param rules a plan whose entry points are the rules to be asked for
         * @return the policy that answers for them
         */
        Asking asking(Plan rules);
    }

    /** Answers about single rules. */
    @FunctionalInterface
    public interface Asking {
        /**
         * Begins to ask about an input: a function from the place of an entry point to its value, null for undefined.
         *
         * @param input the input document
         * @return the answers by the place of the entry point
         */
        IntFunction<@Nullable RegoValue> about(RegoValue input);
    }

    /**
     * Specialises a plan.
     *
     * @param plan what the plan of the policy tells about all its batches
     * @param entrypoint a document of the form {@code { allow, deny: set of { rule, … }, consent }}
     * @param data the document {@code data} of the policy
     * @param schema what inputs look like and what of them varies
     * @param known an input of the batch, or just its parts that do not vary
     * @param surroundings of the built-in functions that are computed beforehand
     * @param strict whether a failing built-in function fails the decision; then the whole policy decides every row
     * @param whole decides the rows, and answers for the rules, for which columns are not enough
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
        this.plan = plan;
        this.whole = whole;
        this.surroundings = surroundings;
        Shape input = schema.shape(schema.fixedParts(known));
        this.specialised = strict
                ? Specialised.toNothing(plan, input, "errors are strict")
                : Specialised.of(plan, entrypoint, data, input, context());
    }

    /** A context of its own for each thread. */
    private BuiltinContext context() {
        return new BuiltinContext(surroundings, () -> {});
    }

    /**
     * The ids of the rules that may object, sorted; the place of each is its bit.
     *
     * @return the ids
     */
    public List<String> rules() {
        return specialised.rules();
    }

    /**
     * What has to be known of a row, column by column.
     *
     * @return the columns, in the order of {@link BatchRows#columns()}
     */
    public List<BatchColumn> columns() {
        return specialised.layout().given();
    }

    /**
     * Why all rows are left to the whole policy; null when columns decide.
     *
     * @return the reason, in words
     */
    public @Nullable String whyLeft() {
        return specialised.whyLeft();
    }

    /**
     * Why some rows, or all, are left to the whole policy; rows that do not fit the schema are besides.
     *
     * @return the reasons, in words; empty when columns and single rules decide all that fit
     */
    public List<String> whyRowsLeft() {
        return specialised.whyRowsLeft();
    }

    /**
     * The rules for which the compiled policy is asked, in rows whose decision depends on them.
     *
     * @return the rules, each with its reason and place
     */
    public List<LeftRule> leftRules() {
        return specialised.asks().stream().map(Ask::rule).toList();
    }

    /**
     * Room for rows.
     *
     * @param capacity how many, at least 1
     * @return rows, to be filled
     */
    public BatchRows rows(int capacity) {
        return new BatchRows(specialised.root(), specialised.asks(), specialised.layout(), context(), capacity);
    }

    /**
     * Room for what is decided of as many rows.
     *
     * @param capacity as many as the rows have
     * @return a result, to be filled by {@link #decide}
     */
    public BatchResult result(int capacity) {
        return new BatchResult(
                specialised.rules(), specialised.consents(), specialised.asks().size(), capacity);
    }

    /**
     * Decides rows. Makes no objects, except for rows that the compiled policy decides or is asked about.
     *
     * @param rows made by {@link #rows} of this batch policy
     * @param from the first row
     * @param to the row after the last one
     * @param result made by {@link #result} of this batch policy; what it held before is forgotten
     * @throws IllegalStateException when the compiled policy has to decide or to be asked about a row that has no document
     */
    public void decide(BatchRows rows, int from, int to, BatchResult result) {
        specialised.run(rows, from, to, result);
        boolean asks = !specialised.asks().isEmpty();
        int[] asked = asks ? new int[specialised.asks().size()] : NOTHING_ASKED;
        int left = 0;
        for (int row = from; row < to; row++) {
            boolean follows = !rows.isMisfit(row) && (!asks || !result.hasNeeds(row) || ask(rows, row, result, asked));
            if (!follows || result.isLeft(row)) {
                left++;
                decideWhole(rows, row, result);
            }
        }
        result.count(left, asked);
    }

    /** Asks for the rules that a row needs, and decides it with their answers; false when it has to be decided whole. */
    private boolean ask(BatchRows rows, int row, BatchResult result, int[] asked) {
        List<Ask> asks = specialised.asks();
        IntFunction<@Nullable RegoValue> answers = asking().about(document(rows, row));
        BitSet done = new BitSet();
        try {
            for (int ask = next(result, row, done); ask >= 0; ask = next(result, row, done)) {
                done.set(ask);
                if (!rows.answer(row, asks.get(ask), answers.apply(ask))) {
                    return false;
                }
                if (next(result, row, done) < 0) {
                    specialised.run(rows, row, row + 1, result); // answers may need other rules
                }
            }
        } catch (PolicyException e) {
            return false; // the whole policy says what is wrong
        }
        done.stream().forEach(ask -> asked[ask]++);
        return true;
    }

    /** The next rule that a row needs and that is not asked for yet, -1 for none. */
    private int next(BatchResult result, int row, BitSet done) {
        for (int ask = 0; ask < specialised.asks().size(); ask++) {
            if (!done.get(ask) && result.needs(row, ask)) {
                return ask;
            }
        }
        return -1;
    }

    private Asking asking() {
        Asking known = asking;
        if (known == null) {
            known = plan.asking(specialised.asks(), whole::asking);
            asking = known;
        }
        return known;
    }

    private void decideWhole(BatchRows rows, int row, BatchResult result) {
        try {
            result.answer(row, whole.decide(document(rows, row)));
        } catch (PolicyException e) {
            result.fail(row, e);
        }
    }

    private static RegoValue document(BatchRows rows, int row) {
        RegoValue document = rows.document(row);
        if (document == null) {
            throw new IllegalStateException("Row " + row + " has no document, and columns do not decide it.");
        }
        return document;
    }
}
