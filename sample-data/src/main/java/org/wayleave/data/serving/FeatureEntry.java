package org.wayleave.data.serving;

import java.time.Duration;
import java.util.List;
import org.wayleave.data.feature.FeatureDefinition;

/**
 * A feature as the registry knows it.
 *
 * @param definition how it is computed
 * @param sources what it is made from: ids of events, names of other features, or "profile"
 * @param fields fields of events that it reads, as "event.field"
 * @param purposes ids of the purposes its data element may serve
 * @param basis id of the lawful basis of its data element, empty if none is declared
 * @param retentionDays how long its data element may be kept; 0 if it is not declared
 * @param quantisation its bands in words
 * @param owner team that answers for it, empty if none is declared
 * @param version recipe version and fingerprint of the definition, which changes with anything that changes values
 * @param lifetime how long a computed value is served
 * @param refusal why it must not be computed; empty if it may
 * @param findings what should be mended about it
 */
public record FeatureEntry(
        FeatureDefinition definition,
        List<String> sources,
        List<String> fields,
        List<String> purposes,
        String basis,
        int retentionDays,
        String quantisation,
        String owner,
        String version,
        Duration lifetime,
        String refusal,
        List<String> findings) {
    /** Copies the lists. */
    public FeatureEntry {
        sources = List.copyOf(sources);
        fields = List.copyOf(fields);
        purposes = List.copyOf(purposes);
        findings = List.copyOf(findings);
    }

    /** Returns the feature's name. */
    public String name() {
        return definition.spec().name();
    }

    /** Returns how it comes from events, step by step. */
    public List<String> lineage() {
        long days = definition.windowMillis() / Duration.ofDays(1).toMillis();
        String window = days > 0 ? days + " days" : definition.windowMillis() / 60_000 + " minutes";
        return List.of(
                "Made from " + (sources.isEmpty() ? "nothing that is declared" : String.join(", ", sources)),
                fields.isEmpty() ? "Reads no field of an event" : "Reads " + String.join(", ", fields),
                definition.calculation().readsEvents() ? "Looks back over " + window : "Looks at what is known now",
                "Computed as " + definition.calculation().wire(),
                "Quantised: " + quantisation,
                "Belongs to the data element " + definition.spec().dataElement());
    }
}
