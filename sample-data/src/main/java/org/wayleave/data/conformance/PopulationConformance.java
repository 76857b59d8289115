package org.wayleave.data.conformance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.EventContract;
import org.wayleave.data.catalogue.Nonconformity;
import org.wayleave.data.catalogue.Nonconformity.Reason;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.export.EventRecord;

/** Checks the events of simulated people, as they are or with mistakes as sources make them. */
public final class PopulationConformance {
    private static final int PROGRESS_STRIDE = 64;

    private final PersonGenerator generator;
    private final Catalogue catalogue;
    private final Mistakes mistakes;

    /**
     * What was found.
     *
     * @param people people whose events were checked
     * @param made number of events spoilt by each kind of mistake
     * @param caught number of those that the check found for the reason of the mistake
     * @param falseAlarms events that were not spoilt and yet break their contract
     */
    public record Outcome(
            ConformanceReport report, int people, Map<Reason, Long> made, Map<Reason, Long> caught, long falseAlarms) {
        /** Copies the maps. */
        public Outcome {
            made = Map.copyOf(made);
            caught = Map.copyOf(caught);
        }
    }

    /** Makes a check; the share of mistakes may be 0. */
    public PopulationConformance(PersonGenerator generator, Catalogue catalogue, Mistakes mistakes) {
        this.generator = generator;
        this.catalogue = catalogue;
        this.mistakes = mistakes;
    }

    /**
     * Checks the past events of people.
     *
     * @param people how many, from index 0
     * @param done told now and then how many are done
     * @param cancelled asked now and then; once true, the outcome is about those done so far
     */
    public Outcome check(int people, IntConsumer done, BooleanSupplier cancelled) {
        ConformanceTally tally = new ConformanceTally(catalogue);
        Map<Reason, Long> made = new EnumMap<>(Reason.class);
        Map<Reason, Long> caught = new EnumMap<>(Reason.class);
        long falseAlarms = 0;
        int index = 0;
        while (index < people) {
            if (index % PROGRESS_STRIDE == 0) {
                done.accept(index);
                if (cancelled.getAsBoolean()) {
                    break;
                }
            }
            Person person = generator.person(index);
            EventHistory history = person.history();
            for (int i = 0; i < history.size(); i++) {
                String event = history.type(i).wire();
                Map<String, Object> fields = EventRecord.of(generator.recipe(), person, history, i);
                Instant happened = Instant.ofEpochMilli(history.time(i));
                EventContract contract = catalogue.events().get(event);
                Mistakes.Arrival arrival = contract == null
                        ? new Mistakes.Arrival(fields, happened, null)
                        : mistakes.arrival(contract, fields, happened, index, i);
                List<Nonconformity> found =
                        tally.add(event, arrival.fields(), arrival.arrived(), person.id() + ", event " + i);
                Reason spoilt = arrival.spoilt();
                if (spoilt == null) {
                    falseAlarms += found.isEmpty() ? 0 : 1;
                } else {
                    made.merge(spoilt, 1L, Long::sum);
                    caught.merge(spoilt, found.stream().anyMatch(n -> n.reason() == spoilt) ? 1L : 0L, Long::sum);
                }
            }
            index++;
        }
        done.accept(index);
        return new Outcome(tally.report(), index, made, caught, falseAlarms);
    }
}
