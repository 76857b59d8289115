package org.wayleave.engine.batch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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

    /** The first thing that was left, null when nothing was. */
    @Nullable
    String why;

    /** Where it depends on rules that the compiled policy is asked for, by their numbers. */
    Map<Integer, Integer> needs = new TreeMap<>();

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

    /** Leaves something to the compiled policy where a condition holds. */
    void leave(Conditions conditions, int here, String what) {
        if (here != Conditions.FALSE) {
            trouble = conditions.or(trouble, here);
            why = why == null ? what : why;
        }
    }

    /** Depends on a rule that is asked for, where a condition holds. */
    void need(Conditions conditions, int ask, int here) {
        if (here != Conditions.FALSE) {
            needs.merge(ask, here, conditions::or);
        }
    }

    /** What a walk that starts again goes back to. */
    record State(
            List<Cases> locals,
            int returned,
            Cases result,
            int trouble,
            @Nullable String why,
            Map<Integer, Integer> needs) {}

    State state() {
        return new State(List.of(locals), returned, result, trouble, why, new TreeMap<>(needs));
    }

    void restore(State state) {
        state.locals.toArray(locals);
        returned = state.returned;
        result = state.result;
        trouble = state.trouble;
        why = state.why;
        needs = new TreeMap<>(state.needs);
    }
}
