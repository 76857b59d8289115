package org.wayleave.engine.batch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Sym.ArrayOf;
import org.wayleave.engine.batch.Sym.Element;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.batch.Sym.Leaf;
import org.wayleave.engine.batch.Sym.ObjectOf;
import org.wayleave.engine.batch.Sym.Part;
import org.wayleave.engine.batch.Sym.SetOf;
import org.wayleave.engine.batch.Sym.Texts;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** What stands below a key of a value that may depend on the row, and what else is put there. */
final class References {
    private final Values values;
    private final Conditions conditions;
    private final Atoms atoms;

    References(Values values, Conditions conditions, Atoms atoms) {
        this.values = values;
        this.conditions = conditions;
        this.atoms = atoms;
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
            case SetOf s -> Cases.of(values.contains(s, key), key);
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
                    found.add(values.equal(key, new Known(o.keyAt(i))), new Known(o.valueAt(i)));
                }
            }
            case RegoArray a -> {
                for (int i = 0; i < a.size(); i++) {
                    found.add(values.equal(key, new Known(RegoNumber.of(i))), new Known(a.get(i)));
                }
            }
            case RegoSet s -> found.add(values.member(key, new Known(s)), key);
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
        members.forEach((name, value) -> found.add(values.equal(key, new Known(name)), value));
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
        below.add(conditions.not(old.defined(conditions)), upsert(new Known(RegoObject.EMPTY), rest, value));
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
            found.add(
                    values.equal(key, new Known(RegoNumber.of(i))),
                    array.elements().get(i));
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
}
