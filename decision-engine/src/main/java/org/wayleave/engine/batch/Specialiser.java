package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wayleave.engine.batch.Cases.Case;
import org.wayleave.engine.batch.Sym.ArrayOf;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.batch.Sym.Member;
import org.wayleave.engine.batch.Sym.ObjectOf;
import org.wayleave.engine.batch.Sym.SetOf;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/**
 * Runs a plan once for all rows. What is known is computed; where the row decides, both ways are followed under
 * conditions, and values come by cases. Follows the interpreter statement by statement; where something cannot be
 * followed, the condition under which it is reached is kept as trouble, and that way ends there.
 */
final class Specialiser {
    private static final int MOST_STATEMENTS = 500_000;

    private final BatchPlan shared;
    private final Plan plan;
    private final Conditions conditions;
    private final Atoms atoms;
    private final Values values;
    private final Calls calls;
    private final Walks walks = new Walks(this);
    private Map<Integer, Result> remembered = new HashMap<>();
    private int statements;

    /** What a function gave, and where it met something that is left to the compiled policy. */
    record Result(Cases cases, int trouble) {}

    Specialiser(BatchPlan shared, Conditions conditions, Atoms atoms, Values values, Calls calls) {
        this.shared = shared;
        this.plan = shared.plan();
        this.conditions = conditions;
        this.atoms = atoms;
        this.values = values;
        this.calls = calls;
    }

    /** The bindings of an entry point's only result. */
    Result run(PlanFunction entrypoint, Cases input, RegoValue data) {
        Frame frame = new Frame(entrypoint, PlainLocals.of(entrypoint));
        frame.locals[0] = input;
        frame.locals[1] = Cases.of(new Known(data));
        return run(frame, Conditions.TRUE);
    }

    Conditions conditions() {
        return conditions;
    }

    Atoms atoms() {
        return atoms;
    }

    private Result run(Frame frame, int start) {
        int here = start;
        for (Block block : frame.function.blocks()) {
            Exits exits = new Exits(conditions);
            int through = run(frame, block, here, exits);
            here = conditions.or(through, exits.all());
        }
        return new Result(frame.result, frame.trouble);
    }

    /** Runs a block where a condition holds; gives the condition that its end is reached. */
    int run(Frame frame, Block block, int start, Exits exits) {
        int here = start;
        for (int i = 0; i < block.size() && here != Conditions.FALSE; i++) {
            if (++statements > MOST_STATEMENTS) {
                throw new Conditions.TooMany("more than " + MOST_STATEMENTS + " statements");
            }
            try {
                here = run(frame, block.statement(i), here, exits);
            } catch (Unsupported e) {
                frame.trouble = conditions.or(frame.trouble, here);
                here = Conditions.FALSE;
            }
        }
        return here;
    }

    /** An operand where a condition holds. */
    private Cases read(Frame frame, int operand, int here) {
        if (operand < 0) {
            return Cases.of(here, new Known(plan.constant(~operand)));
        }
        Cases cases = frame.locals[operand].within(conditions, here);
        if (cases.all().stream().noneMatch(each -> Values.isGathered(each.value()))) {
            return cases;
        }
        Cases.Collector all = new Cases.Collector(conditions);
        cases.all().forEach(each -> all.add(each.condition(), values.settled(each.value(), each.condition())));
        return all.cases();
    }

    private void set(Frame frame, int local, int here, Cases value) {
        frame.set(conditions, local, here, value);
    }

    private void set(Frame frame, int local, int here, Sym value) {
        set(frame, local, here, Cases.of(here, value));
    }

    /** Goes on where the value of a local is defined. */
    private int defined(int here, int defined, Exits exits) {
        int on = conditions.and(here, defined);
        exits.add(0, conditions.andNot(here, defined));
        return on;
    }

