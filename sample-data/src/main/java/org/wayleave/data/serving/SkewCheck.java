package org.wayleave.data.serving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.wayleave.data.Person;
import org.wayleave.data.PersonGenerator;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.feature.FeatureTable;
import org.wayleave.data.feature.Features;
import org.wayleave.data.feature.OnlineFeatures;
import org.wayleave.data.feature.ProfileFacts;
import org.wayleave.data.random.Draws;

/**
 * Compares features computed in a batch with the same features kept up to date one event at a time, for simulated people whose
 * events arrive out of order within the allowed lateness, at instants drawn for each of them.
 */
public final class SkewCheck {
    private static final int PURPOSE = 4401;
    private static final int PROGRESS_STRIDE = 16;

    private final PersonGenerator generator;
    private final Duration lateness;
    private final int instants;

    /**
     * Makes a check.
     *
     * @param lateness how long after it happened an event may arrive
     * @param instants instants at which each person is compared, 1 to 1000
     */
    public SkewCheck(PersonGenerator generator, Duration lateness, int instants) {
        if (instants < 1 || instants > 1000) {
            throw new IllegalArgumentException("each person is compared at 1 to 1000 instants, not " + instants);
        }
        this.generator = generator;
        this.lateness = lateness;
        this.instants = instants;
    }

    /**
     * Compares.
     *
     * @param people how many, from index 0
     * @param done told now and then how many are done
     * @param cancelled asked now and then; once true, the report is about those done so far
     */
    public SkewReport check(int people, IntConsumer done, BooleanSupplier cancelled) {
        Tally tally = new Tally();
        int index = 0;
        while (index < people) {
            if (index % PROGRESS_STRIDE == 0) {
                done.accept(index);
                if (cancelled.getAsBoolean()) {
                    break;
                }
            }
            compare(generator.person(index), index, tally);
            index++;
        }
        done.accept(index);
        return tally.report(index);
    }

    private void compare(Person person, int index, Tally tally) {
        EventHistory history = person.history();
        FeatureTable table = generator.recipe().features();
        ProfileFacts facts = person.facts();
        long key = Draws.key(generator.seed(), index, 0, PURPOSE);
        long from = generator.asOf().toEpochMilli()
                - Duration.ofDays(PersonGenerator.HISTORY_DAYS).toMillis();
        long span = generator.asOf().toEpochMilli() - from;
        long[] cuts = new long[instants];
        for (int k = 0; k < instants; k++) {
            cuts[k] = from + (long) (Draws.uniform(key, k) * span);
        }
        Arrays.sort(cuts);
        long[] arrivals = arrivals(history, Draws.subKey(key, 1));
        OnlineFeatures waiting = table.online(lateness);
        OnlineFeatures atOnce = table.online(lateness);
        int entered = 0;
        int enteredAtOnce = 0;
        for (long cut : cuts) {
            Features batch = table.compute(history, cut, facts);
            enteredAtOnce = enter(atOnce, history, arrivals, enteredAtOnce, cut);
            tally.atOnce(table, batch, atOnce.at(cut, facts));
            int before = entered;
            entered = enter(waiting, history, arrivals, entered, cut + lateness.toMillis());
            tally.late += late(history, arrivals, before, entered);
            tally.compare(table, batch, waiting.at(cut, facts), person.id(), cut);
        }
    }

    /** Returns the events in the order of their arrival: how much later it is in the upper bits, which event in the lower. */
    private long[] arrivals(EventHistory history, long key) {
        long[] arrivals = new long[history.size()];
        for (int i = 0; i < arrivals.length; i++) {
            long delay = (long) (Draws.uniform(key, i) * lateness.toMillis());
            arrivals[i] = ((history.time(i) + delay) << 20) | i;
        }
        Arrays.sort(arrivals);
        return arrivals;
    }

    private static int enter(OnlineFeatures online, EventHistory history, long[] arrivals, int from, long until) {
        int at = from;
        while (at < arrivals.length && arrivals[at] >> 20 <= until) {
            int i = (int) (arrivals[at] & 0xFFFFF);
            online.add(
                    history.time(i),
                    i,
                    history.code(i),
                    history.category(i),
                    history.cents(i),
                    history.discount(i) > 0);
            at++;
        }
        return at;
    }

    private static int late(EventHistory history, long[] arrivals, int from, int to) {
        int late = 0;
        long newest = Long.MIN_VALUE;
        for (int at = from; at < to; at++) {
            long time = history.time((int) (arrivals[at] & 0xFFFFF));
            late += time < newest ? 1 : 0;
            newest = Math.max(newest, time);
        }
        return late;
    }

    private final class Tally {
        private final long[] differences =
                new long[generator.recipe().featureSchema().features().size()];
        private final long[] servedAtOnce = new long[differences.length];
        private final String[] examples = new String[differences.length];
        private long values;
        private long late;

        private Tally() {
            Arrays.fill(examples, "");
        }

        private void compare(FeatureTable table, Features batch, Features online, String person, long cut) {
            for (int i = 0; i < differences.length; i++) {
                values++;
                if (!same(batch.raw(i), online.raw(i)) && differences[i]++ == 0) {
                    examples[i] = person + " at " + java.time.Instant.ofEpochMilli(cut) + ": " + batch.value(i)
                            + " in the batch, " + online.value(i) + " event by event";
                }
            }
            for (int e = 0; e < table.schema().elements().size(); e++) {
                if (batch.dataAge(e) != online.dataAge(e)) {
                    throw new IllegalStateException(
                            "the age of " + table.schema().elements().get(e) + " of " + person
                                    + " is " + batch.dataAge(e) + " days in the batch and " + online.dataAge(e)
                                    + " event by event");
                }
            }
        }

        private void atOnce(FeatureTable table, Features batch, Features online) {
            for (int i = 0; i < table.definitions().size(); i++) {
                servedAtOnce[i] += same(batch.raw(i), online.raw(i)) ? 0 : 1;
            }
        }

        private SkewReport report(int people) {
            List<SkewReport.FeatureSkew> features = new ArrayList<>();
            for (int i = 0; i < differences.length; i++) {
                features.add(new SkewReport.FeatureSkew(
                        generator.recipe().featureSchema().features().get(i).name(),
                        differences[i],
                        servedAtOnce[i],
                        examples[i]));
            }
            return new SkewReport(
                    people,
                    instants,
                    values,
                    Arrays.stream(differences).sum(),
                    Arrays.stream(servedAtOnce).sum(),
                    late,
                    features);
        }

        /** Both paths do the same arithmetic on the same numbers, so that not even the last bit may differ. */
        private static boolean same(double a, double b) {
            return Double.compare(a, b) == 0;
        }
    }
}
