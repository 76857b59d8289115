package org.wayleave.engine.batch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.wayleave.engine.plan.PlanFunction;

/** One run of a function for all rows at once: its locals by cases, and the conditions under which it ended. */
final class Frame {
    final PlanFunction function;
    final Cases[] locals;

    /** Where it has returned. */
    int returned = Conditions.FALSE;

    Cases result = Cases.NONE;

    /** Where it did something that is left to the compiled policy. */
    int trouble = Conditions.FALSE;

    /** Walks over arrays of the row that are under way in this frame. */
    int walks;

    private final BitSet plain;
    private final int[] begunIn;

    Frame(PlanFunction function, BitSet plain) {
        this.function = function;
        this.plain = plain;
        this.locals = new Cases[function.locals()];
        this.begunIn = new int[function.locals()];
        Arrays.fill(locals, Cases.NONE);
    }

    /** Gives a local a value where a condition holds; elsewhere it keeps what it had, as far as that is read again. */
    void set(Conditions conditions, int local, int here, Cases value) {
        locals[local] = plain.get(local) ? value : value.over(conditions, here, locals[local]);
    }

    /** Notes that a local starts anew, so that what it comes to hold belongs to the walk under way. */
    void begin(int local) {
        begunIn[local] = walks;
    }

    /** Whether a local was begun outside the walk under way, so that it gathers from all its steps. */
    boolean gathers(int local) {
        return begunIn[local] < walks;
    }

    /** What a walk that starts again goes back to. */
    record State(List<Cases> locals, int returned, Cases result, int trouble) {}

    State state() {
        return new State(List.of(locals), returned, result, trouble);
    }

    void restore(State state) {
        state.locals.toArray(locals);
        returned = state.returned;
        result = state.result;
        trouble = state.trouble;
    }
}
