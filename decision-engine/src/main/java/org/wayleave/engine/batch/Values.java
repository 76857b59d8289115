package org.wayleave.engine.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Equality, membership and references of values that may depend on the row. */
final class Values {
    private final Conditions conditions;
    private final Atoms atoms;
    private final Numbers numbers;

    Values(Conditions conditions, Atoms atoms) {
        this.conditions = conditions;
        this.atoms = atoms;
        this.numbers = new Numbers(conditions, atoms);
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

    private int contains(SetOf set, Sym value) {
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
        Map<RegoValue, Cases> members = members(object);
        return members == null
                ? atoms.unknown("in", value, object)
                : anyEqual(List.copyOf(members.values()), value);
    }

    /** The members of an object whose keys are bounded, by key in Rego's order; null for any other value. */
    @Nullable
    Map<RegoValue, Cases> members(Sym object) {
        Reading reading = switch (object) {
            case ObjectOf o -> null;
            case Part p -> p.reading();
            case Sym.Overlay o -> o.reading();
            default -> null;
        };
        Map<RegoValue, Cases> members = new TreeMap<>();
        if (reading != null) {
            Set<String> keys = reading.keys();
            if (keys == null) {
                return null;
            }
            keys.forEach(key -> members.put(RegoString.of(key), part(reading.child(key))));
        }
        switch (object) {
            case ObjectOf o -> members.putAll(o.entries());
            case Sym.Overlay o -> members.putAll(o.other());
            case Part p -> {}
            default -> {
                return null;
            }
        }
        return members;
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

    /** What {@code source[key]} is. */
    Cases dot(Sym source, Sym key, boolean ofData) {
        if (source instanceof Known s && key instanceof Known k) {
            RegoValue found = s.value().get(k.value());
            if (found == null && ofData) {
                found = Evaluation.dataAt(s.value(), k.value());
            }
            return found == null ? Cases.NONE : Cases.of(new Known(found));
        }
        return switch (source) {
            case Known s -> dotOfKnown(s.value(), key, ofData);
            case Part p ->
                key instanceof Known k
                        ? k.value() instanceof RegoString name
                                ? part(p.reading().child(name.value()))
                                : Cases.NONE
                        : dotOfMembers(p, key);
            case Sym.Overlay o ->
                key instanceof Known k
                        ? o.other().containsKey(k.value())
                                ? o.other().getOrDefault(k.value(), Cases.NONE)
                                : dot(new Part(o.reading()), key, ofData)
                        : dotOfMembers(o, key);
            case ObjectOf o -> dotOfMembers(o, key);
            case Sym.Objection o -> {
                if (key instanceof Known k && k.value().equals(ObjectionSet.RULE)) {
                    yield Cases.of(o.rule());
                }
                throw new Unsupported("what an objection says besides its rule");
            }
            case SetOf s -> Cases.of(contains(s, key), key);
            case ArrayOf a -> dotOfArray(a, key);
            case Leaf l -> l.type() == null ? unknownDot(source, key) : Cases.NONE;
            case Element e -> Cases.NONE;
            case Sym.Applied a ->
                a.type() == RegoType.STRING || a.type() == RegoType.NUMBER ? Cases.NONE : unknownDot(source, key);
            default -> source.type() == RegoType.NUMBER ? Cases.NONE : unknownDot(source, key);
        };
    }

    private Cases dotOfKnown(RegoValue source, Sym key, boolean ofData) {
        Cases.Collector found = new Cases.Collector(conditions);
        if (ofData && key.type() != RegoType.STRING) {
            throw new Unsupported("a reference into the data by a value of the row that is no string");
        }
        switch (source) {
            case RegoObject o -> {
                for (int i = 0; i < o.size(); i++) {
                    found.add(equal(key, new Known(o.keyAt(i))), new Known(o.valueAt(i)));
                }
            }
            case RegoArray a -> {
                for (int i = 0; i < a.size(); i++) {
                    found.add(equal(key, new Known(RegoNumber.of(i))), new Known(a.get(i)));
                }
            }
            case RegoSet s -> found.add(member(key, new Known(s)), key);
            default -> {}
        }
        return found.cases();
    }

    private Cases dotOfMembers(Sym object, Sym key) {
        if (key instanceof Known k && object instanceof ObjectOf o) {
            return o.entries().getOrDefault(k.value(), Cases.NONE);
        }
        Map<RegoValue, Cases> members = members(object);
        if (members == null) {
            return unknownDot(object, key);
        }
        Cases.Collector found = new Cases.Collector(conditions);
        members.forEach((name, value) -> found.add(equal(key, new Known(name)), value));
        return found.cases();
    }

    /** An object with another value at a path of keys; objects on the way are made. */
    Cases upsert(Sym document, List<RegoValue> path, Cases value) {
        if (path.isEmpty()) {
            return value;
        }
        RegoValue key = path.getFirst();
        Cases.Collector below = new Cases.Collector(conditions);
        Cases old = document.type() == null || document.type() == RegoType.OBJECT
                ? dot(document, new Known(key), false)
                : Cases.NONE;
        List<RegoValue> rest = path.subList(1, path.size());
        old.all().forEach(each -> below.add(each.condition(), upsert(each.value(), rest, value)));
        below.add(
                conditions.not(old.defined(conditions)),
                upsert(new Known(RegoObject.EMPTY), rest, value));
        Map<RegoValue, Cases> entries = new HashMap<>();
        switch (document) {
            case Part p -> {
                entries.put(key, below.cases());
                return Cases.of(new Sym.Overlay(p.reading(), Map.copyOf(entries)));
            }
            case Sym.Overlay o -> {
                entries.putAll(o.other());
                entries.put(key, below.cases());
                return Cases.of(new Sym.Overlay(o.reading(), Map.copyOf(entries)));
            }
            case ObjectOf o -> entries.putAll(o.entries());
            case Known k -> {
                for (int i = 0; k.value() instanceof RegoObject o && i < o.size(); i++) {
                    entries.put(o.keyAt(i), Cases.of(new Known(o.valueAt(i))));
                }
            }
            default -> {
                if (document.type() == null || document.type() == RegoType.OBJECT) {
                    throw new Unsupported("a part of the row replaced by with");
                }
            }
        }
        entries.put(key, below.cases());
        return Cases.of(new ObjectOf(Map.copyOf(entries)));
    }

    private Cases dotOfArray(ArrayOf array, Sym key) {
        Cases.Collector found = new Cases.Collector(conditions);
        for (int i = 0; i < array.elements().size(); i++) {
            found.add(equal(key, new Known(RegoNumber.of(i))), array.elements().get(i));
        }
        return found.cases();
    }

    /** An element or member of something that only the row knows. */
    private Cases unknownDot(Sym source, Sym key) {
        return Cases.of(atoms.unknown("defined", source, key), new Sym.Applied("[]", List.of(source, key), null));
    }

    /** What stands at a place of the input. */
    Cases part(Reading reading) {
        return switch (reading.shape()) {
            case Shape.Fields f -> Cases.of(atoms.present(reading), new Part(reading));
            case Shape.Entries e -> Cases.of(atoms.present(reading), new Part(reading));
            case Shape.Texts t -> Cases.of(atoms.present(reading), new Texts(reading));
            case Shape.Scalar s -> Cases.of(atoms.present(reading), new Leaf(reading));
            case Shape.Fixed f -> Cases.of(new Known(f.value()));
            case Shape.Absent a -> Cases.NONE;
            case Shape.Mixed m -> mixed(reading, m);
        };
    }

    /** A value by its type, so that each is dealt with as what it is. */
    private Cases mixed(Reading reading, Shape.Mixed mixed) {
        int there = atoms.present(reading);
        Cases.Collector cases = new Cases.Collector(conditions);
        for (RegoType type : mixed.types()) {
            Sym value = switch (type) {
                case NULL -> new Known(RegoNull.NULL);
                case BOOLEAN -> new Leaf(reading.as(type, new Shape.Scalar(Shape.ScalarKind.TRUTH)));
                case NUMBER -> new Leaf(reading.as(type, new Shape.Scalar(Shape.ScalarKind.REAL)));
                case STRING -> new Leaf(reading.as(type, new Shape.Scalar(Shape.ScalarKind.TEXT)));
                case OBJECT -> new Part(reading.as(type, new Shape.Entries(Shape.Mixed.ANYTHING)));
                case ARRAY, SET -> new Sym.Unread(reading, type);
            };
            cases.add(conditions.and(there, atoms.typeIs(reading, type)), value);
        }
        return cases.cases();
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
