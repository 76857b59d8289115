package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.value.RegoNumber;

/** A value by cases: conditions exclude each other, and where none holds the value is undefined. Immutable. */
record Cases(List<Case> all) {
    /** More cases than this are left to the compiled policy. */
    static final int MOST = 64;

    static final Cases NONE = new Cases(List.of());

    /** The value where a condition holds. */
    record Case(int condition, Sym value) {}

    static Cases of(Sym value) {
        return new Cases(List.of(new Case(Conditions.TRUE, value)));
    }

    static Cases of(int condition, Sym value) {
        return condition == Conditions.FALSE ? NONE : new Cases(List.of(new Case(condition, value)));
    }

    /** Where the value is defined. */
    int defined(Conditions conditions) {
        int defined = Conditions.FALSE;
        for (Case each : all) {
            defined = conditions.or(defined, each.condition());
        }
        return defined;
    }

    /** The value where a condition holds, undefined elsewhere. */
    Cases within(Conditions conditions, int condition) {
        if (condition == Conditions.TRUE || all.isEmpty()) {
            return this;
        }
        List<Case> kept = new ArrayList<>(all.size());
        for (Case each : all) {
            int both = conditions.and(each.condition(), condition);
            if (both != Conditions.FALSE) {
                kept.add(both == each.condition() ? each : new Case(both, each.value()));
            }
        }
        return new Cases(List.copyOf(kept));
    }

    /** This value where a condition holds, another elsewhere. */
    Cases over(Conditions conditions, int condition, Cases other) {
        Cases kept = other.within(conditions, conditions.not(condition));
        Cases mine = within(conditions, condition);
        return kept.all.isEmpty()
                ? mine
                : new Collector(conditions).add(kept).add(mine).cases();
    }

    /** Brings cases together, equal values as one. */
    static final class Collector {
        private final Conditions conditions;
        private final List<Case> cases = new ArrayList<>();

        Collector(Conditions conditions) {
            this.conditions = conditions;
        }

        Collector add(int condition, Sym value) {
            if (condition == Conditions.FALSE) {
                return this;
            }
            for (int i = 0; i < cases.size(); i++) {
                if (same(cases.get(i).value(), value)) {
                    cases.set(i, new Case(conditions.or(cases.get(i).condition(), condition), value));
                    return this;
                }
            }
            if (cases.size() == MOST) {
                throw new Unsupported("a value with more than " + MOST + " cases");
            }
            cases.add(new Case(condition, value));
            return this;
        }

        Collector add(Cases more) {
            more.all.forEach(each -> add(each.condition(), each.value()));
            return this;
        }

        /** Adds another value where a condition holds. */
        Collector add(int condition, Cases more) {
            return add(more.within(conditions, condition));
        }

        Cases cases() {
            return new Cases(List.copyOf(cases));
        }

        /** Equal numbers that are written differently are printed differently, so they are kept apart. */
        private static boolean same(Sym a, Sym b) {
            return a.equals(b)
                    && !(a instanceof Known x
                            && b instanceof Known y
                            && x.value() instanceof RegoNumber
                            && !x.value().toString().equals(y.value().toString()));
        }
    }
}
