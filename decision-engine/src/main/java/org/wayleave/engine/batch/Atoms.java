package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wayleave.engine.batch.Sym.Element;
import org.wayleave.engine.batch.Sym.Place;
import org.wayleave.engine.value.RegoType;

/** Numbers the questions that come up while a policy is specialised. */
final class Atoms {
    private final Conditions conditions;
    private final Map<Atom, Integer> numbers = new HashMap<>();
    private final List<Atom> atoms = new ArrayList<>();
    private final Map<Reading, Map<Object, Integer>> alternatives = new HashMap<>();
    private final Map<Reading, Set<String>> told = new HashMap<>();
    private final Map<Sym, NavigableMap<Long, Integer>> wholes = new HashMap<>();
    private final Map<Reading, NavigableMap<Double, Integer>> reals = new HashMap<>();

    Atoms(Conditions conditions) {
        this.conditions = conditions;
    }

    Atom get(int number) {
        return atoms.get(number);
    }

    /** The condition that an atom holds. */
    int condition(Atom atom) {
        return conditions.atom(numbers.computeIfAbsent(atom, a -> {
            switch (a) {
                case Atom.TextIs t -> tell(t.reading(), Set.of(t.text()));
                case Atom.Has h -> tell(h.reading(), Set.of(h.text()));
                case Atom.HasOther h -> tell(h.reading(), h.texts());
                default -> {}
            }
            atoms.add(a);
            return atoms.size() - 1;
        }));
    }

    /** The condition that a string is this one; conditions of different strings exclude each other. */
    int textIs(Reading reading, String text) {
        return exclusive(reading, text, new Atom.TextIs(reading, text));
    }

    /** The condition that a value is of a type; conditions of different types exclude each other. */
    int typeIs(Reading reading, RegoType type) {
        return exclusive(reading, type, new Atom.TypeIs(reading, type));
    }

    /** The condition that a boolean is true. */
    int holds(Reading reading) {
        return condition(new Atom.Holds(reading));
    }

    private int exclusive(Reading reading, Object value, Atom atom) {
        Map<Object, Integer> known = alternatives.computeIfAbsent(reading, r -> new HashMap<>());
        Integer already = known.get(value);
        if (already != null) {
            return already;
        }
        int condition = condition(atom);
        for (int other : known.values()) {
            condition = conditions.andNot(condition, other);
        }
        known.put(value, condition);
        return condition;
    }

    /** The condition that a whole number is less than a bound; it implies the conditions of greater bounds. */
    int below(Sym number, long bound) {
        return ordered(wholes.computeIfAbsent(number, n -> new TreeMap<>()), bound, new Atom.Below(number, bound));
    }

    /** The condition that a double is less than a bound; it implies the conditions of greater bounds. */
    int below(Reading reading, double bound) {
        return ordered(reals.computeIfAbsent(reading, n -> new TreeMap<>()), bound, new Atom.BelowReal(reading, bound));
    }

    private <B> int ordered(NavigableMap<B, Integer> known, B bound, Atom atom) {
        Integer already = known.get(bound);
        if (already != null) {
            return already;
        }
        int condition = condition(atom);
        Map.Entry<B, Integer> less = known.lowerEntry(bound);
        Map.Entry<B, Integer> more = known.higherEntry(bound);
        condition = less == null ? condition : conditions.or(condition, less.getValue());
        condition = more == null ? condition : conditions.and(condition, more.getValue());
        known.put(bound, condition);
        return condition;
    }

    private void tell(Reading reading, Set<String> texts) {
        told.computeIfAbsent(reading, r -> new TreeSet<>()).addAll(texts);
    }

    /** The condition that something is at a place. */
    int present(Reading reading) {
        return reading.required() ? Conditions.TRUE : condition(new Atom.Present(reading));
    }

    /** A condition that columns do not tell. */
    int unknown(String what, Sym... about) {
        for (Sym each : about) {
            if (isAmbiguous(each)) {
                throw new Unsupported("a condition on an element that is not known: " + what);
            }
        }
        return condition(new Atom.Unknown(what, List.of(about)));
    }

    /** Whether columns do not tell an atom: it was unknown from the start, or is about more strings than a column has. */
    boolean isUnknown(int number) {
        return switch (atoms.get(number)) {
            case Atom.Unknown a -> true;
            case Atom.TextIs a -> tells(a.reading()) > BatchColumn.MOST_TEXTS;
            case Atom.Has a -> tells(a.reading()) > BatchColumn.MOST_TEXTS;
            case Atom.HasOther a -> tells(a.reading()) > BatchColumn.MOST_TEXTS;
            default -> false;
        };
    }

    /** What of a condition columns do not tell first, in words. */
    String whyUnknown(int condition) {
        return conditions.atomsOf(condition).stream()
                .filter(this::isUnknown)
                .mapToObj(i -> switch (atoms.get(i)) {
                    case Atom.Unknown a -> "columns do not tell " + a.what();
                    default -> "more strings matter than a column tells apart";
                })
                .findFirst()
                .orElse("what columns tell is not enough");
    }

    private int tells(Reading reading) {
        return told(reading).size();
    }

    /** The strings that make a difference at a place. */
    Set<String> told(Reading reading) {
        return told.getOrDefault(reading, Set.of());
    }

    /** Whether a value stands for several at once: those of all elements of an array that make no difference. */
    static boolean isAmbiguous(Sym value) {
        return switch (value) {
            case Element e -> !e.walk().exploring();
            case Place p -> !p.walk().exploring();
            case Sym.Applied a -> a.arguments().stream().anyMatch(Atoms::isAmbiguous);
            case Sym.Computed c -> isAmbiguous(c.a()) || isAmbiguous(c.b());
            case Sym.ArrayOf a -> a.elements().stream().anyMatch(Atoms::isAmbiguous);
            case Sym.ObjectOf o -> o.entries().values().stream().anyMatch(Atoms::isAmbiguous);
            case Sym.SetOf s -> s.members().stream().anyMatch(m -> isAmbiguous(m.value()));
            case Sym.Count c -> isAmbiguous(c.set());
            case Sym.Objection o -> true;
            case Sym.Known k -> false;
            case Sym.Part p -> false;
            case Sym.Overlay o -> o.other().values().stream().anyMatch(Atoms::isAmbiguous);
            case Sym.Texts t -> false;
            case Sym.Leaf l -> false;
            case Sym.Unread u -> false;
        };
    }

    private static boolean isAmbiguous(Cases cases) {
        return cases.all().stream().anyMatch(each -> isAmbiguous(each.value()));
    }
}
