package org.wayleave.engine.batch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Cases.Case;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.batch.Sym.Leaf;
import org.wayleave.engine.batch.Sym.Member;
import org.wayleave.engine.batch.Sym.SetOf;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Under which conditions a decision allows, which rules object, and what it says of consent. */
final class Verdict {
    private static final Sym RESULT = key("result");
    private static final Sym ALLOW = key("allow");
    private static final Sym DENY = key("deny");
    private static final Sym RULE = key("rule");
    private static final Sym CONSENT = key("consent");

    private final Conditions conditions;
    private final Atoms atoms;
    private final Values values;
    private final @Nullable Asks asks;
    private final Map<Integer, Integer> needs = new TreeMap<>();
    private final Set<String> why = new TreeSet<>();
    private final Map<String, Integer> fired = new TreeMap<>();
    private final Map<String, Integer> consents = new TreeMap<>();
    private int allowed = Conditions.FALSE;
    private int left = Conditions.FALSE;

    /** Reads the bindings of a result {@code { allow, deny: set of { rule, … }, consent }}. */
    Verdict(Conditions conditions, Atoms atoms, Values values, @Nullable Asks asks, Functions.Result result) {
        this.conditions = conditions;
        this.atoms = atoms;
        this.values = values;
        this.asks = asks;
        leave(result.trouble(), String.valueOf(result.why()));
        needs.putAll(result.needs());
        Cases decision = members(result.cases(), RESULT);
        leave(conditions.not(decision.defined(conditions)), "the decision may be undefined");
        for (Case each : members(decision, ALLOW).all()) {
            if (each.value() instanceof Known k) {
                allowed = k.value().equals(RegoBoolean.TRUE) ? conditions.or(allowed, each.condition()) : allowed;
            } else {
                leave(each.condition(), "whether the decision allows depends on the row as a value");
            }
        }
        for (Case each : members(decision, CONSENT).all()) {
            note(consents, each);
        }
        for (Case each : members(decision, DENY).all()) {
            readDenials(each);
        }
        settle();
    }

    private static Sym key(String name) {
        return new Known(RegoString.of(name));
    }

    private void leave(int condition, String what) {
        if (condition != Conditions.FALSE) {
            left = conditions.or(left, condition);
            why.add(what);
        }
    }

    private Cases members(Cases of, Sym key) {
        Cases.Collector all = new Cases.Collector(conditions);
        for (Case each : of.all()) {
            Sym object = values.settled(each.value(), each.condition());
            try {
                all.add(each.condition(), values.references().dot(object, key, false));
            } catch (Unsupported e) {
                leave(each.condition(), String.valueOf(e.getMessage()));
            }
        }
        return all.cases();
    }

    private void readDenials(Case deny) {
        if (deny.value() instanceof SetOf set) {
            for (Member member : set.members()) {
                readDenial(new Case(conditions.and(member.condition(), deny.condition()), member.value()));
            }
        } else if (deny.value() instanceof Known k && k.value() instanceof RegoSet set) {
            for (RegoValue member : set) {
                readDenial(new Case(deny.condition(), new Known(member)));
            }
        } else {
            leave(deny.condition(), "the objections are no set that the policy makes of parts");
        }
    }

    private void readDenial(Case denial) {
        Cases rules = members(new Cases(List.of(denial)), RULE);
        leave(conditions.andNot(denial.condition(), rules.defined(conditions)), "an objection may have no rule");
        rules.all().forEach(rule -> note(fired, rule));
    }

    private void note(Map<String, Integer> names, Case name) {
        if (name.value() instanceof Known k && k.value() instanceof RegoString s) {
            names.merge(s.value(), name.condition(), conditions::or);
        } else if (name.value() instanceof Leaf leaf && leaf.reading().is(Shape.ScalarKind.TEXT)) {
            int other = name.condition();
            Set<String> texts = new TreeSet<>(atoms.told(leaf.reading()));
            texts.addAll(leaf.reading().texts());
            texts.addAll(asks == null ? Set.of() : asks.texts(leaf.reading()));
            for (String text : texts) {
                int is = conditions.and(name.condition(), atoms.textIs(leaf.reading(), text));
                names.merge(text, is, conditions::or);
                other = conditions.andNot(other, is);
            }
            leave(other, leaf.reading() + " is answered as it is");
        } else {
            leave(name.condition(), "a rule's id or the consent is made of the row");
        }
    }

    /** Leaves to the compiled policy what depends on what columns do not tell, and only where it really does. */
    private void settle() {
        allowed = settle(allowed);
        fired.replaceAll((rule, condition) -> settle(condition));
        consents.replaceAll((name, condition) -> settle(condition));
        left = conditions.possible(left, atoms::isUnknown);
        needs.replaceAll((ask, condition) -> conditions.possible(condition, atoms::isUnknown));
    }

    private int settle(int condition) {
        int possible = conditions.possible(condition, atoms::isUnknown);
        int certain = conditions.not(conditions.possible(conditions.not(condition), atoms::isUnknown));
        int uncertain = conditions.andNot(possible, certain);
        leave(uncertain, uncertain == Conditions.FALSE ? "" : atoms.whyUnknown(condition));
        return certain;
    }

    /** Where the action is allowed. */
    int allowed() {
        return allowed;
    }

    /** Where each rule objects, by its id. */
    Map<String, Integer> fired() {
        return fired;
    }

    /** Where the consent is each of these. */
    Map<String, Integer> consents() {
        return consents;
    }

    /** Where the decision is left to the compiled policy. */
    int left() {
        return left;
    }

    /** Why decisions are left, sorted. */
    List<String> why() {
        return List.copyOf(why);
    }

    /** Where each rule that is asked for has to be, by its number. */
    Map<Integer, Integer> needs() {
        return needs;
    }
}
