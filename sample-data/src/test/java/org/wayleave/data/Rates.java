package org.wayleave.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wayleave.data.random.Normal;

/** Compares what people show with what is declared, rate by rate, seed by seed and over all seeds together. */
final class Rates {
    /** Below so many expected events a normal interval says nothing. */
    private static final double FEWEST = 40;

    /** How exactly a declared number of events is known, as its share: the first and last day are local days. */
    private static final double EDGES = 0.004;

    /** The probability with which a sound recipe fails any of the comparisons. */
    private static final double ALPHA = 0.001;

    /** Sums over people, who are independent while the events of one are not. */
    private static final class Sums {
        private double shown;
        private double declared;
        private double shown2;
        private double cross;
        private double declared2;

        void add(double x, double y) {
            shown += x;
            declared += y;
            shown2 += x * x;
            cross += x * y;
            declared2 += y * y;
        }

        void add(Sums other) {
            shown += other.shown;
            declared += other.declared;
            shown2 += other.shown2;
            cross += other.cross;
            declared2 += other.declared2;
        }

        boolean tells() {
            return declared >= FEWEST;
        }

        /** The distance of the ratio of sums from 1 in standard errors (Taylor linearisation). */
        double z() {
            double ratio = shown / declared;
            double variance = shown2 - 2 * ratio * cross + ratio * ratio * declared2;
            double edges = EDGES * declared;
            return (shown - declared) / Math.sqrt(variance + edges * edges);
        }
    }

    private final SortedMap<String, Sums> ofSeed = new TreeMap<>();
    private final SortedMap<String, Sums> ofAll = new TreeMap<>();
    private final List<Double> scores = new ArrayList<>();
    private final List<String> worst = new ArrayList<>();
    private double largest;

    /** Notes what one person shows and what is declared of them. */
    void note(String rate, double shown, double declared) {
        if (declared != 0 || shown != 0) {
            ofSeed.computeIfAbsent(rate, name -> new Sums()).add(shown, declared);
        }
    }

    /** Notes whether something holds of a person and the share of people of whom it is declared to. */
    void share(String rate, boolean holds, double declared) {
        note(rate, holds ? 1 : 0, declared);
    }

    /** Ends a seed. */
    void seed(long seed) {
        ofSeed.forEach((rate, sums) -> {
            if (sums.tells()) {
                score(rate + " on seed " + seed, sums);
            }
            ofAll.computeIfAbsent(rate, name -> new Sums()).add(sums);
        });
        ofSeed.clear();
    }

    private double score(String what, Sums sums) {
        double z = sums.z();
        scores.add(z);
        largest = Math.max(largest, Math.abs(z));
        if (Math.abs(z) > 3) {
            worst.add(words(what, sums, z));
        }
        return z;
    }

    private static String words(String what, Sums sums, double z) {
        return String.format(
                Locale.ROOT,
                "%s: %.4g times what is declared (%.0f for %.1f), z = %.1f",
                what,
                sums.shown / sums.declared,
                sums.shown,
                sums.declared,
                z);
    }

    /** Returns the number of rates that were compared over all seeds. */
    long compared() {
        return ofAll.values().stream().filter(Sums::tells).count();
    }

    /** Returns the rates that were told of too seldom to be compared. */
    List<String> silent() {
        return ofAll.entrySet().stream()
                .filter(entry -> !entry.getValue().tells())
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /**
     * Returns what speaks against the recipe, empty if nothing does: a rate out of its interval, on a seed or over all, where the
     * intervals together miss with probability 0.001 (Bonferroni); or more scores beyond 1.96 than chance leaves.
     */
    List<String> objections() {
        List<String> objections = new ArrayList<>();
        double bySeed = Normal.quantile(1 - ALPHA / 2 / Math.max(1, scores.size()));
        if (largest > bySeed) {
            objections.addAll(worst);
        }
        double overAll = Normal.quantile(1 - ALPHA / 2 / Math.max(1, compared()));
        ofAll.forEach((rate, sums) -> {
            if (sums.tells() && Math.abs(sums.z()) > overAll) {
                objections.add(words(rate + " over all seeds", sums, sums.z()));
            }
        });
        long beyond = scores.stream().filter(z -> Math.abs(z) > 1.96).count();
        double most = 0.05 * scores.size() + 5 * Math.sqrt(0.05 * 0.95 * scores.size());
        if (beyond > most) {
            objections.add(beyond + " of " + scores.size() + " scores lie beyond 1.96, at most " + (int) most
                    + " may by chance; farthest: " + worst);
        }
        return objections;
    }
}
