package org.wayleave.data.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event may hold.
 *
 * @param purpose id of the purpose it is collected for
 * @param retentionDays how long it may be kept
 * @param owner team that answers for it; empty if none is declared
 * @param latenessHours how long after it happened it may still arrive
 */
public record EventContract(
        String id,
        String title,
        String purpose,
        int retentionDays,
        String owner,
        int latenessHours,
        List<EventField> fields) {
    /** The lateness allowed where a contract declares none: three days, the weekend that a till may be offline. */
    public static final int USUAL_LATENESS_HOURS = 72;

    /** Copies the fields. */
    public EventContract {
        fields = List.copyOf(fields);
    }

    /** Returns the fields without which an event is refused, in the contract's order. */
    public List<EventField> minimalSet() {
        return fields.stream().filter(EventField::required).toList();
    }

    /** Returns the field of a name, null if the contract has none. */
    public @Nullable EventField field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
