package org.wayleave.engine.batch;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Sym.ArrayOf;
import org.wayleave.engine.batch.Sym.Count;
import org.wayleave.engine.batch.Sym.Element;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.batch.Sym.Leaf;
import org.wayleave.engine.batch.Sym.Member;
import org.wayleave.engine.batch.Sym.ObjectOf;
import org.wayleave.engine.batch.Sym.Part;
import org.wayleave.engine.batch.Sym.SetOf;
import org.wayleave.engine.batch.Sym.Texts;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Equality and membership of values that may depend on the row. */
final class Values {
    private final Conditions conditions;
    private final Atoms atoms;
    private final Numbers numbers;
    private final References references;

    Values(Conditions conditions, Atoms atoms) {
        this.conditions = conditions;
        this.atoms = atoms;
        this.numbers = new Numbers(conditions, atoms);
        this.references = new References(this, conditions, atoms);
    }

    References references() {
        return references;
    }

    Numbers numbers() {
        return numbers;
    }

    /** The condition that two defined values are equal. */
    int equal(Sym a, Sym b) {
        if (a instanceof Known x && b instanceof Known y) {
            return x.value().equals(y.value()) ? Conditions.TRUE : Conditions.FALSE;
        }
        if (a.equals(b) && !Atoms.isAmbiguous(a)) {
            return Conditions.TRUE;
        }
        if (a.type() != null && b.type() != null && a.type() != b.type()) {
            return Conditions.FALSE;
        }
        return a instanceof Known ? equalTo(b, a) : equalTo(a, b);
    }

    private int equalTo(Sym a, Sym b) {
        if (a instanceof Element e && b instanceof Known k && k.value() instanceof RegoString s) {
            return isText(e, s.value());
        }
        if (a instanceof Leaf leaf && b instanceof Known k) {
            return isKnown(leaf, k);
        }
        if (a instanceof Count count && b instanceof Known k && k.value().equals(RegoNumber.of(0))) {
            return conditions.not(nonEmpty(count.set()));
        }
        if (a.type() == RegoType.NUMBER) {
            return numbers.equal(a, b);
        }
        if (a instanceof SetOf x && asSet(b) instanceof SetOf y) {
            return conditions.and(within(x, y), within(y, x));
        }
        if (a instanceof ArrayOf x && asArray(b) instanceof ArrayOf y) {
            return equal(x, y);
        }
        return atoms.unknown("equal", a, b);
    }

    private int isText(Element element, String text) {
        Sym.Walk walk = element.walk();
        if (walk.exploring()) {
            walk.texts().add(text);
            return atoms.unknown("element", element, new Known(RegoString.of(text)));
        }
        // A string that was not met before: the walk starts again and tells it apart.
        walk.texts().add(text);
        return Conditions.FALSE;
    }

    private int isKnown(Leaf leaf, Known known) {
        RegoValue value = known.value();
        if (leaf.reading().is(Shape.ScalarKind.TEXT)) {
            return atoms.textIs(leaf.reading(), ((RegoString) value).value());
        }
        if (leaf.reading().is(Shape.ScalarKind.TRUTH)) {
            int holds = atoms.holds(leaf.reading());
            return value.equals(RegoBoolean.TRUE) ? holds : conditions.not(holds);
        }
        return leaf.type() == RegoType.NUMBER ? numbers.equal(leaf, known) : atoms.unknown("equal", leaf, known);
    }

    private int equal(ArrayOf a, ArrayOf b) {
        if (a.elements().size() != b.elements().size()) {
            return Conditions.FALSE;
        }
        int all = Conditions.TRUE;
        for (int i = 0; i < a.elements().size(); i++) {
            all = conditions.and(all, equal(a.elements().get(i), b.elements().get(i)));
        }
        return all;
    }

    /** Where two values are both defined and equal. */
    int equal(Cases a, Cases b) {
        int result = Conditions.FALSE;
        for (Cases.Case x : a.all()) {
            for (Cases.Case y : b.all()) {
                int both = conditions.and(x.condition(), y.condition());
                if (both != Conditions.FALSE) {
                    result = conditions.or(result, conditions.and(both, equal(x.value(), y.value())));
                }
            }
        }
        return result;
    }

    private int within(SetOf a, SetOf b) {
        int all = Conditions.TRUE;
        for (Member member : a.members()) {
            all = conditions.and(all, conditions.or(conditions.not(member.condition()), contains(b, member.value())));
        }
        return all;
    }

    int nonEmpty(SetOf set) {
        int any = Conditions.FALSE;
        for (Member member : set.members()) {
            any = conditions.or(any, member.condition());
        }
        return any;
    }

    int contains(SetOf set, Sym value) {
        int any = Conditions.FALSE;
        for (Member member : set.members()) {
            any = conditions.or(any, conditions.and(member.condition(), equal(member.value(), value)));
        }
        return any;
    }

    /** A known set as one whose members are always there; other values as they are. */
    private static Sym asSet(Sym value) {
        return value instanceof Known k && k.value() instanceof RegoSet set
                ? new SetOf(IntStream.range(0, set.size())
                        .mapToObj(i -> new Member(Conditions.TRUE, new Known(set.at(i))))
                        .toList())
                : value;
    }

