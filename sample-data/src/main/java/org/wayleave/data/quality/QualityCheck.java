package org.wayleave.data.quality;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.EventConformance;
import org.wayleave.data.catalogue.EventContract;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.export.EventRecord;

/** Measures a population in one pass: features, consents, and whether events keep to their contracts. */
public final class QualityCheck {
    /** The months over which consent rates are followed. */
    public static final int MONTHS = 12;

    /** Events are compared with their contracts for one person of so many. */
    private static final int EVENT_STRIDE = 25;

    private static final int PROGRESS_STRIDE = 64;

    private final PersonGenerator generator;
    private final Catalogue catalogue;

    /**
     * Makes a check.
     *
     * @param catalogue the catalogue with the contracts that events must keep
     */
    public QualityCheck(PersonGenerator generator, Catalogue catalogue) {
        this.generator = generator;
        this.catalogue = catalogue;
    }

    /**
     * Measures.
     *
     * @param people size of the population
     * @param most how many of them to look at
     * @param done told now and then how many people have been looked at
     * @param cancelled asked now and then; once true, the report is about those looked at so far
     */
    public QualityReport measure(int people, int most, IntConsumer done, BooleanSupplier cancelled) {
        int wanted = Math.min(people, most);
        FeatureProfiler features = new FeatureProfiler(generator.recipe().featureSchema(), wanted);
        ConsentRateMonitor consents =
                new ConsentRateMonitor(generator.recipe().consentRegistry(), generator.asOf(), MONTHS);
        Tally events = new Tally();
        int i = 0;
        while (i < wanted) {
            if (i % PROGRESS_STRIDE == 0) {
                if (cancelled.getAsBoolean()) {
                    break;
                }
                done.accept(i);
            }
            Person person = generator.person(i);
            features.add(person.features());
            consents.add(person.joined(), person.consents());
            if (i % EVENT_STRIDE == 0) {
                compare(person, events);
            }
            i++;
        }
        done.accept(i);
        return new QualityReport(
                i,
                people,
                features.profiles(),
                consents.rates(),
                new QualityReport.EventCheck(events.checked, events.broken, events.example));
    }

    private void compare(Person person, Tally tally) {
        EventHistory history = person.history();
        for (int i = 0; i < history.size(); i++) {
            tally.checked++;
            String id = history.type(i).wire();
            EventContract contract = catalogue.events().get(id);
            List<String> problems = contract == null
                    ? List.of("the catalogue has no contract for it")
                    : EventConformance.problems(contract, EventRecord.of(generator.recipe(), person, history, i));
            if (!problems.isEmpty()) {
                if (tally.broken++ == 0) {
                    tally.example = "event " + id + " of " + person.id() + ": " + problems.getFirst();
                }
            }
        }
    }

    private static final class Tally {
        private long checked;
        private long broken;
        private String example = "";
    }
}
