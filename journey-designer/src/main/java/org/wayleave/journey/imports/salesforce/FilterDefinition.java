package org.wayleave.journey.imports.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.imports.foreign.SourceConditions;
import org.wayleave.journey.imports.source.SourceNode;
import org.wayleave.journey.imports.source.XmlFile;
import org.wayleave.journey.imports.source.XmlSource;

/** The XML in which Journey Builder says for whom a path is. */
final class FilterDefinition {

    private FilterDefinition() {}

    /**
     * The conditions that a filter sets, all of which must hold: one for each comparison where the filter is a plain conjunction of
     * comparisons that have a counterpart here, else the whole text as one.
     */
    static List<Condition> conditions(String filter) {
        try {
            XmlSource root = XmlFile.read(filter);
            List<Condition> conditions = new ArrayList<>();
            root.known();
            boolean plain = root.name().equals("FilterDefinition") && conjunction(root, conditions);
            List<SourceNode> left = new ArrayList<>();
            root.unread(left::add);
            if (plain && left.isEmpty() && !conditions.isEmpty()) {
                return List.copyOf(conditions);
            }
        } catch (JourneyFormatException notXml) {
            // The text is kept as it is.
        }
        return List.of(SourceConditions.text("filter", filter));
    }

    private static boolean conjunction(XmlSource set, List<Condition> conditions) {
        boolean plain =
                set.value("Operator").orElse("AND").toUpperCase(Locale.ROOT).equals("AND")
                        && set.text().isEmpty();
        set.value("ConditionSetName");
        for (XmlSource part : set.children()) {
            plain = plain
                    && switch (part.name()) {
                        case "ConditionSet" -> conjunction(part, conditions);
                        case "Condition" -> comparison(part, conditions);
                        default -> false;
                    };
        }
        return plain;
    }

    private static boolean comparison(XmlSource condition, List<Condition> conditions) {
        List<XmlSource> values = condition.children("Value");
        if (values.size() != condition.children().size()
                || condition.value("ValueIsReference").orElse("false").equalsIgnoreCase("true")) {
            return false;
        }
        Optional<String> key = condition.value("Key");
        Optional<String> operator = condition.value("Operator");
        List<FactValue> compared = values.stream()
                .flatMap(value -> value.text().stream())
                .map(FactValue::of)
                .toList();
        // What the editor shows and where the value is looked up do not change what is compared.
        condition.value("UiMetaData");
        condition.value("IsEphemeralAttribute");
        values.forEach(XmlSource::known);
        if (key.isEmpty() || operator.isEmpty()) {
            return false;
        }
        String words = operator.get()
                + compared.stream().map(value -> " " + value.words()).collect(Collectors.joining(","));
        conditions.add(SourceConditions.comparing(key.get(), operator.get(), compared)
                .orElseGet(() -> SourceConditions.text(key.get(), words)));
        return true;
    }
}