    private int run(Frame frame, Statement statement, int here, Exits exits) {
        switch (statement) {
            case Statement.Dot s -> {
                Cases value = s.source() < 0
                        ? Cases.NONE
                        : pairs(
                                read(frame, s.source(), here),
                                read(frame, s.key(), here),
                                (a, b) -> values.dot(a, b, s.ofData()));
                return assign(frame, s.target(), here, value, exits);
            }
            case Statement.AssignVar s -> set(frame, s.target(), here, read(frame, s.source(), here));
            case Statement.Equal s -> {
                return defined(here, values.equal(read(frame, s.a(), here), read(frame, s.b(), here)), exits);
            }
            case Statement.NotEqual s -> {
                int equal = values.equal(read(frame, s.a(), here), read(frame, s.b(), here));
                return defined(here, conditions.not(equal), exits);
            }
            case Statement.Blocks s -> {
                return runBlocks(frame, s.blocks(), here, exits);
            }
            case Statement.Call s -> {
                return call(frame, plan.function(s.function()), s.args(), s.result(), here, 0, exits);
            }
            case Statement.CallBuiltin s -> {
                return assign(frame, s.result(), here, callBuiltin(frame, s, here), exits);
            }
            case Statement.CallDynamic s -> {
                return callDynamic(frame, s, here, exits);
            }
            case Statement.Not s -> {
                Exits inner = new Exits(conditions);
                exits.add(0, run(frame, s.block(), here, inner));
                inner.outer(exits);
                return inner.here();
            }
            case Statement.Scan s -> {
                return walks.scan(frame, s, read(frame, s.source(), here), here, exits);
            }
            case Statement.Break s -> {
                exits.add(s.index(), here);
                return Conditions.FALSE;
            }
            case Statement.ReturnLocal s -> {
                frame.result = read(frame, s.source(), here).over(conditions, here, frame.result);
                frame.returned = conditions.or(frame.returned, here);
                return Conditions.FALSE;
            }
            case Statement.IsDefined s -> {
                return defined(here, read(frame, s.source(), here).defined(conditions), exits);
            }
            case Statement.IsUndefined s -> {
                int defined = read(frame, s.source(), here).defined(conditions);
                return defined(here, conditions.not(defined), exits);
            }
            case Statement.ResetLocal s -> {
                frame.begin(s.target());
                set(frame, s.target(), here, Cases.NONE);
            }
            case Statement.AssignVarOnce s -> assignOnce(frame, s, here);
            case Statement.AssignInt s -> set(frame, s.target(), here, new Known(plan.constant(s.constant())));
            case Statement.MakeNull s -> set(frame, s.target(), here, new Known(RegoNull.NULL));
            case Statement.MakeNumberInt s -> set(frame, s.target(), here, new Known(plan.constant(s.constant())));
            case Statement.MakeNumberRef s -> set(frame, s.target(), here, new Known(plan.constant(s.constant())));
            case Statement.MakeArray s -> {
                frame.begin(s.target());
                set(frame, s.target(), here, new ArrayOf(List.of()));
            }
            case Statement.MakeObject s -> {
                frame.begin(s.target());
                set(frame, s.target(), here, new ObjectOf(Map.of()));
            }
            case Statement.MakeSet s -> set(frame, s.target(), here, new SetOf(List.of()));
            case Statement.ArrayAppend s -> append(frame, s, here);
            case Statement.SetAdd s -> add(frame, s, here);
            case Statement.ObjectInsert s -> insert(frame, s.object(), s.key(), s.value(), here, false);
            case Statement.ObjectInsertOnce s -> insert(frame, s.object(), s.key(), s.value(), here, true);
            case Statement.ObjectMerge s ->
                set(
                        frame,
                        s.target(),
                        here,
                        pairs(read(frame, s.a(), here), read(frame, s.b(), here), Specialiser::merged));
            case Statement.IsArray s -> {
                return isOfType(frame, s.source(), RegoType.ARRAY, here, exits);
            }
            case Statement.IsObject s -> {
                return isOfType(frame, s.source(), RegoType.OBJECT, here, exits);
            }
            case Statement.IsSet s -> {
                return isOfType(frame, s.source(), RegoType.SET, here, exits);
            }
            case Statement.Len s -> set(frame, s.target(), here, walks.length(read(frame, s.source(), here)));
            case Statement.With s -> {
                return with(frame, s, here, exits);
            }
            case Statement.ResultSetAdd s -> {
                if (conditions.and(here, frame.returned) != Conditions.FALSE) {
                    throw new Unsupported("more than one result");
                }
                frame.result = read(frame, s.value(), here).over(conditions, here, frame.result);
                frame.returned = conditions.or(frame.returned, here);
            }
            case Statement.Nop s -> {}
        }
        return here;
    }

    private int assign(Frame frame, int target, int here, Cases value, Exits exits) {
        set(frame, target, here, value);
        return defined(here, value.defined(conditions), exits);
    }

    /** What a function of two values gives. */
    private interface Pairing {
        Cases of(Sym a, Sym b);
    }

