package org.wayleave.data.feature;

import org.wayleave.data.event.EventTypes;

/** What one feature remembers of the events in its window, updated with each event that comes in or falls out. */
final class FeatureState {
    private final FeatureDefinition definition;
    private final FeatureCalculator calculator;
    private final long mask;
    private final long perMask;
    private final long lessMask;
    private final int[] weights = new int[EventTypes.MOST];
    private final Times times = new Times();
    private final int[] inCategory;
    private final Times[] dueTimes;
    private int start;
    private int count;
    private int perCount;
    private int lessCount;
    private int weighed;
    private long sum;
    private long perSum;
    private long lessSum;
    private int categoriesSeen;

    FeatureState(FeatureDefinition definition, FeatureCalculator calculator, int categories) {
        this.definition = definition;
        this.calculator = calculator;
        mask = definition.events().mask();
        perMask = definition.per().mask();
        lessMask = definition.less().mask();
        definition
                .events()
                .types()
                .forEach(type -> weights[type.code()] = definition.weights().getOrDefault(type.wire(), 1));
        Calculation calculation = definition.calculation();
        inCategory = new int[calculation == Calculation.DIVERSITY ? categories : 0];
        dueTimes = new Times[calculation == Calculation.DUE ? categories + 1 : 0];
        for (int i = 0; i < dueTimes.length; i++) {
            dueTimes[i] = new Times();
        }
    }

    /** Takes in an event at a position of the buffer; those from there on have moved up by one. */
    void enter(EventBuffer buffer, int at) {
        if (at < start) {
            // It lies before the window, as all before the first event in the window do.
            start++;
        } else {
            tally(buffer, at, 1);
        }
    }

    /** Lets the events fall out that are older than the window at an instant; returns where the window begins. */
    int slide(EventBuffer buffer, int end, long now) {
        long from = now - definition.windowMillis();
        while (start < end && buffer.time(start) < from) {
            tally(buffer, start, -1);
            start++;
        }
        return start;
    }

    /** The oldest events have left the buffer. */
    void dropped(int events) {
        start -= events;
    }

    private void tally(EventBuffer buffer, int at, int sign) {
        int code = buffer.code(at);
        if (counts(mask, definition.events(), buffer, at)) {
            count += sign;
            sum += (long) sign * buffer.cents(at);
            weighed += sign * weights[code];
            remember(buffer, at, sign);
        }
        if (counts(perMask, definition.per(), buffer, at)) {
            perCount += sign;
            perSum += (long) sign * buffer.cents(at);
        }
        if (counts(lessMask, definition.less(), buffer, at)) {
            lessCount += sign;
            lessSum += (long) sign * buffer.cents(at);
        }
    }

    private void remember(EventBuffer buffer, int at, int sign) {
        int category = buffer.category(at);
        switch (definition.calculation()) {
            case RECENCY, LATENCY, LIFECYCLE, UNTIL -> note(times, buffer.time(at), sign);
            case DIVERSITY -> {
                if (category >= 0) {
                    int before = inCategory[category];
                    inCategory[category] += sign;
                    categoriesSeen += (inCategory[category] > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
                }
            }
            case DUE -> note(dueTimes[category < 0 ? dueTimes.length - 1 : category], buffer.time(at), sign);
            case COUNT,
                    SUM,
                    SHARE,
                    RATIO,
                    AFFINITY,
                    TOP_CATEGORY,
                    LAST_CATEGORY,
                    LAST_AMOUNT,
                    PENDING,
                    LIKELY,
                    TENURE,
                    TOLD,
                    SCORE -> {}
        }
    }

    private static void note(Times times, long time, int sign) {
        if (sign > 0) {
            times.add(time);
        } else {
            times.removeFirst();
        }
    }

    private static boolean counts(long mask, EventSet set, EventBuffer buffer, int at) {
        return (mask >>> buffer.code(at) & 1) == 1
                && set.holds(buffer.code(at), buffer.category(at), buffer.reduced(at));
    }

    /** Returns the quantised value at an instant to which the window was slid; NaN where absent. */
    double value(EventBuffer buffer, int end, long now, ProfileFacts profile) {
        return switch (definition.calculation()) {
            case RECENCY ->
                times.size() == 0 ? Double.NaN : definition.quantise(FeatureCalculator.days(now - times.last()));
            case COUNT -> definition.quantise(count - lessCount);
            case SUM -> definition.quantise((sum - lessSum) / 100.0);
            case LATENCY ->
                times.days() < 2
                        ? Double.NaN
                        : definition.quantise(
                                FeatureCalculator.days(times.last() - times.first()) / (times.days() - 1));
            case SHARE -> definition.quantise(share());
            case RATIO -> perSum == 0 ? Double.NaN : definition.quantise((double) (sum - lessSum) / perSum);
            case DIVERSITY -> definition.quantise(categoriesSeen);
            case LIFECYCLE -> times.size() == 0 ? 0 : calculator.stage(times.first(), times.last(), now, profile);
            case LAST_CATEGORY -> {
                int newest = newest(buffer, end);
                yield newest < 0 || buffer.category(newest) < 0 ? Double.NaN : buffer.category(newest);
            }
            case LAST_AMOUNT -> {
                int newest = newest(buffer, end);
                yield newest < 0 ? Double.NaN : definition.quantise(buffer.cents(newest) / 100.0);
            }
            case PENDING -> pending(buffer, end);
            case DUE -> definition.quantise(due(now));
            case UNTIL -> times.size() == 0 ? Double.NaN : calculator.until(times.last(), now);
            case LIKELY -> (perMask == 0 ? weighed : share()) >= definition.edges()[0] ? 1 : 0;
            case TENURE, TOLD -> calculator.ofProfile(now, profile);
            case AFFINITY, TOP_CATEGORY, SCORE ->
                throw new IllegalStateException("affinities and scores are not computed from this state");
        };
    }

    private double share() {
        return perCount == 0 ? Double.NaN : (double) count / perCount;
    }

    private int newest(EventBuffer buffer, int end) {
        for (int i = end - 1; count > 0 && i >= start; i--) {
            if (counts(mask, definition.events(), buffer, i)) {
                return i;
            }
        }
        return -1;
    }

    private double pending(EventBuffer buffer, int end) {
        for (int i = end - 1; count > 0 && i >= start; i--) {
            if (counts(mask, definition.events(), buffer, i)) {
                return 1;
            }
            if (counts(perMask, definition.per(), buffer, i)) {
                return 0;
            }
        }
        return 0;
    }

    private double due(long now) {
        int best = -1;
        for (int i = 0; i < dueTimes.length; i++) {
            if (dueTimes[i].size() >= 2 && (best < 0 || dueTimes[i].size() > dueTimes[best].size())) {
                best = i;
            }
        }
        return best < 0
                ? Double.NaN
                : FeatureCalculator.due(dueTimes[best].first(), dueTimes[best].last(), dueTimes[best].size(), now);
    }
}
