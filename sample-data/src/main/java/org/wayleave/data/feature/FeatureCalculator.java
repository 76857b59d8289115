package org.wayleave.data.feature;

import java.util.Objects;
import org.wayleave.data.event.EventHistory;
import org.wayleave.data.event.EventType;
import org.wayleave.data.event.EventTypes;

/** Computes one feature from events that begin at most 365 days before the instant and end at it. */
final class FeatureCalculator {
    private final FeatureDefinition definition;
    private final int categories;
    private final long mask;
    private final long perMask;
    private final long lessMask;
    private final boolean plain;
    private final boolean perPlain;
    private final boolean lessPlain;
    private final int[] weights;
    private final long window;

    FeatureCalculator(FeatureDefinition definition, int categories) {
        this.definition = definition;
        this.categories = categories;
        mask = definition.events().mask();
        perMask = definition.per().mask();
        lessMask = definition.less().mask();
        plain = plain(definition.events());
        lessPlain = plain(definition.less());
        weights = weights(definition);
        perPlain = plain(definition.per());
        window = definition.windowMillis();
    }

    private static int[] weights(FeatureDefinition definition) {
        int[] weights = new int[EventTypes.MOST];
        for (EventType type : definition.events().types()) {
            weights[type.code()] = definition.weights().getOrDefault(type.wire(), 1);
        }
        return weights;
    }

    private static boolean plain(EventSet set) {
        return set.categories().isEmpty() && !set.reduced();
    }

    /** Returns the quantised value of a feature that is no affinity; NaN where absent. */
    double value(EventHistory events, long now, ProfileFacts profile) {
        return switch (definition.calculation()) {
            case RECENCY -> recency(events, now);
            case COUNT -> definition.quantise(count(events, now));
            case SUM -> definition.quantise(sum(events, now) / 100.0);
            case LATENCY -> latency(events, now);
            case SHARE -> definition.quantise(share(events, now));
            case RATIO -> {
                long per = perSum(events, now);
                yield per == 0 ? Double.NaN : definition.quantise((double) sum(events, now) / per);
            }
            case DIVERSITY -> definition.quantise(diversity(events, now));
            case LIFECYCLE -> lifecycle(events, now, profile);
            case LAST_CATEGORY -> {
                int newest = newest(events, now);
                yield newest < 0 || events.category(newest) < 0 ? Double.NaN : events.category(newest);
            }
            case LAST_AMOUNT -> {
                int newest = newest(events, now);
                yield newest < 0 ? Double.NaN : definition.quantise(events.value(newest));
            }
            case PENDING -> pending(events, now);
            case DUE -> definition.quantise(due(events, now));
            case UNTIL -> until(events, now);
            case LIKELY ->
                (perMask == 0 ? weighedCount(events, now) : share(events, now))
                                >= definition.edges()[0]
                        ? 1
                        : 0;
            case TENURE, TOLD -> ofProfile(now, profile);
            case AFFINITY, TOP_CATEGORY, SCORE ->
                throw new IllegalStateException("affinities and scores are not computed from events alone");
        };
    }

    /** Returns the value of a feature that reads no events. */
    double ofProfile(long now, ProfileFacts profile) {
        if (definition.calculation() == Calculation.TENURE) {
            return definition.quantise(days(now - profile.joined()));
        }
        return profile.goal() < 0 || profile.goals() > now ? Double.NaN : profile.goal();
    }

    /** Returns the value of an affinity from the weights by category, the last being their sum. */
    double ofWeights(int[] weights) {
        int sum = weights[weights.length - 1];
        if (sum == 0) {
            return Double.NaN;
        }
        if (definition.calculation() == Calculation.AFFINITY) {
            return definition.quantise((double) weights[definition.category()] / sum);
        }
        int top = 0;
        for (int i = 1; i < weights.length - 1; i++) {
            if (weights[i] > weights[top]) {
                top = i;
            }
        }
        return top;
    }

    /**
     * Returns a score from the features before it.
     *
     * @param values the features computed so far
     * @param schema where they stand
     */
    double ofFeatures(double[] values, FeatureSchema schema) {
        Score score = Objects.requireNonNull(definition.score());
        for (Score.Bound bound : score.onlyWhen()) {
            if (!bound.holds(values[schema.position(bound.feature())])) {
                return Double.NaN;
            }
        }
        for (Score.Bound bound : score.zeroWhen()) {
            if (bound.holds(values[schema.position(bound.feature())])) {
                return definition.quantise(0);
            }
        }
        double sum = 0;
        for (Score.Term term : score.terms()) {
            sum += term.of(values[schema.position(term.bound().feature())]);
        }
        return definition.quantise(sum);
    }

    private boolean counts(EventHistory events, int i) {
        return (mask >>> events.code(i) & 1) == 1
                && (plain || definition.events().holds(events, i));
    }

    private boolean perCounts(EventHistory events, int i) {
        return (perMask >>> events.code(i) & 1) == 1
                && (perPlain || definition.per().holds(events, i));
    }

