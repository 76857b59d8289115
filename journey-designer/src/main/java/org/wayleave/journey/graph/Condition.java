package org.wayleave.journey.graph;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A test of one fact about a person.
 *
 * @param fact {@code ageBand}, {@code country}, {@code city}, {@code device}, {@code flags}, {@code answer.<question>},
 *     {@code feature.<name>} or {@code daysSince.<event>}, whole days since the person's last such event; or
 *     {@code source.<name>}, a condition of another tool that nobody has translated yet, which holds for nobody
 * @param comparison how it is compared
 * @param values one value, or for {@link Comparison#ONE_OF} at least one
 */
public record Condition(String fact, Comparison comparison, List<FactValue> values, Extras extras) {

    /** How the facts of conditions and the names of events begin that came from another tool and are not translated. */
    public static final String UNTRANSLATED = "source.";

    public Condition {
        values = List.copyOf(values);
        if (values.isEmpty() || (values.size() > 1 && comparison != Comparison.ONE_OF)) {
            throw new IllegalArgumentException(
                    "“" + comparison.words() + "” takes " + (values.isEmpty() ? "a value" : "one value"));
        }
    }

    public Condition(String fact, Comparison comparison, FactValue... values) {
        this(fact, comparison, List.of(values), Extras.NONE);
    }

    /** Whether it came from another tool and nothing here knows what it means. */
    public boolean untranslated() {
        return fact.startsWith(UNTRANSLATED);
    }

    /** The condition in words. */
    public String summary() {
        return fact + " " + comparison.words() + " "
                + values.stream().map(FactValue::words).collect(Collectors.joining(", "));
    }
}
