package org.wayleave.journey.lint;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.journey.graph.Condition;

/** The names of what conditions can ask about a person. */
final class FactNames {

    private static final Set<String> ATTRIBUTES =
            Set.of("ageBand", "country", "city", "device", "flags", "answer.preferences", "answer.goals");

    private final Catalogue catalogue;
    private final @Nullable FeatureSchema features;

    FactNames(Catalogue catalogue, @Nullable FeatureSchema features) {
        this.catalogue = catalogue;
        this.features = features;
    }

    /**
     * What is wrong with a name.
     *
     * @param code kind of problem
     * @param reason what is wrong, in a sentence
     * @param fix what to do, in a sentence
     */
    record Fault(String code, String reason, String fix) {}

    /** What is wrong with a condition, if anything; without a feature schema every feature name is right. */
    Optional<Fault> fault(Condition condition) {
        if (condition.untranslated()) {
            return Optional.of(new Fault(
                    "untranslated-condition",
                    "The condition “" + shortened(condition.summary())
                            + "” stands as it did in another tool; nothing here knows whom it holds for, so the"
                            + " journey cannot be run",
                    "Say it with an attribute, an answer, a feature or the days since an event, or remove it"));
        }
        String fact = condition.fact();
        if (fact.startsWith("feature.")) {
            return features != null && features.position(fact.substring("feature.".length())) < 0
                    ? Optional.of(unknown(fact))
                    : Optional.empty();
        }
        if (fact.startsWith("daysSince.")) {
            return missing(
                    "event",
                    fact.substring("daysSince.".length()),
                    catalogue.events().keySet());
        }
        return ATTRIBUTES.contains(fact) || fact.startsWith("answer.size.")
                ? Optional.empty()
                : Optional.of(unknown(fact));
    }

    /** The fault of a name that the catalogue does not have among its entries of a kind. */
    static Optional<Fault> missing(String kind, String name, Set<String> names) {
        return names.contains(name)
                ? Optional.empty()
                : Optional.of(new Fault(
                        "unknown-" + kind.replace(' ', '-'),
                        "The catalogue has no " + kind + " “" + name + "”",
                        "Choose one of the catalogue's, or add it there"));
    }

    static String shortened(String text) {
        return text.length() <= 120
                ? text
                : text.substring(0, Character.isHighSurrogate(text.charAt(99)) ? 99 : 100) + "…";
    }

    private static Fault unknown(String fact) {
        return new Fault(
                "unknown-fact",
                "Nothing is known by the name “" + fact + "” about a person",
                "Choose an attribute, an answer, a feature or the days since an event");
    }
}
