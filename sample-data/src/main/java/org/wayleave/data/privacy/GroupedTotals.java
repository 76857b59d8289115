package org.wayleave.data.privacy;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wayleave.data.random.Draws;

/**
 * Totals by group that may be released: each person's part is bounded as it is added, and noise from the discrete Gaussian is
 * added once to each group. For one thread.
 *
 * <p>Either the groups are known beforehand, as the countries of a catalogue are; then all of them are released, also those
 * nobody is in. Or they come from the people, as search words do; then a group is released only if its noisy count of people
 * reaches a threshold, so that a group of a single person stays hidden but with probability δ (Korolova et al., "Releasing
 * search queries and clicks privately", WWW 2009).
 */
public final class GroupedTotals {
    private static final double STEPS = 1024;

    private final ContributionBounds bounds;
    private final SortedMap<String, long[]> totals = new TreeMap<>();
    private final long selection;
    private int people;

    /**
     * Makes empty totals.
     *
     * @param bounds how much one person may count
     * @param bits chooses which groups count of a person who is in too many
     */
    public GroupedTotals(ContributionBounds bounds, RandomBits bits) {
        this.bounds = bounds;
        this.selection = bits.next();
    }

    /**
     * Adds one person; call once for each.
     *
     * @param values by group; only the groups within the bound count, chosen at random, and values are cut to the bounds
     */
    public void add(Map<String, Long> values) {
        long key = Draws.subKey(selection, people++);
        List<Map.Entry<String, Long>> counted = List.copyOf(values.entrySet());
        if (counted.size() > bounds.groups()) {
            counted = counted.stream()
                    .sorted(Comparator.comparingLong(entry -> Draws.mix(key + Draws.hash(entry.getKey()))))
                    .limit(bounds.groups())
                    .toList();
        }
        for (Map.Entry<String, Long> entry : counted) {
            long[] total = totals.computeIfAbsent(entry.getKey(), group -> new long[2]);
            total[0] = Math.addExact(total[0], bounds.clamp(entry.getValue()));
            total[1]++;
        }
    }

    /**
     * The least standard deviation of noise, in steps of 1/1024, with which the totals cost at most a given loss.
     *
     * @param loss above 0
     */
    public double sigmaFor(ZeroConcentrated loss) {
        double sigma = Math.sqrt(bounds.squaredSensitivity().toDouble() / (2 * loss.rho()));
        return Math.max(1, Math.ceil(sigma * STEPS)) / STEPS;
    }

    /** Cost of a release with a standard deviation of noise, of groups that are known beforehand. */
    public PrivacyCost cost(double sigma) {
        return new PrivacyCost(new ZeroConcentrated(bounds.squaredSensitivity().toDouble() / (2 * sigma * sigma)), 0);
    }

    /**
     * The released totals of groups that are known beforehand, in their order; pay {@link #cost} first.
     *
     * @param sigma standard deviation of the noise, above 0
     */
    public Map<String, Long> release(List<String> groups, double sigma, RandomBits bits) {
        DiscreteGaussian noise = noise(sigma);
        Map<String, Long> released = new LinkedHashMap<>();
        for (String group : groups) {
            long[] total = totals.get(group);
            released.put(group, (total == null ? 0 : total[0]) + noise.sample(bits));
        }
        return released;
    }

    /**
     * Cost of a release with a threshold: the totals, the counts of people that are compared with the threshold, and δ.
     *
     * @param delta probability that a group with one person is released, above 0, below 0.5
     */
    public PrivacyCost costWithThreshold(double sigma, double countSigma, double delta) {
        double counts = bounds.groups() / (2 * countSigma * countSigma);
        return new PrivacyCost(cost(sigma).loss().plus(new ZeroConcentrated(counts)), delta);
    }

    /** The noisy count of people from which a group is released. */
    public long threshold(double countSigma, double delta) {
        // One person brings at most so many groups into being; each then needs noise of threshold − 1 at least.
        return noise(countSigma).exceededWith(delta / bounds.groups()) + 1;
    }

    /** The released totals of groups that come from the people, in the order of their names; pay {@link #costWithThreshold} first. */
    public Map<String, Long> releaseCommon(double sigma, double countSigma, double delta, RandomBits bits) {
        DiscreteGaussian noise = noise(sigma);
        DiscreteGaussian countNoise = noise(countSigma);
        long threshold = threshold(countSigma, delta);
        Map<String, Long> released = new LinkedHashMap<>();
        totals.forEach((group, total) -> {
            if (total[1] + countNoise.sample(bits) >= threshold) {
                released.put(group, total[0] + noise.sample(bits));
            }
        });
        return released;
    }

    /** Cost of a release of counts of people with a threshold, where the same noisy count is compared and released. */
    public PrivacyCost costOfCommonCounts(double sigma, double delta) {
        return new PrivacyCost(new ZeroConcentrated(bounds.groups() / (2 * sigma * sigma)), delta);
    }

    /** The released counts of people in groups that come from the people; pay {@link #costOfCommonCounts} first. */
    public Map<String, Long> releaseCommonCounts(double sigma, double delta, RandomBits bits) {
        DiscreteGaussian noise = noise(sigma);
        long threshold = threshold(sigma, delta);
        Map<String, Long> released = new LinkedHashMap<>();
        totals.forEach((group, total) -> {
            long count = total[1] + noise.sample(bits);
            if (count >= threshold) {
                released.put(group, count);
            }
        });
        return released;
    }

    private static DiscreteGaussian noise(double sigma) {
        Ratio root = Ratio.of(sigma);
        return new DiscreteGaussian(new Ratio(
                root.numerator().multiply(root.numerator()), root.denominator().multiply(root.denominator())));
    }
}
