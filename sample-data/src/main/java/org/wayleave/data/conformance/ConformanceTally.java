package org.wayleave.data.conformance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.EventConformance;
import org.wayleave.data.catalogue.EventContract;
import org.wayleave.data.catalogue.Nonconformity;
import org.wayleave.data.catalogue.Nonconformity.Reason;

/** Counts breaks as events come in, one at a time, and keeps a few of each reason. For one thread. */
public final class ConformanceTally {
    private static final int SAMPLES_PER_REASON = 5;
    private static final int MOST_UNKNOWN = 100;

    private final Catalogue catalogue;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private long checked;
    private long broken;

    /** Makes a tally with a row for each event of a catalogue. */
    public ConformanceTally(Catalogue catalogue) {
        this.catalogue = catalogue;
        catalogue.events().keySet().forEach(event -> rows.put(event, new Row()));
    }

    /**
     * Checks and counts an event.
     *
     * @param place where it stands, for samples
     * @return how it breaks its contract, empty if it conforms
     */
    public List<Nonconformity> add(String event, Map<String, Object> fields, Instant arrived, String place) {
        EventContract contract = catalogue.events().get(event);
        List<Nonconformity> found = EventConformance.check(contract, event, fields, arrived);
        checked++;
        Row row = row(event);
        row.checked++;
        if (!found.isEmpty()) {
            broken++;
            row.broken++;
            Set<Reason> seen = EnumSet.noneOf(Reason.class);
            for (Nonconformity nonconformity : found) {
                if (seen.add(nonconformity.reason())) {
                    row.count(nonconformity, place);
                }
            }
        }
        return found;
    }

    /** Returns what was counted so far. */
    public ConformanceReport report() {
        List<ConformanceReport.ContractRow> contracts = new ArrayList<>();
        rows.forEach((event, row) -> {
            EventContract contract = catalogue.events().get(event);
            List<ConformanceReport.Sample> samples = new ArrayList<>();
            row.samples.values().forEach(samples::addAll);
            contracts.add(new ConformanceReport.ContractRow(
                    event, contract == null ? "" : contract.owner(), row.checked, row.broken, row.byReason, samples));
        });
        return new ConformanceReport(checked, broken, contracts);
    }

    private Row row(String event) {
        Row known = rows.get(event);
        if (known != null) {
            return known;
        }
        // A stream of invented names must not fill the memory.
        String name = rows.size() - catalogue.events().size() < MOST_UNKNOWN ? event : "other events";
        return rows.computeIfAbsent(name, field -> new Row());
    }

    private static final class Row {
        private final Map<Reason, Long> byReason = new EnumMap<>(Reason.class);
        private final Map<Reason, List<ConformanceReport.Sample>> samples = new EnumMap<>(Reason.class);
        private long checked;
        private long broken;

        private void count(Nonconformity nonconformity, String place) {
            byReason.merge(nonconformity.reason(), 1L, Long::sum);
            @Nullable
            List<ConformanceReport.Sample> kept =
                    samples.computeIfAbsent(nonconformity.reason(), reason -> new ArrayList<>());
            if (kept.size() < SAMPLES_PER_REASON) {
                kept.add(new ConformanceReport.Sample(nonconformity.reason(), place, nonconformity.sentence()));
            }
        }
    }
}
