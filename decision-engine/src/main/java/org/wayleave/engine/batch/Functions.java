package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Cases.Case;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.batch.Sym.Member;
import org.wayleave.engine.batch.Sym.Objection;
import org.wayleave.engine.batch.Sym.SetOf;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoString;

/**
 * Runs the functions of a plan for all rows at once and remembers what rules gave. A rule that cannot be followed
 * becomes a question to the compiled policy, where questions are taken: whole, or one body of a set of objections.
 */
final class Functions {
    private final Specialiser specialiser;
    private final BatchPlan shared;
    private final Plan plan;
    private final Conditions conditions;
    private final Atoms atoms;
    private final Values values;
    private final @Nullable Asks asks;
    private final Map<String, @Nullable ObjectionSet> sets = new HashMap<>();
    private Map<Integer, Result> remembered = new HashMap<>();
    private int replaced;

    /**
     * What a function gave.
     *
     * @param trouble where it met something that is left to the compiled policy
     * @param why what that was first, null when it was nothing
     * @param needs where it depends on rules that are asked for, by their numbers
     */
    record Result(Cases cases, int trouble, @Nullable String why, Map<Integer, Integer> needs) {}

    /** Functions, with no {@code asks} when no rule is to be asked for. */
    Functions(Specialiser specialiser, BatchPlan shared, Atoms atoms, Values values, @Nullable Asks asks) {
        this.specialiser = specialiser;
        this.shared = shared;
        this.plan = shared.plan();
        this.conditions = specialiser.conditions();
        this.atoms = atoms;
        this.values = values;
        this.asks = asks;
    }

    /** Runs a function from its first block on. */
    Result run(Frame frame, int start) {
        ObjectionSet set = asks == null || replaced > 0 ? null : set(frame.function);
        List<Block> blocks = frame.function.blocks();
        int here = start;
        for (int i = 0; i < blocks.size(); i++) {
            String rule = set == null ? null : set.rules().get(i);
            if (set != null && rule != null) {
                runBody(frame, set.set(), i, rule, here);
            } else {
                Exits exits = new Exits(conditions);
                int through = specialiser.run(frame, blocks.get(i), here, exits);
                here = conditions.or(through, exits.all());
            }
        }
        return new Result(frame.result, frame.trouble, frame.why, frame.needs);
    }

    private @Nullable ObjectionSet set(PlanFunction function) {
        String name = function.name(); // entry points are numbered on their own
        if (!sets.containsKey(name)) {
            sets.put(name, ObjectionSet.of(plan, function));
        }
        return sets.get(name);
    }

    /** Runs one body of a set of objections; where it cannot be followed, it is asked for. */
    private void runBody(Frame frame, int set, int block, String rule, int here) {
        Frame.State before = frame.state();
        frame.trouble = Conditions.FALSE;
        frame.why = null;
        frame.needs = new TreeMap<>();
        specialiser.run(frame, frame.function.blocks().get(block), here, new Exits(conditions));
        int objects = objects(frame.locals[set], rule);
        int left = conditions.and(
                here, conditions.or(conditions.possible(frame.trouble, atoms::isUnknown), uncertain(objects)));
        String why = frame.why == null ? atoms.whyUnknown(objects) : frame.why;
        Map<Integer, Integer> needs = frame.needs;
        frame.trouble = before.trouble();
        frame.why = before.why();
        frame.needs = new TreeMap<>(before.needs());
        int followed = conditions.not(left);
        needs.forEach((ask, where) -> frame.need(conditions, ask, conditions.and(where, followed)));
        if (left != Conditions.FALSE) {
            int ask = Objects.requireNonNull(asks).body(frame.function, block, rule, why);
            frame.need(conditions, ask, left);
            int answer = atoms.holds(asks.all().get(ask).reading());
            Member asked = new Member(conditions.and(left, answer), new Objection(ask, new Known(RegoString.of(rule))));
            frame.locals[set] = merged(before.locals().get(set), frame.locals[set], followed, asked);
        }
    }

    /** Where a set has an objection of a rule. */
    private int objects(Cases sets, String rule) {
        Sym id = new Known(RegoString.of(rule));
        int any = Conditions.FALSE;
        for (Case each : sets.all()) {
            for (Member member : ((SetOf) each.value()).members()) {
                if (values.references().dot(member.value(), new Known(ObjectionSet.RULE), false).all().stream()
                        .anyMatch(r -> r.value().equals(id))) {
                    any = conditions.or(any, conditions.and(each.condition(), member.condition()));
                }
            }
        }
        return any;
    }

