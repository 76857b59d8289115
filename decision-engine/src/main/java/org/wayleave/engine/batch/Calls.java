package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Shape.ScalarKind;
import org.wayleave.engine.batch.Sym.Applied;
import org.wayleave.engine.batch.Sym.ArrayOf;
import org.wayleave.engine.batch.Sym.Count;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.batch.Sym.Leaf;
import org.wayleave.engine.batch.Sym.Member;
import org.wayleave.engine.batch.Sym.ObjectOf;
import org.wayleave.engine.batch.Sym.Operation;
import org.wayleave.engine.batch.Sym.Overlay;
import org.wayleave.engine.batch.Sym.Part;
import org.wayleave.engine.batch.Sym.SetOf;
import org.wayleave.engine.batch.Sym.Texts;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Calls of built-in functions with values that may depend on the row. */
final class Calls {
    /** Their result is not settled by their arguments alone. */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("time.now_ns", "rand.intn", "uuid.rfc4122", "internal.print", "print", "trace", "opa.runtime");

    private static final List<String> OF_THE_MOMENT_FAMILIES = List.of("io.jwt.", "crypto.x509.", "http.", "net.");

    private static final Known TRUE = new Known(RegoBoolean.TRUE);
    private static final Known FALSE = new Known(RegoBoolean.FALSE);

    private static final Map<String, RegoType> TYPES = Map.ofEntries(
            Map.entry("sprintf", RegoType.STRING),
            Map.entry("concat", RegoType.STRING),
            Map.entry("lower", RegoType.STRING),
            Map.entry("upper", RegoType.STRING),
            Map.entry("substring", RegoType.STRING),
            Map.entry("replace", RegoType.STRING),
            Map.entry("trim", RegoType.STRING),
            Map.entry("trim_left", RegoType.STRING),
            Map.entry("trim_right", RegoType.STRING),
            Map.entry("trim_prefix", RegoType.STRING),
            Map.entry("trim_suffix", RegoType.STRING),
            Map.entry("trim_space", RegoType.STRING),
            Map.entry("split", RegoType.ARRAY));

    /** Functions of texts that make columns of their own, with what they give; besides those that give strings. */
    private static final Map<String, ScalarKind> DERIVED = Map.of(
            "startswith", ScalarKind.TRUTH,
            "endswith", ScalarKind.TRUTH,
            "contains", ScalarKind.TRUTH,
            "regex.match", ScalarKind.TRUTH,
            "glob.match", ScalarKind.TRUTH,
            "time.parse_rfc3339_ns", ScalarKind.WHOLE,
            "indexof", ScalarKind.WHOLE);

    /** Sets with more members are not counted case by case. */
    private static final int MOST_COUNTED = 10;

    private final Conditions conditions;
    private final Atoms atoms;
    private final Values values;
    private final BuiltinContext context;

    /** Calls that fold what is known with the given context. */
    Calls(Conditions conditions, Atoms atoms, Values values, BuiltinContext context) {
        this.conditions = conditions;
        this.atoms = atoms;
        this.values = values;
        this.context = context;
    }

    /** What a function gives for arguments that are all defined. */
    Cases call(String name, Builtin builtin, List<Sym> arguments) {
        boolean fixed = !isOfTheMoment(name);
        if (fixed && arguments.stream().allMatch(Known.class::isInstance)) {
            return fold(builtin, arguments);
        }
        Cases followed = fixed ? follow(name, builtin, arguments) : null;
        if (followed != null) {
            return followed;
        }
        RegoType type = TYPES.get(name);
        Applied result = new Applied(name, arguments, type);
        return type != null && isTotal(name, arguments)
                ? Cases.of(result)
                : Cases.of(atoms.unknown("defined", result), result);
    }

    private static boolean isOfTheMoment(String name) {
        return OF_THE_MOMENT.contains(name) || OF_THE_MOMENT_FAMILIES.stream().anyMatch(name::startsWith);
    }

    private Cases fold(Builtin builtin, List<Sym> arguments) {
        RegoValue[] known = arguments.stream().map(a -> ((Known) a).value()).toArray(RegoValue[]::new);
        try {
            RegoValue result = builtin.call(context, known);
            if (result == null) {
                return Cases.NONE;
            }
            result.seal();
            return Cases.of(new Known(result));
        } catch (BuiltinException e) {
            return Cases.NONE; // errors are undefined: policies with strict errors are not specialised
        }
    }