    private static Sym asArray(Sym value) {
        return value instanceof Known k && k.value() instanceof RegoArray array
                ? new ArrayOf(
                        array.toList().stream().map(v -> Cases.of(new Known(v))).toList())
                : value;
    }

    /** The condition of {@code value in collection}. */
    int member(Sym value, Sym collection) {
        if (collection instanceof Known k) {
            int any = Conditions.FALSE;
            for (int i = 0; i < size(k.value()); i++) {
                any = conditions.or(any, equal(value, new Known(valueAt(k.value(), i))));
            }
            return any;
        }
        return switch (collection) {
            case Texts t -> has(t, value);
            case SetOf s -> contains(s, value);
            case ArrayOf a -> anyEqual(a.elements(), value);
            case ObjectOf o -> anyEqual(List.copyOf(o.entries().values()), value);
            case Part p -> anyMember(p, value);
            case Sym.Overlay o -> anyMember(o, value);
            default ->
                collection instanceof Leaf leaf && leaf.reading().shape() instanceof Shape.Scalar
                        ? Conditions.FALSE
                        : atoms.unknown("in", value, collection);
        };
    }

    private int has(Texts texts, Sym value) {
        if (value.type() != null && value.type() != RegoType.STRING) {
            return Conditions.FALSE;
        }
        return value instanceof Known k && k.value() instanceof RegoString s
                ? atoms.condition(new Atom.Has(texts.reading(), s.value()))
                : atoms.unknown("in", value, texts);
    }

    private int anyMember(Sym object, Sym value) {
        Map<RegoValue, Cases> members = references.members(object);
        return members == null ? atoms.unknown("in", value, object) : anyEqual(List.copyOf(members.values()), value);
    }

    private int anyEqual(List<Cases> elements, Sym value) {
        int any = Conditions.FALSE;
        for (Cases element : elements) {
            for (Cases.Case each : element.all()) {
                any = conditions.or(any, conditions.and(each.condition(), equal(each.value(), value)));
            }
        }
        return any;
    }

    /** Whether a value is a collection that the policy made of parts. */
    static boolean isGathered(Sym value) {
        return value instanceof SetOf || value instanceof ArrayOf || value instanceof ObjectOf;
    }

    /** A collection all of which is known wherever a condition holds, as the known value; other values as they are. */
    Sym settled(Sym value, int where) {
        RegoValue known = switch (value) {
            case SetOf set -> settledSet(set, where);
            case ArrayOf array -> settledArray(array, where);
            case ObjectOf object -> settledObject(object, where);
            default -> null;
        };
        if (known == null) {
            return value;
        }
        known.seal();
        return new Known(known);
    }

    private @Nullable RegoValue settledSet(SetOf set, int where) {
        RegoSet known = RegoSet.open();
        for (Member member : set.members()) {
            int here = conditions.and(member.condition(), where);
            if (here == where && member.value() instanceof Known k) {
                known.adding(k.value());
            } else if (here != Conditions.FALSE) {
                return null;
            }
        }
        return known;
    }

    private @Nullable RegoValue settledArray(ArrayOf array, int where) {
        RegoArray known = RegoArray.open(array.elements().size());
        for (Cases element : array.elements()) {
            Cases here = element.within(conditions, where);
            if (!isKnown(here, where)) {
                return null;
            }
            known.adding(((Known) here.all().getFirst().value()).value());
        }
        return known;
    }

    private @Nullable RegoValue settledObject(ObjectOf object, int where) {
        RegoObject known = RegoObject.open();
        for (Map.Entry<RegoValue, Cases> entry : object.entries().entrySet()) {
            Cases here = entry.getValue().within(conditions, where);
            if (isKnown(here, where)) {
                known.adding(entry.getKey(), ((Known) here.all().getFirst().value()).value());
            } else if (!here.all().isEmpty()) {
                return null;
            }
        }
        return known;
    }

    private static boolean isKnown(Cases cases, int where) {
        return cases.all().size() == 1
                && cases.all().getFirst().condition() == where
                && cases.all().getFirst().value() instanceof Known;
    }

    static boolean isCollection(RegoValue value) {
        return value.type().compareTo(RegoType.ARRAY) >= 0;
    }

    static int size(RegoValue value) {
        return switch (value) {
            case RegoArray a -> a.size();
            case RegoObject o -> o.size();
            case RegoSet s -> s.size();
            default -> 0;
        };
    }

    static RegoValue keyAt(RegoValue value, int i) {
        return switch (value) {
            case RegoArray a -> RegoNumber.of(i);
            case RegoObject o -> o.keyAt(i);
            case RegoSet s -> s.at(i);
            default -> throw new IllegalArgumentException(value + " is no collection.");
        };
    }

    static RegoValue valueAt(RegoValue value, int i) {
        return switch (value) {
            case RegoArray a -> a.get(i);
            case RegoObject o -> o.valueAt(i);
            case RegoSet s -> s.at(i);
            default -> throw new IllegalArgumentException(value + " is no collection.");
        };
    }
}