    /** The members of before, those that came after where the body was followed, and one more. */
    private Cases merged(Cases before, Cases after, int followed, Member more) {
        Map<Sym, Integer> old = new HashMap<>();
        for (Case each : before.all()) {
            ((SetOf) each.value()).members().forEach(m -> old.merge(m.value(), m.condition(), conditions::or));
        }
        Cases.Collector all = new Cases.Collector(conditions);
        for (Case each : after.all()) {
            List<Member> members = new ArrayList<>();
            for (Member member : ((SetOf) each.value()).members()) {
                int kept = conditions.or(
                        old.getOrDefault(member.value(), Conditions.FALSE),
                        conditions.and(member.condition(), followed));
                if (kept != Conditions.FALSE) {
                    members.add(new Member(kept, member.value()));
                }
            }
            members.add(more);
            all.add(each.condition(), new SetOf(List.copyOf(members)));
        }
        return all.cases();
    }

    /** Where a condition depends on what columns do not tell. */
    private int uncertain(int condition) {
        int possible = conditions.possible(condition, atoms::isUnknown);
        int never = conditions.possible(conditions.not(condition), atoms::isUnknown);
        return conditions.and(possible, never);
    }

    /** Calls a function of the plan; an undefined result leaves a number of blocks. */
    int call(Frame frame, PlanFunction function, List<Integer> args, int target, int here, int level, Exits exits) {
        Result result;
        if (function.isRule()) {
            result = remembered.get(function.index());
            if (result == null) {
                result = run(callee(frame, function, args, Conditions.TRUE), Conditions.TRUE);
                result = followedOrAsked(frame, function, result);
                remembered.put(function.index(), result);
            }
        } else {
            result = run(callee(frame, function, args, here), here);
        }
        int trouble = conditions.and(here, result.trouble());
        frame.leave(conditions, trouble, String.valueOf(result.why()));
        result.needs().forEach((ask, where) -> frame.need(conditions, ask, conditions.and(here, where)));
        Cases value = result.cases().within(conditions, here);
        frame.set(conditions, target, here, value);
        int defined = value.defined(conditions);
        exits.add(level, conditions.andNot(here, defined));
        return conditions.andNot(defined, trouble);
    }

    private Frame callee(Frame frame, PlanFunction function, List<Integer> args, int here) {
        Frame callee = new Frame(function, shared.plainLocals(function));
        for (int i = 0; i < args.size(); i++) {
            callee.locals[i] = specialiser.read(frame, args.get(i), here);
        }
        return callee;
    }

    /** A rule whose value cannot be followed is asked for, unless it is the decision itself or gathers what it gives. */
    private Result followedOrAsked(Frame frame, PlanFunction function, Result result) {
        boolean isDecision = frame.function.result() < 0;
        if (asks == null || replaced > 0 || isDecision || gathers(result)) {
            return result;
        }
        int left = conditions.possible(result.trouble(), atoms::isUnknown);
        String why = result.why();
        for (Case each : result.cases().all()) {
            int uncertain = uncertain(each.condition());
            left = conditions.or(left, uncertain);
            why = why == null && uncertain != Conditions.FALSE ? atoms.whyUnknown(each.condition()) : why;
        }
        if (left == Conditions.FALSE) {
            return result;
        }
        int ask = asks.whole(function, String.valueOf(why));
        int followed = conditions.not(left);
        Cases cases = new Cases.Collector(conditions)
                .add(followed, result.cases())
                .add(left, values.references().part(asks.all().get(ask).reading()))
                .cases();
        Map<Integer, Integer> needs = new TreeMap<>();
        result.needs().forEach((other, where) -> needs.put(other, conditions.and(where, followed)));
        needs.merge(ask, left, conditions::or);
        return new Result(cases, Conditions.FALSE, null, needs);
    }

    private static boolean gathers(Result result) {
        return result.cases().all().stream()
                .anyMatch(each -> Values.isGathered(each.value())
                        || (each.value() instanceof Known k && Values.isCollection(k.value())));
    }

    /** A path that no function has is undefined, so that the data may answer; an undefined result ends the reference. */
    int callDynamic(Frame frame, Statement.CallDynamic s, int here, Exits exits) {
        List<String> path = new ArrayList<>();
        for (int operand : s.path()) {
            List<Case> cases = specialiser.read(frame, operand, here).all();
            if (cases.size() != 1
                    || cases.getFirst().condition() != here
                    || !(cases.getFirst().value() instanceof Known k)) {
                throw new Unsupported("a reference to rules by a value of the row");
            }
            path.add(k.value() instanceof RegoString text ? text.value() : "");
        }
        PlanFunction function = plan.function(path);
        if (function == null) {
            exits.add(0, here);
            return Conditions.FALSE;
        }
        return call(frame, function, s.args(), s.result(), here, 3, exits);
    }

    /** Runs with another input or other data, for which nothing is remembered, and no rule is asked for. */
    int replaced(IntSupplier block) {
        Map<Integer, Result> kept = remembered;
        remembered = new HashMap<>();
        replaced++;
        try {
            return block.getAsInt();
        } finally {
            replaced--;
            remembered = kept;
        }
    }
}
