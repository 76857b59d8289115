package org.wayleave.data.serving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.EventFields;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.EventContract;
import org.wayleave.data.catalogue.EventField;
import org.wayleave.data.event.EventType;
import org.wayleave.data.feature.EventSet;
import org.wayleave.data.feature.FeatureDefinition;
import org.wayleave.data.feature.Score;
import org.wayleave.data.feature.ServedFeatures;

/**
 * The features of a recipe with what the catalogue declares about what they are made of. A feature that reads a field which
 * points at a person is refused, and so is one made from it.
 */
public final class FeatureRegistry {
    private final Map<String, FeatureEntry> entries;

    private FeatureRegistry(Map<String, FeatureEntry> entries) {
        this.entries = entries;
    }

    /** Registers the features of a recipe under a catalogue. */
    public static FeatureRegistry of(Recipe recipe, Catalogue catalogue) {
        Map<String, FeatureEntry> entries = new LinkedHashMap<>();
        for (FeatureDefinition definition : recipe.features().definitions()) {
            entries.put(definition.spec().name(), entry(recipe, catalogue, definition, entries));
        }
        return new FeatureRegistry(entries);
    }

    /** Returns the features in the order of the recipe. */
    public List<FeatureEntry> entries() {
        return List.copyOf(entries.values());
    }

    /** Returns a feature, null if there is none of that name. */
    public @Nullable FeatureEntry entry(String name) {
        return entries.get(name);
    }

    /** Returns the features that must not be computed. */
    public List<FeatureEntry> refused() {
        return entries.values().stream()
                .filter(entry -> !entry.refusal().isEmpty())
                .toList();
    }

    private static FeatureEntry entry(
            Recipe recipe, Catalogue catalogue, FeatureDefinition definition, Map<String, FeatureEntry> before) {
        DataElement element = catalogue.dataElements().get(definition.spec().dataElement());
        Set<String> sources = new TreeSet<>();
        Set<String> fields = new TreeSet<>();
        List<String> findings = new ArrayList<>();
        String refusal = "";
        for (EventSet set : List.of(definition.events(), definition.per(), definition.less())) {
            for (EventType type : set.types()) {
                sources.add(type.wire());
                EventContract contract = catalogue.events().get(type.wire());
                if (contract == null) {
                    findings.add("the event " + type.wire() + " has no contract");
                    continue;
                }
                for (String field : read(recipe, definition, set, type)) {
                    fields.add(type.wire() + "." + field);
                    refusal = refusal.isEmpty() ? refusal(contract, field) : refusal;
                }
                if (definition.windowMillis()
                        > Duration.ofDays(contract.retentionDays()).toMillis()) {
                    findings.add("it looks back further than the " + contract.retentionDays() + " days for which "
                            + type.wire() + " is kept");
                }
            }
        }
        Score score = definition.score();
        if (score != null) {
            for (String feature : features(score)) {
                sources.add(feature);
                FeatureEntry made = before.get(feature);
                if (refusal.isEmpty() && made != null && !made.refusal().isEmpty()) {
                    refusal = "it is made from " + feature + ", which is refused";
                }
            }
        }
        if (sources.isEmpty()) {
            sources.add("profile");
        }
        if (element == null) {
            findings.add("its data element " + definition.spec().dataElement() + " is not in the catalogue");
        } else if (element.lawfulBasis().isEmpty()) {
            findings.add("its data element has no lawful basis");
        }
        return new FeatureEntry(
                definition,
                List.copyOf(sources),
                List.copyOf(fields),
                element == null ? List.of() : element.purposes(),
                element == null ? "" : element.lawfulBasis(),
                element == null ? 0 : element.retentionDays(),
                bands(definition),
                owner(catalogue, element, sources),
                "v" + recipe.version() + " " + fingerprint(definition),
                ServedFeatures.lifetime(definition),
                refusal,
                findings);
    }

    /** The fields of an event that a calculation reads; the person is what events are grouped by, never a value. */
    private static List<String> read(Recipe recipe, FeatureDefinition definition, EventSet set, EventType type) {
        Set<EventFields.Column> columns = new TreeSet<>();
        switch (definition.calculation()) {
            case SUM, RATIO, LAST_AMOUNT -> columns.add(EventFields.Column.AMOUNT);
            case DIVERSITY, AFFINITY, TOP_CATEGORY, LAST_CATEGORY, DUE -> columns.add(EventFields.Column.CATEGORY);
            case RECENCY, COUNT, LATENCY, SHARE, LIFECYCLE, PENDING, UNTIL, LIKELY, TENURE, TOLD, SCORE -> {}
        }
        if (!set.categories().isEmpty()) {
            columns.add(EventFields.Column.CATEGORY);
        }
        if (set.reduced()) {
            columns.add(EventFields.Column.DISCOUNT);
        }
        List<String> fields = new ArrayList<>();
        fields.add("time");
        recipe.eventFields().of(type).stream()
                .filter(field -> columns.contains(field.column()))
                .forEach(field -> fields.add(field.name()));
        return fields;
    }

    private static String refusal(EventContract contract, String name) {
        EventField field = contract.field(name);
        if (field == null || field.pii() == EventField.Pii.NONE) {
            return "";
        }
        return "it reads the field " + name + " of " + contract.id() + ", which is declared as "
                + (field.pii() == EventField.Pii.DIRECT ? "a direct identifier" : "a token of a person")
                + "; identifiers are no features";
    }

    private static Set<String> features(Score score) {
        Set<String> names = new TreeSet<>();
        score.terms().forEach(term -> names.add(term.bound().feature()));
        score.zeroWhen().forEach(bound -> names.add(bound.feature()));
        score.onlyWhen().forEach(bound -> names.add(bound.feature()));
        return names;
    }

    private static String owner(Catalogue catalogue, @Nullable DataElement element, Set<String> sources) {
        if (element != null && !element.stewardship().owner().isEmpty()) {
            return element.stewardship().owner();
        }
        Set<String> owners = new TreeSet<>();
        for (String source : sources) {
            EventContract contract = catalogue.events().get(source);
            if (contract != null && !contract.owner().isEmpty()) {
                owners.add(contract.owner());
            }
        }
        return String.join(", ", owners);
    }

    private static String bands(FeatureDefinition definition) {
        if (!definition.spec().vocabulary().isEmpty()) {
            return definition.spec().vocabulary().size() + " texts";
        }
        if (definition.edges().length == 0) {
            return "as it is";
        }
        StringBuilder words = new StringBuilder();
        for (double edge : definition.edges()) {
            words.append(words.isEmpty() ? "" : ", ").append(number(edge));
        }
        return words.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%s", value);
    }

    /** Returns eight hexadecimal digits that change with anything that changes values. */
    static String fingerprint(FeatureDefinition definition) {
        String text = String.join(
                "|",
                definition.spec().name(),
                definition.calculation().wire(),
                set(definition.events()),
                set(definition.per()),
                set(definition.less()),
                new TreeMap<>(definition.weights()).toString(),
                Arrays.toString(definition.edges()),
                Long.toString(definition.windowMillis()),
                Long.toString(definition.offsetMillis()),
                Integer.toString(definition.category()),
                String.valueOf(definition.score()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }

    private static String set(EventSet set) {
        return set.types().stream().map(EventType::wire).sorted().toList() + " " + set.categories() + " "
                + set.reduced();
    }
}