    /** The calls that are understood in columns; null for any other. */
    private @Nullable Cases follow(String name, Builtin builtin, List<Sym> arguments) {
        Sym a = arguments.getFirst();
        Sym b = arguments.getLast();
        return switch (name) {
            case "equal", "eq" -> truth(values.equal(a, b));
            case "neq" -> truth(conditions.not(values.equal(a, b)));
            case "lt" -> truth(values.numbers().less(a, b));
            case "gt" -> truth(values.numbers().less(b, a));
            case "lte" -> truth(conditions.not(values.numbers().less(b, a)));
            case "gte" -> truth(conditions.not(values.numbers().less(a, b)));
            case "internal.member_2" -> truth(values.member(a, b));
            case "internal.member_3" -> truth(memberWithKey(a, arguments.get(1), b));
            case "object.get" -> get(a, arguments.get(1), b);
            case "count" -> count(a);
            case "plus" -> arithmetic(Operation.PLUS, a, b);
            case "minus" -> arithmetic(Operation.MINUS, a, b);
            case "mul" -> arithmetic(Operation.TIMES, a, b);
            case "type_name" ->
                a.type() == null
                        ? null
                        : Cases.of(new Known(RegoString.of(a.type().regoName())));
            case "is_null", "is_boolean", "is_number", "is_string", "is_array", "is_object", "is_set" ->
                a.type() == null ? null : truth(("is_" + a.type().regoName()).equals(name));
            default -> derive(name, builtin, arguments);
        };
    }

    /** A function of one text of the row and of known values, as a column of its own. */
    private @Nullable Cases derive(String name, Builtin builtin, List<Sym> arguments) {
        ScalarKind kind = DERIVED.get(name);
        if (kind == null && TYPES.get(name) == RegoType.STRING) {
            kind = ScalarKind.TEXT;
        }
        int at = -1;
        StringJoiner label = new StringJoiner(", ", name + "(", ")");
        for (int i = 0; i < arguments.size(); i++) {
            if (arguments.get(i) instanceof Leaf leaf && leaf.reading().is(ScalarKind.TEXT) && at < 0) {
                at = i;
                label.add(Reading.VALUE);
            } else if (arguments.get(i) instanceof Known k) {
                label.add(k.value().toString());
            } else {
                return null;
            }
        }
        if (kind == null || at < 0) {
            return null;
        }
        int place = at;
        Reading derived = ((Leaf) arguments.get(at))
                .reading()
                .derived(label.toString(), new Shape.Scalar(kind), (made, row) -> {
                    RegoValue[] all = new RegoValue[arguments.size()];
                    for (int i = 0; i < all.length; i++) {
                        all[i] = i == place ? row[0] : ((Known) arguments.get(i)).value();
                    }
                    return builtin.call(made, all);
                });
        return TYPES.containsKey(name) && isTotal(name, arguments)
                ? Cases.of(new Leaf(derived))
                : values.references().part(derived);
    }

    private Cases truth(int condition) {
        return new Cases.Collector(conditions)
                .add(condition, TRUE)
                .add(conditions.not(condition), FALSE)
                .cases();
    }

    private static Cases truth(boolean known) {
        return Cases.of(known ? TRUE : FALSE);
    }

    private int memberWithKey(Sym key, Sym value, Sym of) {
        return values.equal(values.references().dot(of, key, false), Cases.of(value));
    }

    private @Nullable Cases arithmetic(Operation operation, Sym a, Sym b) {
        Sym result = values.numbers().compute(operation, a, b);
        return result == null ? null : Cases.of(result);
    }

    private @Nullable Cases count(Sym of) {
        return switch (of) {
            case SetOf s -> count(s);
            case ObjectOf o -> countMembers(o);
            case Part p -> countMembers(p);
            case Overlay o -> countMembers(o);
            case ArrayOf a -> Cases.of(new Known(RegoNumber.of(a.elements().size())));
            case Texts t ->
                Cases.of(new Leaf(t.reading()
                        .derived(
                                "count(" + Reading.VALUE + ")",
                                new Shape.Scalar(ScalarKind.WHOLE),
                                (made, row) -> RegoNumber.of(Values.size(row[0])))));
            default -> null;
        };
    }