    private boolean lessCounts(EventHistory events, int i) {
        return (lessMask >>> events.code(i) & 1) == 1
                && (lessPlain || definition.less().holds(events, i));
    }

    private int newest(EventHistory events, long now) {
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            if (counts(events, i)) {
                return i;
            }
        }
        return -1;
    }

    private double recency(EventHistory events, long now) {
        int newest = newest(events, now);
        return newest < 0 ? Double.NaN : definition.quantise(days(now - events.time(newest)));
    }

    private int count(EventHistory events, long now) {
        int count = 0;
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            count += counts(events, i) ? 1 : 0;
            count -= lessMask != 0 && lessCounts(events, i) ? 1 : 0;
        }
        return count;
    }

    private int weighedCount(EventHistory events, long now) {
        int count = 0;
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            count += counts(events, i) ? weights[events.code(i)] : 0;
        }
        return count;
    }

    private double until(EventHistory events, long now) {
        int newest = newest(events, now);
        return newest < 0 ? Double.NaN : until(events.time(newest), now);
    }

    /** Returns the quantised days until the fixed time after an event; absent when it is over. */
    double until(long time, long now) {
        long left = time + definition.offsetMillis() - now;
        return left < 0 ? Double.NaN : definition.quantise(days(left));
    }

    private long sum(EventHistory events, long now) {
        long sum = 0;
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            sum += counts(events, i) ? events.cents(i) : 0;
            sum -= lessMask != 0 && lessCounts(events, i) ? events.cents(i) : 0;
        }
        return sum;
    }

    private long perSum(EventHistory events, long now) {
        long sum = 0;
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            sum += perCounts(events, i) ? events.cents(i) : 0;
        }
        return sum;
    }

    private double latency(EventHistory events, long now) {
        int onDays = 0;
        long first = 0;
        long last = 0;
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            if (counts(events, i)) {
                long time = events.time(i);
                if (onDays == 0) {
                    last = time;
                }
                onDays += onDays == 0 || time / FeatureTable.DAY != first / FeatureTable.DAY ? 1 : 0;
                first = time;
            }
        }
        return onDays < 2 ? Double.NaN : definition.quantise(days(last - first) / (onDays - 1));
    }

    private double share(EventHistory events, long now) {
        int of = 0;
        int per = 0;
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            of += counts(events, i) ? 1 : 0;
            per += perCounts(events, i) ? 1 : 0;
        }
        return per == 0 ? Double.NaN : (double) of / per;
    }

    private int diversity(EventHistory events, long now) {
        boolean[] seen = new boolean[categories];
        int count = 0;
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            int category = events.category(i);
            if (category >= 0 && counts(events, i) && !seen[category]) {
                seen[category] = true;
                count++;
            }
        }
        return count;
    }

    private double lifecycle(EventHistory events, long now, ProfileFacts profile) {
        long first = 0;
        long last = 0;
        boolean any = false;
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            if (counts(events, i)) {
                first = events.time(i);
                last = any ? last : first;
                any = true;
            }
        }
        return any ? stage(first, last, now, profile) : 0;
    }

    /** Returns the stage of somebody with at least one event. */
    double stage(long first, long last, long now, ProfileFacts profile) {
        double[] edges = definition.edges();
        if (days(now - first) <= edges[0] && days(now - profile.joined()) <= FeatureTable.WINDOW_DAYS) {
            return 1;
        }
        double recency = days(now - last);
        if (recency <= edges[1]) {
            return 2;
        }
        return recency <= edges[2] ? 3 : 4;
    }

    private double pending(EventHistory events, long now) {
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            if (counts(events, i)) {
                return 1;
            }
            if (perCounts(events, i)) {
                return 0;
            }
        }
        return 0;
    }

    private double due(EventHistory events, long now) {
        int[] bought = new int[categories + 1];
        long[] firstTime = new long[categories + 1];
        long[] lastTime = new long[categories + 1];
        for (int i = events.size() - 1; i >= 0 && events.time(i) >= now - window; i--) {
            if (counts(events, i)) {
                int category = events.category(i) < 0 ? categories : events.category(i);
                if (bought[category]++ == 0) {
                    lastTime[category] = events.time(i);
                }
                firstTime[category] = events.time(i);
            }
        }
        int best = -1;
        for (int i = 0; i < bought.length; i++) {
            if (bought[i] >= 2 && (best < 0 || bought[i] > bought[best])) {
                best = i;
            }
        }
        if (best < 0) {
            return Double.NaN;
        }
        return due(firstTime[best], lastTime[best], bought[best], now);
    }

    /** Returns the days until the next of some events by their mean interval. */
    static double due(long first, long last, int count, long now) {
        double interval = (double) (last - first) / (count - 1);
        return (last + interval - now) / FeatureTable.DAY;
    }

    static double days(long millis) {
        return (double) millis / FeatureTable.DAY;
    }
}
