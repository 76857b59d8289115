package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Cases.Case;
import org.wayleave.engine.batch.Sym.ArrayOf;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.batch.Sym.ObjectOf;
import org.wayleave.engine.batch.Sym.SetOf;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/**
 * Runs a plan once for all rows. What is known is computed; where the row decides, both ways are followed under
 * conditions, and values come by cases. Follows the interpreter statement by statement; where something cannot be
 * followed, the condition under which it is reached is kept as trouble, and that way ends there.
 */
final class Specialiser {
    private static final int MOST_STATEMENTS = 500_000;

    private final Plan plan;
    private final Conditions conditions;
    private final Atoms atoms;
    private final Values values;
    private final Calls calls;
    private final Walks walks = new Walks(this);
    private final Functions functions;
    private final Gathering gathering;
    private int statements;

    /** A run, with no {@code asks} when no rule is to be asked for. */
    Specialiser(BatchPlan shared, Conditions conditions, Atoms atoms, Values values, Calls calls, @Nullable Asks asks) {
        this.plan = shared.plan();
        this.conditions = conditions;
        this.atoms = atoms;
        this.values = values;
        this.calls = calls;
        this.functions = new Functions(this, shared, atoms, values, asks);
        this.gathering = new Gathering(this, values);
    }

    /** The bindings of an entry point's only result. */
    Functions.Result run(PlanFunction entrypoint, Cases input, RegoValue data) {
        Frame frame = new Frame(entrypoint, PlainLocals.of(entrypoint));
        frame.locals[0] = input;
        frame.locals[1] = Cases.of(new Known(data));
        return functions.run(frame, Conditions.TRUE);
    }

    Conditions conditions() {
        return conditions;
    }

    Atoms atoms() {
        return atoms;
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
                frame.leave(conditions, here, block.statement(i).location() + ": " + e.getMessage());
                here = Conditions.FALSE;
            }
        }
        return here;
    }

    /** An operand where a condition holds. */
    Cases read(Frame frame, int operand, int here) {
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
                                (a, b) -> values.references().dot(a, b, s.ofData()));
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
                return functions.call(frame, plan.function(s.function()), s.args(), s.result(), here, 0, exits);
            }
            case Statement.CallBuiltin s -> {
                return assign(frame, s.result(), here, callBuiltin(frame, s, here), exits);
            }
            case Statement.CallDynamic s -> {
                return functions.callDynamic(frame, s, here, exits);
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
            case Statement.AssignVarOnce s -> gathering.assignOnce(frame, s, here);
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
            case Statement.ArrayAppend s -> gathering.append(frame, s, here);
            case Statement.SetAdd s -> gathering.add(frame, s, here);
            case Statement.ObjectInsert s -> gathering.insert(frame, s.object(), s.key(), s.value(), here, false);
            case Statement.ObjectInsertOnce s -> gathering.insert(frame, s.object(), s.key(), s.value(), here, true);
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

    Values values() {
        return values;
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

    private int with(Frame frame, Statement.With s, int here, Exits exits) {
        Cases kept = frame.locals[s.local()];
        Cases value = read(frame, s.value(), here);
        if (s.path().isEmpty()) {
            frame.locals[s.local()] = value;
        } else {
            List<RegoValue> path = s.path().stream().map(plan::constant).toList();
            frame.locals[s.local()] = pairs(
                    kept.within(conditions, here),
                    value,
                    (document, v) -> values.references().upsert(document, path, Cases.of(v)));
        }
        try {
            return functions.replaced(() -> {
                Exits inner = new Exits(conditions);
                int through = run(frame, s.block(), here, inner);
                exits.add(0, inner.here());
                inner.outer(exits);
                return through;
            });
        } finally {
            frame.locals[s.local()] = kept;
        }
    }
}
