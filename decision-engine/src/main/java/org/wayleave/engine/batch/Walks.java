package org.wayleave.engine.batch;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.wayleave.engine.batch.Cases.Case;
import org.wayleave.engine.batch.Sym.ArrayOf;
import org.wayleave.engine.batch.Sym.Count;
import org.wayleave.engine.batch.Sym.Element;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.batch.Sym.Member;
import org.wayleave.engine.batch.Sym.ObjectOf;
import org.wayleave.engine.batch.Sym.Overlay;
import org.wayleave.engine.batch.Sym.Part;
import org.wayleave.engine.batch.Sym.Place;
import org.wayleave.engine.batch.Sym.SetOf;
import org.wayleave.engine.batch.Sym.Texts;
import org.wayleave.engine.batch.Sym.Walk;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/**
 * Scans. A collection whose members are known is walked member by member, each under the condition that it is there. An
 * array of strings that only the row knows is walked string by string: those that make a difference, each under the
 * condition that the array has it, and all others together.
 */
final class Walks {
    /** More strings than this do not fit the bits of a column. */
    static final int MOST_TEXTS = 60;

    private final Specialiser specialiser;

    Walks(Specialiser specialiser) {
        this.specialiser = specialiser;
    }

    /** Where a scan ends; see {@link Specialiser#run}. */
    int scan(Frame frame, Statement.Scan s, Cases source, int start, Exits exits) {
        Conditions conditions = specialiser.conditions();
        int on = conditions.andNot(start, source.defined(conditions));
        for (Case each : source.all()) {
            on = conditions.or(on, scan(frame, s, each.value(), each.condition(), exits));
        }
        return on;
    }

    private int scan(Frame frame, Statement.Scan s, Sym source, int start, Exits exits) {
        int here = start;
        switch (source) {
            case Known k -> {
                RegoValue collection = k.value();
                for (int i = 0; i < Values.size(collection); i++) {
                    Cases key = Cases.of(new Known(Values.keyAt(collection, i)));
                    Cases value = Cases.of(new Known(Values.valueAt(collection, i)));
                    here = step(frame, s, key, value, here, Conditions.TRUE, exits);
                }
            }
            case SetOf set -> {
                boolean several = set.members().stream().anyMatch(m -> Atoms.isAmbiguous(m.value()));
                frame.walks += several ? 1 : 0;
                for (Member member : set.members()) {
                    Cases value = Cases.of(member.value());
                    here = step(frame, s, value, value, here, member.condition(), exits);
                }
                frame.walks -= several ? 1 : 0;
            }
            case ArrayOf array -> {
                for (int i = 0; i < array.elements().size(); i++) {
                    Cases key = Cases.of(new Known(RegoNumber.of(i)));
                    here = step(frame, s, key, array.elements().get(i), here, Conditions.TRUE, exits);
                }
            }
            case ObjectOf object -> here = scanMembers(frame, s, object, here, exits);
            case Part part -> here = scanMembers(frame, s, part, here, exits);
            case Overlay overlay -> here = scanMembers(frame, s, overlay, here, exits);
            case Texts texts -> {
                return scanTexts(frame, s, texts, start, exits);
            }
            default -> {
                if (source.type() == null || source.type().compareTo(RegoType.ARRAY) >= 0) {
                    throw new Unsupported("a walk over a part of the row");
                }
            }
        }
        return here;
    }

    private int scanMembers(Frame frame, Statement.Scan s, Sym object, int start, Exits exits) {
        Map<RegoValue, Cases> members = specialiser.values().references().members(object);
        if (members == null) {
            throw new Unsupported("a walk over keys that only the row knows");
        }
        Conditions conditions = specialiser.conditions();
        int here = start;
        for (Map.Entry<RegoValue, Cases> member : members.entrySet()) {
            Cases key = Cases.of(new Known(member.getKey()));
            int there = member.getValue().defined(conditions);
            here = step(frame, s, key, member.getValue(), here, there, exits);
        }
        return here;
    }

    /** One step of a scan, where the member is there; gives where the scan goes on. */
    private int step(Frame frame, Statement.Scan s, Cases key, Cases value, int here, int there, Exits exits) {
        Conditions conditions = specialiser.conditions();
        int inside = conditions.and(here, there);
        if (inside == Conditions.FALSE) {
            return here;
        }
        frame.set(conditions, s.key(), inside, key);
        frame.set(conditions, s.value(), inside, value);
        Exits inner = new Exits(conditions);
        int through = specialiser.run(frame, s.block(), inside, inner);
        inner.outer(exits);
        return conditions.or(conditions.andNot(here, there), conditions.or(through, inner.here()));
    }

    private int scanTexts(Frame frame, Statement.Scan s, Texts texts, int start, Exits exits) {
        Walk walk = new Walk(texts.reading());
        Frame.State before = frame.state();
        frame.walks++;
        try {
            explore(frame, s, walk, start);
            walk.explored();
            while (true) {
                frame.restore(before);
                Exits mine = new Exits(specialiser.conditions());
                int size = walk.texts().size();
                int here = scanKnownTexts(frame, s, walk, start, mine);
                if (walk.texts().size() == size) {
                    mine.addTo(exits);
                    return here;
                }
            }
        } finally {
            frame.walks--;
        }
    }

    private int scanKnownTexts(Frame frame, Statement.Scan s, Walk walk, int start, Exits exits) {
        if (walk.texts().size() > MOST_TEXTS) {
            throw new Unsupported("a walk that tells apart more than " + MOST_TEXTS + " strings");
        }
        Atoms atoms = specialiser.atoms();
        TreeSet<String> told = new TreeSet<>(walk.texts());
        Cases place = Cases.of(new Place(walk));
        int here = start;
        for (String text : told) {
            int there = atoms.condition(new Atom.Has(walk.reading(), text));
            Cases value = Cases.of(new Known(RegoString.of(text)));
            here = step(frame, s, place, value, here, there, exits);
        }
        int others = atoms.condition(new Atom.HasOther(walk.reading(), told));
        return step(frame, s, place, Cases.of(new Element(walk)), here, others, exits);
    }

    /** A first walk with an element of which nothing is known, to learn with what it is compared. */
    private void explore(Frame frame, Statement.Scan s, Walk walk, int start) {
        Exits thrownAway = new Exits(specialiser.conditions());
        step(frame, s, Cases.of(new Place(walk)), Cases.of(new Element(walk)), start, Conditions.TRUE, thrownAway);
    }

    /** The lengths of collections and strings. */
    Cases length(Cases of) {
        Cases.Collector all = new Cases.Collector(specialiser.conditions());
        for (Case each : of.all()) {
            all.add(each.condition(), length(each.value()));
        }
        return all.cases();
    }

    private static Sym length(Sym of) {
        return switch (of) {
            case Known k ->
                new Known(RegoNumber.of(
                        k.value() instanceof RegoString s
                                ? s.value().codePointCount(0, s.value().length())
                                : Values.size(k.value())));
            case ArrayOf a -> new Known(RegoNumber.of(a.elements().size()));
            case SetOf s -> new Count(s);
            default -> new Sym.Applied("length", List.of(of), RegoType.NUMBER);
        };
    }
}
