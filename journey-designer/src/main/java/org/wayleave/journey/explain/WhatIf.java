package org.wayleave.journey.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.AgeBand;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.journey.decide.Decider;
import org.wayleave.journey.decide.Verdict;

/**
 * Finds the smallest changes of a decision document under which policy allows the action, by deciding again and again. It knows
 * which facts a document has, but nothing of any rule.
 */
final class WhatIf {

    /** The most facts changed at once. */
    static final int MOST_FACTS = 4;

    /** The most changes given. */
    static final int MOST_CHANGES = 5;

    /**
     * One fact changed.
     *
     * @param words what would be otherwise
     * @param edit makes it so
     */
    private record Fact(String words, UnaryOperator<RegoObject> edit) {}

    private final Decider decider;
    private final Titles titles;

    WhatIf(Decider decider, Titles titles) {
        this.decider = decider;
        this.titles = titles;
    }

    /** The smallest changes, those of one fact first; empty when no change of up to {@link #MOST_FACTS} facts helps. */
    List<PersonPath.Change> changes(RegoObject document, Verdict verdict) {
        List<Fact> telling = new ArrayList<>();
        for (Fact fact : facts(document, verdict)) {
            Verdict other = decider.decide(fact.edit().apply(document));
            if (other.allow() || !other.denials().equals(verdict.denials())) {
                telling.add(fact);
            }
        }
        for (int size = 1; size <= MOST_FACTS; size++) {
            List<PersonPath.Change> found = new ArrayList<>();
            search(document, telling, 0, size, List.of(), found);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private void search(
            RegoObject document,
            List<Fact> facts,
            int from,
            int left,
            List<String> words,
            List<PersonPath.Change> found) {
        if (left == 0) {
            if (decider.decide(document).allow()) {
                found.add(new PersonPath.Change(words));
            }
            return;
        }
        for (int i = from; i <= facts.size() - left && found.size() < MOST_CHANGES; i++) {
            List<String> more = new ArrayList<>(words);
            more.add(facts.get(i).words());
            search(facts.get(i).edit().apply(document), facts, i + 1, left - 1, more, found);
        }
    }

    private List<Fact> facts(RegoObject document, Verdict verdict) {
        List<Fact> facts = new ArrayList<>();
        consents(document, facts);
        hours(document, verdict, facts);
        facts.add(new Fact(
                "No contact in the last 7 days",
                change(
                        "person",
                        "contacts",
                        contacts -> RegoObject.builder()
                                .put("day", RegoNumber.of(0))
                                .put("week", RegoNumber.of(0))
                                .put("topicWeek", RegoObject.EMPTY)
                                .build())));
        ageBands(document, verdict, facts);
        for (RegoValue flag : items(document, "person", "flags")) {
            facts.add(new Fact(
                    "The person is not flagged as " + text(flag),
                    change("person", "flags", flags -> without(flags, flag))));
        }
        data(document, facts);
        creative(document, facts);
        return facts;
    }

    private void consents(RegoObject document, List<Fact> facts) {
        RegoObject consents = object(object(document, "person"), "consent");
        RegoObject action = object(document, "action");
        String now = text(object(document, "context").get("time"));
        for (String dimension : List.of("channel", "purpose", "category")) {
            RegoObject records = object(consents, dimension);
            TreeSet<String> keys = new TreeSet<>();
            for (int i = 0; i < records.size(); i++) {
                keys.add(text(records.keyAt(i)));
            }
            keys.add(text(action.get(dimension.equals("category") ? "topic" : dimension)));
            for (String key : keys) {
                String state = text(object(records, key).get("state"));
                if (state.equals("granted") || key.isEmpty()) {
                    continue;
                }
                RegoObject granted = RegoObject.builder()
                        .put("state", RegoString.of("granted"))
                        .put("time", RegoString.of(now))
                        .put("policyVersion", RegoString.of(""))
                        .put("source", RegoString.of("what-if"))
                        .build();
                String words = "Consent to " + titles.consent(dimension, key)
                        + (state.equals("expired") ? " is renewed" : " is granted");
                facts.add(new Fact(words, change("person", "consent", all -> {
                    RegoObject known = all instanceof RegoObject known1 ? known1 : RegoObject.EMPTY;
                    return known.with(dimension, object(known, dimension).with(key, granted));
                })));
            }
        }
    }

    /** The next hour of the day at which fewest rules object. */
    private void hours(RegoObject document, Verdict verdict, List<Fact> facts) {
        RegoObject context = object(document, "context");
        if (!(context.get("localHour") instanceof RegoNumber number) || !number.isLong()) {
            return;
        }
        int hour = (int) number.longValue();
        int fewest = verdict.denials().size();
        @Nullable Fact best = null;
        for (int ahead = 1; ahead < 24; ahead++) {
            int other = (hour + ahead) % 24;
            int hoursAhead = ahead;
            UnaryOperator<RegoObject> edit = changed -> {
                RegoObject moved = object(changed, "context").with("localHour", RegoNumber.of(other));
                String time = text(moved.get("time"));
                if (!time.isEmpty()) {
                    moved = moved.with(
                            "time",
                            RegoString.of(Instant.parse(time)
                                    .plusSeconds(3600L * hoursAhead)
                                    .toString()));
                }
                return changed.with("context", moved);
            };
            int denials = decider.decide(edit.apply(document)).denials().size();
            if (denials < fewest) {
                fewest = denials;
                best = new Fact(String.format(Locale.ROOT, "It is %02d:00 where the person is", other), edit);
            }
        }
        if (best != null) {
            facts.add(best);
        }
    }

    private void ageBands(RegoObject document, Verdict verdict, List<Fact> facts) {
        int fewest = verdict.denials().size();
        @Nullable Fact best = null;
        for (AgeBand band : AgeBand.values()) {
            UnaryOperator<RegoObject> edit = change("person", "ageBand", old -> RegoString.of(band.wire()));
            int denials = decider.decide(edit.apply(document)).denials().size();
            if (denials < fewest) {
                fewest = denials;
                best = new Fact("The person is in the age band " + band.wire(), edit);
            }
        }
        if (best != null) {
            facts.add(best);
        }
    }

    private void data(RegoObject document, List<Fact> facts) {
        List<RegoValue> elements = items(document, "action", "dataElements");
        for (RegoValue element : elements) {
            String name = titles.element(text(element));
            facts.add(new Fact(
                    name + " is of today",
                    change(
                            "person",
                            "dataAge",
                            ages -> (ages instanceof RegoObject known ? known : RegoObject.EMPTY)
                                    .with(text(element), RegoNumber.of(0)))));
            facts.add(new Fact(
                    "The message does without " + name,
                    change("action", "dataElements", used -> without(used, element))));
        }
        if (elements.size() > 1) {
            facts.add(new Fact(
                    "The message uses no personal data", change("action", "dataElements", used -> RegoArray.EMPTY)));
        }
    }

    private static void creative(RegoObject document, List<Fact> facts) {
        facts.add(new Fact(
                "The creative is approved",
                change(
                        "action",
                        "creative",
                        creative -> (creative instanceof RegoObject known ? known : RegoObject.EMPTY)
                                .with("approved", RegoBoolean.of(true)))));
        if (object(document, "action").get("model") != null) {
            facts.add(new Fact("No model is behind the message", changed -> {
                RegoObject action = object(changed, "action");
                RegoObject.Builder rest = RegoObject.builder();
                for (int i = 0; i < action.size(); i++) {
                    if (!text(action.keyAt(i)).equals("model")) {
                        rest.put(action.keyAt(i), action.valueAt(i));
                    }
                }
                return changed.with("action", rest.build());
            }));
        }
    }

    private static UnaryOperator<RegoObject> change(String part, String key, UnaryOperator<@Nullable RegoValue> edit) {
        return document -> {
            RegoObject inner = object(document, part);
            RegoValue made = edit.apply(inner.get(key));
            return made == null ? document : document.with(part, inner.with(key, made));
        };
    }

    private static RegoArray without(@Nullable RegoValue array, RegoValue gone) {
        List<RegoValue> rest = new ArrayList<>();
        if (array instanceof RegoArray items) {
            for (RegoValue item : items) {
                if (!item.equals(gone)) {
                    rest.add(item);
                }
            }
        }
        return RegoArray.of(rest);
    }

    private static List<RegoValue> items(RegoObject document, String part, String key) {
        return object(document, part).get(key) instanceof RegoArray array ? array.toList() : List.of();
    }

    static RegoObject object(RegoObject object, String key) {
        return object.get(key) instanceof RegoObject inner ? inner : RegoObject.EMPTY;
    }

    static String text(@Nullable RegoValue value) {
        return value instanceof RegoString text ? text.value() : "";
    }
}
