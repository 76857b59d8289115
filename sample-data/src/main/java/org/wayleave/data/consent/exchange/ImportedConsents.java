package org.wayleave.data.consent.exchange;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wayleave.data.consent.ConsentEvent;

/**
 * What a file of consents holds, as events.
 *
 * @param format name of the format
 * @param events by the id of the person
 * @param losses what could not be taken over
 */
public record ImportedConsents(String format, SortedMap<String, List<ConsentEvent>> events, List<Loss> losses) {
    /** Copies what is given. */
    public ImportedConsents {
        events = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(events));
        losses = List.copyOf(losses);
    }

    /**
     * Something that could not be taken over.
     *
     * @param path JSON pointer into the file
     */
    public record Loss(String path, String reason) {}

    /** Returns the number of events. */
    public int size() {
        return events.values().stream().mapToInt(List::size).sum();
    }
}
