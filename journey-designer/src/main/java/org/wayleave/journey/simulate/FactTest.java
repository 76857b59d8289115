package org.wayleave.journey.simulate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.Person;
import org.wayleave.data.Recipe;
import org.wayleave.data.feature.FeatureKind;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.data.feature.Features;
import org.wayleave.journey.graph.Comparison;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.FactValue;

/** A condition made ready to be tested on many people. Immutable. */
final class FactTest {

    private static final long DAY = 24 * 3_600_000L;

    /** Where the fact comes from, the cheap ones first. */
    private enum Source {
        ATTRIBUTE,
        DAYS_SINCE,
        FEATURE
    }

    private final Condition condition;
    private final Source source;
    private final String name;
    private final int feature;
    private final EventTest event;

    private FactTest(Condition condition, Recipe recipe) {
        this.condition = condition;
        String fact = condition.fact();
        if (fact.startsWith("feature.")) {
            source = Source.FEATURE;
            name = fact.substring("feature.".length());
            feature = recipe.featureSchema().position(name);
            event = EventTest.outcome(recipe);
        } else if (fact.startsWith("daysSince.")) {
            source = Source.DAYS_SINCE;
            name = fact.substring("daysSince.".length());
            feature = -1;
            event = new EventTest(recipe.events().named(name), -1);
        } else {
            source = Source.ATTRIBUTE;
            name = fact;
            feature = -1;
            event = EventTest.outcome(recipe);
        }
    }

    /** The tests of conditions, the cheap ones first: all must hold, so their order does not matter. */
    static List<FactTest> all(List<Condition> conditions, Recipe recipe) {
        List<FactTest> tests = new ArrayList<>();
        conditions.forEach(condition -> tests.add(new FactTest(condition, recipe)));
        tests.sort(Comparator.comparing(test -> test.source));
        return List.copyOf(tests);
    }

    /** Whether all tests hold for a person at an instant. */
    static boolean allHold(List<FactTest> tests, Walker walker, long time) {
        for (FactTest test : tests) {
            if (!test.holds(walker, time)) {
                return false;
            }
        }
        return true;
    }

    /** The condition in words, and what the person has. */
    KnownFact known(Walker walker, long time) {
        String value = switch (source) {
            case DAYS_SINCE -> {
                long last = walker.timeline().last(event, time);
                yield last == Long.MIN_VALUE ? "" : Long.toString(Math.floorDiv(time - last, DAY));
            }
            case FEATURE -> {
                Object raw = feature < 0 ? null : walker.features(time).value(feature);
                yield raw == null
                        ? ""
                        : raw instanceof Double number ? FactValue.of(number).words() : String.valueOf(raw);
            }
            case ATTRIBUTE -> shown(walker.person());
        };
        return new KnownFact(name, value, condition.summary(), holds(walker, time));
    }

    private String shown(Person person) {
        return switch (name) {
            case "ageBand" -> person.ageBand().wire();
            case "country" -> person.country();
            case "city" -> person.city();
            case "device" -> person.device().wire();
            case "flags" -> String.join(", ", person.flags());
            case "answer.preferences" -> String.join(", ", person.answers().preferences());
            case "answer.goals" -> String.join(", ", person.answers().goals());
            default ->
                name.startsWith("answer.size.")
                        ? person.answers().sizes().getOrDefault(name.substring("answer.size.".length()), "")
                        : "";
        };
    }

    private boolean holds(Walker walker, long time) {
        return switch (source) {
            case DAYS_SINCE -> {
                long last = walker.timeline().last(event, time);
                yield last == Long.MIN_VALUE ? absent() : number((double) Math.floorDiv(time - last, DAY));
            }
            case FEATURE -> feature(walker.features(time));
            case ATTRIBUTE -> attribute(walker);
        };
    }

    private boolean feature(Features features) {
        if (feature < 0 || !features.present(feature)) {
            return absent();
        }
        FeatureSchema schema = features.schema();
        FeatureKind kind = schema.features().get(feature).kind();
        return switch (kind) {
            case NUMBER -> number(features.raw(feature));
            case FLAG -> equal(FactValue.of(features.raw(feature) == 1));
            case TEXT -> text(features.text(feature));
        };
    }

    private boolean attribute(Walker walker) {
        Person person = walker.person();
        return switch (name) {
            case "ageBand" -> text(person.ageBand().wire());
            case "country" -> text(person.country());
            case "city" -> text(person.city());
            case "device" -> text(person.device().wire());
            case "flags" -> set(person.flags());
            case "answer.preferences" -> set(person.answers().preferences());
            case "answer.goals" -> set(person.answers().goals());
            default ->
                name.startsWith("answer.size.")
                        ? text(person.answers().sizes().get(name.substring("answer.size.".length())))
                        : absent();
        };
    }

    private boolean text(@Nullable String text) {
        return text == null ? absent() : equal(FactValue.of(text));
    }

    private boolean equal(FactValue value) {
        return switch (condition.comparison()) {
            case IS, ONE_OF -> condition.values().contains(value);
            case IS_NOT -> !condition.values().contains(value);
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN, CONTAINS -> false;
        };
    }

    private boolean set(Collection<String> words) {
        return condition.comparison() == Comparison.CONTAINS
                && condition.values().getFirst() instanceof FactValue.Text wanted
                && words.contains(wanted.text());
    }

    private boolean number(double number) {
        if (condition.values().getFirst() instanceof FactValue.Numeric bound) {
            return switch (condition.comparison()) {
                case AT_LEAST -> number >= bound.number();
                case AT_MOST -> number <= bound.number();
                case MORE_THAN -> number > bound.number();
                case LESS_THAN -> number < bound.number();
                case IS, IS_NOT, ONE_OF, CONTAINS -> equal(FactValue.of(number));
            };
        }
        return equal(FactValue.of(number));
    }

    private boolean absent() {
        return condition.comparison() == Comparison.IS_NOT;
    }
}