    private Cases pairs(Cases a, Cases b, Pairing pairing) {
        Cases.Collector all = new Cases.Collector(conditions);
        for (Case x : a.all()) {
            for (Case y : b.all()) {
                int both = conditions.and(x.condition(), y.condition());
                if (both != Conditions.FALSE) {
                    all.add(both, pairing.of(x.value(), y.value()));
                }
            }
        }
        return all.cases();
    }

    private static Cases merged(Sym a, Sym b) {
        if (a instanceof Known x && b instanceof Known y) {
            RegoValue result = Evaluation.merge(x.value(), y.value());
            result.seal();
            return Cases.of(new Known(result));
        }
        if (a instanceof Known x && Values.size(x.value()) == 0 && x.type() == RegoType.OBJECT) {
            return Cases.of(b.type() == RegoType.OBJECT ? b : a);
        }
        throw new Unsupported("data below which rules depend on the row");
    }

    private int runBlocks(Frame frame, List<Block> blocks, int start, Exits exits) {
        int here = start;
        for (Block block : blocks) {
            Exits inner = new Exits(conditions);
            int through = run(frame, block, here, inner);
            here = conditions.or(through, inner.here());
            inner.outer(exits);
        }
        return here;
    }

    private int isOfType(Frame frame, int source, RegoType type, int here, Exits exits) {
        int is = Conditions.FALSE;
        if (source >= 0) {
            for (Case each : read(frame, source, here).all()) {
                if (each.value().type() == null) {
                    throw new Unsupported("the type of a value of which nothing is known");
                }
                is = each.value().type() == type ? conditions.or(is, each.condition()) : is;
            }
        }
        return defined(here, is, exits);
    }

    private Cases callBuiltin(Frame frame, Statement.CallBuiltin s, int here) {
        List<Case> combinations = List.of(new Case(here, new ArrayOf(List.of())));
        for (int argument : s.args()) {
            List<Case> longer = new ArrayList<>();
            for (Case so : combinations) {
                for (Case each : read(frame, argument, so.condition()).all()) {
                    List<Cases> more = new ArrayList<>(((ArrayOf) so.value()).elements());
                    more.add(Cases.of(each.value()));
                    longer.add(new Case(each.condition(), new ArrayOf(more)));
                }
            }
            if (longer.size() > Cases.MOST) {
                throw new Unsupported("a call with more than " + Cases.MOST + " combinations of arguments");
            }
            combinations = longer;
        }
        Cases.Collector result = new Cases.Collector(conditions);
        for (Case each : combinations) {
            List<Sym> arguments = ((ArrayOf) each.value())
                    .elements().stream().map(c -> c.all().getFirst().value()).toList();
            result.add(each.condition(), calls.call(s.name(), s.builtin(), arguments));
        }
        return result.cases();
    }

    private int call(
            Frame frame, PlanFunction function, List<Integer> args, int target, int here, int level, Exits exits) {
        Result result;
        if (function.isRule()) {
            result = remembered.get(function.index());
            if (result == null) {
                result = run(callee(frame, function, args, Conditions.TRUE), Conditions.TRUE);
                remembered.put(function.index(), result);
            }
        } else {
            result = run(callee(frame, function, args, here), here);
        }
        frame.trouble = conditions.or(frame.trouble, conditions.and(here, result.trouble()));
        Cases value = result.cases().within(conditions, here);
        set(frame, target, here, value);
        int defined = value.defined(conditions);
        exits.add(level, conditions.andNot(here, defined));
        return defined;
    }

    private Frame callee(Frame frame, PlanFunction function, List<Integer> args, int here) {
        Frame callee = new Frame(function, shared.plainLocals(function));
        for (int i = 0; i < args.size(); i++) {
            callee.locals[i] = read(frame, args.get(i), here);
        }
        return callee;
    }

