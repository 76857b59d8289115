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
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoValue;

/** What statements add to collections, and to locals that may be given one value only. */
final class Gathering {
    private final Specialiser specialiser;
    private final Conditions conditions;
    private final Values values;

    Gathering(Specialiser specialiser, Values values) {
        this.specialiser = specialiser;
        this.conditions = specialiser.conditions();
        this.values = values;
    }

    void assignOnce(Frame frame, Statement.AssignVarOnce s, int here) {
        Cases value = specialiser.read(frame, s.source(), here);
        Cases known = frame.locals[s.target()].within(conditions, here);
        refuseAmbiguous(frame, s.target(), value);
        int both = conditions.and(value.defined(conditions), known.defined(conditions));
        int conflict = both == Conditions.FALSE ? both : conditions.andNot(both, values.equal(value, known));
        frame.leave(conditions, conflict, s.location() + ": a rule may give different values");
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

    void append(Frame frame, Statement.ArrayAppend s, int here) {
        if (frame.gathers(s.array())) {
            throw new Unsupported("an array made of an array of the row");
        }
        Cases value = specialiser.read(frame, s.value(), here);
        Cases.Collector all = new Cases.Collector(conditions);
        for (Case array : frame.locals[s.array()].within(conditions, here).all()) {
            List<Cases> elements = new ArrayList<>(((ArrayOf) array.value()).elements());
            elements.add(value);
            all.add(array.condition(), new ArrayOf(List.copyOf(elements)));
        }
        frame.set(conditions, s.array(), here, all.cases());
    }

    void add(Frame frame, Statement.SetAdd s, int here) {
        Cases value = specialiser.read(frame, s.value(), here);
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

    void insert(Frame frame, int target, int keyOperand, int valueOperand, int here, boolean once) {
        Cases keys = specialiser.read(frame, keyOperand, here);
        Cases value = specialiser.read(frame, valueOperand, here);
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
                    int conflict = conditions.andNot(both, values.equal(mine, known));
                    frame.leave(conditions, conflict, "a key may have different values");
                }
                entries.put(k.value(), mine.over(conditions, key.condition(), known));
            }
            all.add(object.condition(), new ObjectOf(Map.copyOf(entries)));
        }
        frame.locals[target] = all.cases();
    }
}
