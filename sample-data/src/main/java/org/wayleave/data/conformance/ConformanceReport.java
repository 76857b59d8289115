package org.wayleave.data.conformance;

import java.util.List;
import java.util.Map;
import org.wayleave.data.catalogue.Nonconformity.Reason;

/**
 * How events keep to their contracts.
 *
 * @param checked number of events
 * @param broken number of those that break their contract in at least one way
 * @param contracts one row per event of the catalogue in its order, then the events without a contract
 */
public record ConformanceReport(long checked, long broken, List<ContractRow> contracts) {
    /** Copies the list. */
    public ConformanceReport {
        contracts = List.copyOf(contracts);
    }

    /** Returns how many events break their contracts for a reason. */
    public long count(Reason reason) {
        return contracts.stream()
                .mapToLong(row -> row.byReason().getOrDefault(reason, 0L))
                .sum();
    }

    /**
     * The events of one contract.
     *
     * @param event id of the event
     * @param owner team that answers for it, empty if none
     * @param byReason number of events by reason; an event may count for several
     * @param samples a few of the breaks, the first of each reason first
     */
    public record ContractRow(
            String event, String owner, long checked, long broken, Map<Reason, Long> byReason, List<Sample> samples) {
        /** Copies what is counted. */
        public ContractRow {
            byReason = Map.copyOf(byReason);
            samples = List.copyOf(samples);
        }
    }

    /**
     * One break.
     *
     * @param place where the event stands, e.g. "p000042, event 17" or "line 3"
     * @param sentence what is wrong
     */
    public record Sample(Reason reason, String place, String sentence) {}
}
