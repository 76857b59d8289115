package org.wayleave.engine.compile;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.plan.Block;
import org.wayleave.engine.plan.Plan;
import org.wayleave.engine.plan.PlanFunction;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoValue;

/**
 * Which locals of a function hold one and the same value whenever they hold any, and which statements are always
 * undefined or always go on: constants of the plan, parts of the data, and what follows from those.
 */
final class KnownValues {
    private static final int DATA = 1;

    private final Plan plan;
    private final FunctionShape shape;
    private final @Nullable KnownRules rules;
    private final Map<Integer, RegoValue> values = new HashMap<>();
    private final Set<Statement> undefined = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Statement> idle = Collections.newSetFromMap(new IdentityHashMap<>());

    /**
     * Examines a function.
     *
     * @param data the data document, null when the function may be called with another one
     * @param rules what rules give for that data, null likewise
     */
    KnownValues(
            Plan plan,
            PlanFunction function,
            FunctionShape shape,
            @Nullable RegoValue data,
            @Nullable KnownRules rules) {
        this.plan = plan;
        this.shape = shape;
        boolean own = data != null && shape.writesOf(DATA) == FunctionShape.WRITES_OF_PARAMETER;
        this.rules = own ? rules : null;
        if (own && data != null) {
            values.put(DATA, data);
        }
        function.blocks().forEach(this::examine);
    }

    /** The value of an operand, null when it is not known. */
    @Nullable
    RegoValue of(int operand) {
        return operand < 0 ? plan.constant(~operand) : values.get(operand);
    }

    /** Whether a statement leaves its block each time. */
    boolean isUndefined(Statement statement) {
        return undefined.contains(statement);
    }

    /** Whether a statement does nothing but set a known local, or compare what is known to be so. */
    boolean isIdle(Statement statement) {
        return idle.contains(statement);
    }

    private void examine(Block block) {
        List<Statement> statements = block.statements();
        int i = 0;
        while (i < statements.size()) {
            int taken = collection(statements, i);
            if (taken == 0) {
                Statement statement = statements.get(i);
                examine(statement);
                FunctionShape.inner(statement).forEach(this::examine);
                taken = 1;
            }
            i += taken;
        }
    }

    private void examine(Statement statement) {
        switch (statement) {
            case Statement.MakeNumberInt s -> set(s, s.target(), plan.constant(s.constant()));
            case Statement.MakeNumberRef s -> set(s, s.target(), plan.constant(s.constant()));
            case Statement.MakeNull s -> set(s, s.target(), RegoNull.NULL);
            case Statement.AssignVar s -> {
                RegoValue value = of(s.source());
                if (value != null) {
                    set(s, s.target(), value);
                }
            }
            case Statement.Dot s -> {
                RegoValue source = s.source() < 0 ? null : of(s.source());
                RegoValue key = of(s.key());
                if (source != null && key != null) {
                    outcome(s, s.target(), s.ofData() ? Operations.dotOfData(source, key) : source.get(key));
                }
            }
            case Statement.Call s -> {
                if (rules != null && rules.has(s.function()) && s.args().equals(List.of(0, DATA))) {
                    outcome(s, s.result(), rules.result(s.function()));
                }
            }
            case Statement.CallBuiltin s -> examine(s);
            case Statement.Len s -> {
                RegoValue source = of(s.source());
                if (source != null) {
                    set(s, s.target(), Operations.length(source));
                }
            }
            case Statement.Equal s -> compare(s, s.a(), s.b(), true);
            case Statement.NotEqual s -> compare(s, s.a(), s.b(), false);
            case Statement.IsArray s -> test(s, s.source(), RegoArray.class);
            case Statement.IsObject s -> test(s, s.source(), RegoObject.class);
            case Statement.IsSet s -> test(s, s.source(), RegoSet.class);
            default -> {}
        }
    }

    private void examine(Statement.CallBuiltin s) {
        RegoValue[] args = new RegoValue[s.args().size()];
        for (int i = 0; i < args.length; i++) {
            RegoValue value = of(s.args().get(i));
            if (value == null) {
                return;
            }
            args[i] = value;
        }
        try {
            if (s.builtin() instanceof Builtin.Unary f && args.length == 1) {
                outcome(s, s.result(), f.call(args[0]));
            } else if (s.builtin() instanceof Builtin.Binary f && args.length == 2) {
                outcome(s, s.result(), f.call(args[0], args[1]));
            } else if (s.builtin() instanceof Builtin.Ternary f && args.length == 3) {
                outcome(s, s.result(), f.call(args[0], args[1], args[2]));
            }
        } catch (BuiltinException e) {
            return; // whether that is an error or undefined is for the decision to say
        }
    }

    private void compare(Statement statement, int a, int b, boolean wanted) {
        RegoValue x = of(a);
        RegoValue y = of(b);
        if (x != null && y != null) {
            goesOn(statement, x.equals(y) == wanted);
        }
    }

    private void test(Statement statement, int source, Class<? extends RegoValue> type) {
        RegoValue value = source < 0 ? null : of(source);
        if (value != null) {
            goesOn(statement, type.isInstance(value));
        }
    }

    private void goesOn(Statement statement, boolean does) {
        (does ? idle : undefined).add(statement);
    }

    private void outcome(Statement statement, int target, @Nullable RegoValue value) {
        if (value == null) {
            undefined.add(statement);
        } else {
            set(statement, target, value);
        }
    }

    private void set(Statement statement, int target, RegoValue value) {
        if (shape.writesOf(target) == 1) {
            value.seal();
            values.put(target, value);
            idle.add(statement);
        }
    }

    /** A collection that is made and filled with known values at once; returns of how many statements. */
    private int collection(List<Statement> statements, int from) {
        int target = Filling.target(statements.get(from));
        if (target < 0) {
            return 0;
        }
        int n = Filling.length(statements, from);
        List<Statement> filling = statements.subList(from + 1, from + n);
        if (shape.writesOf(target) != n || !filling.stream().allMatch(this::isKnown)) {
            return 0;
        }
        RegoValue made = made(statements.get(from), filling);
        made.seal();
        values.put(target, made);
        idle.addAll(statements.subList(from, from + n));
        return n;
    }

    private boolean isKnown(Statement filling) {
        return switch (filling) {
            case Statement.ArrayAppend s -> of(s.value()) != null;
            case Statement.SetAdd s -> of(s.value()) != null;
            case Statement.ObjectInsert s -> of(s.key()) != null && of(s.value()) != null;
            default -> false;
        };
    }

    private RegoValue known(int operand) {
        return Objects.requireNonNull(of(operand));
    }

    private RegoValue made(Statement make, List<Statement> filling) {
        RegoValue made = switch (make) {
            case Statement.MakeArray s -> RegoArray.open(filling.size());
            case Statement.MakeObject s -> RegoObject.open();
            default -> RegoSet.open();
        };
        for (Statement fill : filling) {
            made = switch (fill) {
                case Statement.ArrayAppend s -> Operations.append(made, known(s.value()));
                case Statement.ObjectInsert s -> Operations.insert(made, known(s.key()), known(s.value()));
                case Statement.SetAdd s -> Operations.add(made, known(s.value()));
                default -> made;
            };
        }
        return made;
    }
}
