package org.wayleave.data;

import org.wayleave.data.random.Draws;

/** What does not change about a person, including what nobody can see. */
final class Profile {
    private static final int FLAGS = 16;
    private static final int REACH = 64;

    final int ageBand;
    final int country;
    final int city;
    final int zone;
    final int device;
    final int segment;
    /** Standard normal: how much the shop is worth to the person, and the person to the shop. */
    final double value;
    /** Standard normal: how much the person minds being observed. */
    final double privacyConcern;
    /** 0 to 1: how much a price decides. */
    final double priceSensitivity;
    /** Standard normal: build, which gives all sizes. */
    final double build;

    final long joined;
    final int flags;
    final long reach;

    Profile(Population population, long personKey) {
        RecipeContent content = population.content;
        long key = Draws.subKey(personKey, Streams.PROFILE);
        country = Draws.categorical(key, 1, population.countries);
        city = Draws.categorical(key, 2, population.cities[country]);
        zone = population.zones[country][city];
        device = Draws.categorical(key, 3, population.devices);
        segment = Draws.categorical(key, 4, population.segments);
        ageBand = Draws.categorical(key, 0, population.ageBands[segment]);
        value = Draws.normal(key, 5);
        privacyConcern = Draws.normal(key, 6);
        RecipeContent.Segment kind = content.segments().get(segment);
        RecipeContent.Behaviour behaviour = content.behaviour();
        priceSensitivity =
                Math.clamp(kind.priceSensitivity() + behaviour.sensitivitySpread() * Draws.normal(key, 7), 0.0, 1.0);
        build = Draws.normal(key, 8);
        RecipeContent.Tenure tenure = content.tenure();
        double u = Draws.uniform(key, 10);
        double tenureDays = Draws.uniform(key, 9) < tenure.newShare() ? u * 365 : 365 + u * (tenure.oldestDays() - 365);
        joined = population.asOf() - (long) (tenureDays * SeasonCalendar.DAY);
        int marks = 0;
        for (int i = 0; i < content.flags().size(); i++) {
            if (Draws.uniform(key, FLAGS + i) < content.flags().get(i).share()[segment]) {
                marks |= 1 << i;
            }
        }
        flags = marks;
        long reached = 0;
        for (int i = 0; i < population.reach.length; i++) {
            if (Draws.uniform(key, REACH + i) < population.reach[i]) {
                reached |= 1L << i;
            }
        }
        reach = reached;
    }

    /** Returns the person's size in a category with some number of sizes. */
    int size(int sizes) {
        double middle = (sizes - 1) / 2.0;
        return (int) Math.clamp(Math.round(middle + build * sizes / 5), 0L, sizes - 1L);
    }

    /** Returns how the person leans towards categories: Dirichlet, with the recipe's shares as means. */
    static double[] affinity(Population population, int segment, long personKey) {
        long key = Draws.subKey(personKey, Streams.AFFINITY);
        double[] shares = population.content.categoryShares()[segment];
        double concentration = population.content.behaviour().affinityConcentration();
        double[] weights = new double[shares.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double share = shares[i];
            weights[i] = share == 0 ? 0 : Draws.gamma(key, i * 64, concentration * share);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
