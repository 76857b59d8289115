package org.wayleave.data.catalogue;

import java.util.List;

/**
 * What an event may hold.
 *
 * @param purpose id of the purpose it is collected for
 * @param retentionDays how long it may be kept
 */
public record EventContract(String id, String title, String purpose, int retentionDays, List<EventField> fields) {
    /** Copies the fields. */
    public EventContract {
        fields = List.copyOf(fields);
    }
}