    /** A path that no function has is undefined, so that the data may answer; an undefined result ends the reference. */
    private int callDynamic(Frame frame, Statement.CallDynamic s, int here, Exits exits) {
        List<String> path = new ArrayList<>();
        for (int operand : s.path()) {
            List<Case> cases = read(frame, operand, here).all();
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

    private void assignOnce(Frame frame, Statement.AssignVarOnce s, int here) {
        Cases value = read(frame, s.source(), here);
        Cases known = frame.locals[s.target()].within(conditions, here);
        refuseAmbiguous(frame, s.target(), value);
        int both = conditions.and(value.defined(conditions), known.defined(conditions));
        int conflict = both == Conditions.FALSE ? both : conditions.andNot(both, values.equal(value, known));
        frame.trouble = conditions.or(frame.trouble, conflict);
        Cases fresh = value.within(conditions, conditions.not(known.defined(conditions)));
        frame.locals[s.target()] = new Cases.Collector(conditions)
                .add(frame.locals[s.target()])
                .add(fresh)
                .cases();
    }

    /** Elements that are followed as one could be several, and then conflict. */
    private static void refuseAmbiguous(Frame frame, int target, Cases value) {
        if (frame.gathers(target) && value.all().stream().anyMatch(each -> Atoms.isAmbiguous(each.value()))) {
            throw new Unsupported("one value from an array of the row");
        }
    }

    private void append(Frame frame, Statement.ArrayAppend s, int here) {
        if (frame.gathers(s.array())) {
            throw new Unsupported("an array made of an array of the row");
        }
        Cases value = read(frame, s.value(), here);
        Cases.Collector all = new Cases.Collector(conditions);
        for (Case array : frame.locals[s.array()].within(conditions, here).all()) {
            List<Cases> elements = new ArrayList<>(((ArrayOf) array.value()).elements());
            elements.add(value);
            all.add(array.condition(), new ArrayOf(List.copyOf(elements)));
        }
        set(frame, s.array(), here, all.cases());
    }

    private void add(Frame frame, Statement.SetAdd s, int here) {
        Cases value = read(frame, s.value(), here);
        Cases.Collector all = new Cases.Collector(conditions);
        for (Case set : frame.locals[s.set()].all()) {
            if (conditions.and(set.condition(), here) == Conditions.FALSE) {
                all.add(set.condition(), set.value()); // left over from elsewhere
                continue;
            }
            Cases.Collector members = new Cases.Collector(conditions);
            ((SetOf) set.value()).members().forEach(m -> members.add(m.condition(), m.value()));
            members.add(value);
            List<Member> together = members.cases().all().stream()
                    .map(each -> new Member(each.condition(), each.value()))
                    .toList();
            all.add(set.condition(), new SetOf(together));
        }
        frame.locals[s.set()] = all.cases();
    }

    private void insert(Frame frame, int target, int keyOperand, int valueOperand, int here, boolean once) {
        Cases keys = read(frame, keyOperand, here);
        Cases value = read(frame, valueOperand, here);
        if (once) {
            refuseAmbiguous(frame, target, value);
        }
        Cases.Collector all = new Cases.Collector(conditions);
        for (Case object : frame.locals[target].all()) {
            if (conditions.and(object.condition(), here) == Conditions.FALSE) {
                all.add(object.condition(), object.value()); // left over from elsewhere
                continue;
            }
            Map<RegoValue, Cases> entries = new HashMap<>(((ObjectOf) object.value()).entries());
            for (Case key : keys.all()) {
                if (!(key.value() instanceof Known k)) {
                    throw new Unsupported("an object whose keys depend on the row");
                }
                Cases known = entries.getOrDefault(k.value(), Cases.NONE);
                Cases mine = value.within(conditions, key.condition());
                if (once) {
                    int both = conditions.and(mine.defined(conditions), known.defined(conditions));
                    frame.trouble = conditions.or(frame.trouble, conditions.andNot(both, values.equal(mine, known)));
                }
                entries.put(k.value(), mine.over(conditions, key.condition(), known));
            }
            all.add(object.condition(), new ObjectOf(Map.copyOf(entries)));
        }
        frame.locals[target] = all.cases();
    }

    private int with(Frame frame, Statement.With s, int here, Exits exits) {
        Cases kept = frame.locals[s.local()];
        Cases value = read(frame, s.value(), here);
        if (s.path().isEmpty()) {
            frame.locals[s.local()] = value;
        } else {
            RegoValue[] path = s.path().stream().map(plan::constant).toArray(RegoValue[]::new);
            frame.locals[s.local()] = pairs(kept.within(conditions, here), value, (document, v) -> {
                if (document instanceof Known d && v instanceof Known k) {
                    return Cases.of(new Known(Evaluation.upsert(d.value(), path, 0, k.value())));
                }
                throw new Unsupported("a part of the row replaced by with");
            });
        }
        Map<Integer, Result> memo = remembered;
        remembered = new HashMap<>();
        try {
            Exits inner = new Exits(conditions);
            int through = run(frame, s.block(), here, inner);
            exits.add(0, inner.here());
            inner.outer(exits);
            return through;
        } finally {
            remembered = memo;
            frame.locals[s.local()] = kept;
        }
    }
}