    private @Nullable Cases countMembers(Sym object) {
        Map<RegoValue, Cases> members = values.references().members(object);
        if (members == null) {
            return null;
        }
        List<Member> keys = new ArrayList<>();
        members.forEach((key, value) -> keys.add(new Member(value.defined(conditions), new Known(key))));
        return count(new SetOf(List.copyOf(keys)));
    }

    private Cases count(SetOf set) {
        Map<RegoValue, Integer> members = new LinkedHashMap<>(); // 1 and 1.0 are one member
        for (Member member : set.members()) {
            if (!(member.value() instanceof Known k)) {
                return Cases.of(new Count(set));
            }
            members.merge(k.value(), member.condition(), conditions::or);
        }
        if (members.size() > MOST_COUNTED) {
            return Cases.of(new Count(set));
        }
        Cases count = Cases.of(new Known(RegoNumber.of(0)));
        for (int condition : members.values()) {
            Cases.Collector more = new Cases.Collector(conditions);
            for (Cases.Case each : count.all()) {
                long counted = ((RegoNumber) ((Known) each.value()).value()).longValue();
                more.add(conditions.andNot(each.condition(), condition), each.value());
                more.add(conditions.and(each.condition(), condition), new Known(RegoNumber.of(counted + 1)));
            }
            count = more.cases();
        }
        return count;
    }

    /** A member, or what is at the end of a path of keys, of an object; otherwise the third argument. */
    private @Nullable Cases get(Sym object, Sym key, Sym otherwise) {
        if (object.type() != RegoType.OBJECT) {
            return object.type() == null ? null : Cases.NONE;
        }
        if (!(object instanceof Part
                || object instanceof Overlay
                || object instanceof ObjectOf
                || object instanceof Known)) {
            return null;
        }
        Cases found = Cases.of(object);
        if (key instanceof ArrayOf path) {
            for (Cases step : path.elements()) {
                found = dot(found, step);
            }
        } else if (key instanceof Known k && k.value() instanceof RegoArray path) {
            for (RegoValue step : path) {
                found = dot(found, Cases.of(new Known(step)));
            }
        } else if (key.type() == null) {
            return null;
        } else {
            found = values.references().dot(object, key, false);
        }
        return new Cases.Collector(conditions)
                .add(found)
                .add(conditions.not(found.defined(conditions)), otherwise)
                .cases();
    }

    private Cases dot(Cases source, Cases key) {
        Cases.Collector found = new Cases.Collector(conditions);
        for (Cases.Case s : source.all()) {
            for (Cases.Case k : key.all()) {
                int both = conditions.and(s.condition(), k.condition());
                if (both != Conditions.FALSE) {
                    found.add(both, values.references().dot(s.value(), k.value(), false));
                }
            }
        }
        return found.cases();
    }

    /** Whether a function with a type of {@link #TYPES} cannot fail on these arguments. */
    private static boolean isTotal(String name, List<Sym> arguments) {
        Sym last = arguments.getLast();
        return switch (name) {
            case "sprintf" -> arguments.getFirst().type() == RegoType.STRING && last.type() == RegoType.ARRAY;
            case "concat" ->
                arguments.getFirst().type() == RegoType.STRING
                        && last instanceof ArrayOf array
                        && array.elements().stream()
                                .flatMap(element -> element.all().stream())
                                .allMatch(each -> each.value().type() == RegoType.STRING);
            case "substring" ->
                arguments.getFirst().type() == RegoType.STRING
                        && isWhole(arguments.get(1))
                        && isWhole(last)
                        && arguments.get(1) instanceof Known k
                        && k.value().compareTo(RegoNumber.of(0)) >= 0;
            default -> arguments.stream().allMatch(a -> a.type() == RegoType.STRING);
        };
    }

    private static boolean isWhole(Sym value) {
        return value instanceof Known k && k.value() instanceof RegoNumber n && n.isLong();
    }
}
