package org.wayleave.data;

import org.wayleave.data.consent.ConsentChange.Kind;
import org.wayleave.data.consent.ConsentHistory;
import org.wayleave.data.consent.ConsentRegistry;
import org.wayleave.data.random.Draws;

/**
 * Draws a person's consent histories: first the state at the moment of observation, by a score that rises with the person's value
 * and falls with their concern for privacy, so that the recipe's shares hold exactly in the mean while consents go together; then a
 * past that leads to it, and what happens up to the horizon.
 */
final class ConsentPath {
    private static final double DAY = SeasonCalendar.DAY;
    private static final double YEAR = 365 * DAY;
    private static final String LIFETIME = "lifetime";
    private static final int LEGACY = 32;

    private final Population population;
    private final RecipeContent.Consents consents;
    private final ConsentHistory.Builder builder;
    private final Profile profile;
    private final double priorScore;

    private ConsentPath(Population population, Profile profile) {
        this.population = population;
        this.profile = profile;
        consents = population.content.consents();
        builder = new ConsentHistory.Builder(consents.registry(), 24);
        priorScore = consents.value() * profile.value - consents.privacyConcern() * profile.privacyConcern;
    }

    static ConsentHistory draw(Population population, Profile profile, long personKey) {
        ConsentPath path = new ConsentPath(population, profile);
        long key = Draws.subKey(personKey, Streams.CONSENT);
        for (int i = 0; i < path.consents.registry().size(); i++) {
            if (path.consents.rates()[i] != null) {
                path.draw(i, Draws.subKey(key, i));
            }
        }
        return path.builder.build();
    }

    private void draw(int position, long key) {
        double score = priorScore + population.consentResidual * Draws.normal(key, 0);
        double[] thresholds = population.consentThresholds[position];
        ConsentRegistry.Key consent = consents.registry().key(position);
        long lifetime = consent.lifetimeMillis();
        if (score < thresholds[0]) {
            denied(position, key, lifetime);
        } else if (score < thresholds[1]) {
            later(position, key, lifetime, Kind.GRANTED, consents.regrantsPerYear());
        } else if (score < thresholds[2]) {
            expired(position, key, lifetime);
        } else {
            granted(position, key, lifetime);
        }
    }

    private void granted(int position, long key, long lifetime) {
        long time = daytime(population.asOf() - DAY - Draws.uniform(key, 1) * (lifetime - 3 * DAY), key, 2);
        double path = Draws.uniform(key, 3);
        if (path < consents.returnedShare()) {
            double gap = (0.3 + 0.6 * Draws.uniform(key, 4)) * lifetime;
            double withdrawn = gap * (0.1 + 0.8 * Draws.uniform(key, 6));
            grant(daytime(time - gap, key, 5), position, Kind.GRANTED, key, 7);
            add(
                    daytime(time - withdrawn, key, 8),
                    position,
                    Kind.WITHDRAWN,
                    source(consents.withdrawnSources(), key, 9));
            grant(time, position, Kind.GRANTED, key, 10);
        } else if (path < consents.returnedShare() + consents.renewedShare()) {
            long first = daytime(time - (0.5 + 0.7 * Draws.uniform(key, 4)) * lifetime, key, 5);
            grant(first, position, Kind.GRANTED, key, 7);
            if (first + lifetime < time) {
                add(first + lifetime, position, Kind.EXPIRED, LIFETIME);
            }
            grant(time, position, Kind.RENEWED, key, 10);
        } else {
            grant(time, position, Kind.GRANTED, key, 10);
        }
        long expiry = time + lifetime;
        double rate = consents.withdrawalsPerYear() * StrictMath.exp(0.5 * profile.privacyConcern - 0.125);
        long withdrawal = after(population.asOf(), key, 11, rate);
        if (withdrawal < Math.min(expiry, population.end)) {
            add(withdrawal, position, Kind.WITHDRAWN, source(consents.withdrawnSources(), key, 12));
        } else if (expiry < population.end) {
            add(expiry, position, Kind.EXPIRED, LIFETIME);
            regrant(position, key, expiry, Kind.RENEWED);
        }
    }

    private void denied(int position, long key, long lifetime) {
        double u = Draws.uniform(key, 1);
        if (Draws.uniform(key, 3) < consents.withdrawnShare()) {
            long withdrawn = daytime(population.asOf() - DAY - u * 2 * YEAR, key, 2);
            double kept = (0.02 + 0.9 * Draws.uniform(key, 4)) * lifetime;
            grant(daytime(withdrawn - DAY - kept, key, 5), position, Kind.GRANTED, key, 7);
            add(withdrawn, position, Kind.WITHDRAWN, source(consents.withdrawnSources(), key, 9));
        } else {
            double tenure = Math.max(30 * DAY, (double) (population.asOf() - profile.joined));
            add(
                    daytime(population.asOf() - DAY - u * tenure, key, 2),
                    position,
                    Kind.DECLINED,
                    source(consents.declinedSources(), key, 9));
        }
    }

    private void expired(int position, long key, long lifetime) {
        long time = daytime(population.asOf() - 2 * DAY - Draws.uniform(key, 1) * YEAR - lifetime, key, 2);
        grant(time, position, Kind.GRANTED, key, 7);
        add(time + lifetime, position, Kind.EXPIRED, LIFETIME);
        later(position, key, lifetime, Kind.RENEWED, consents.regrantsPerYear());
    }

    /** Lets a person who has no valid consent give it after the moment of observation. */
    private void later(int position, long key, long lifetime, Kind kind, double rate) {
        long time = after(population.asOf(), key, 13, rate);
        if (time < population.end) {
            grant(time, position, kind, key, 14);
            if (time + lifetime < population.end) {
                add(time + lifetime, position, Kind.EXPIRED, LIFETIME);
            }
        }
    }

    private void regrant(int position, long key, long from, Kind kind) {
        long time = after(from, key, 13, consents.regrantsPerYear());
        if (time < population.end) {
            grant(time, position, kind, key, 14);
        }
    }

    private void add(long time, int position, Kind kind, String source) {
        builder.add(time, position, kind, source);
    }

    /** Adds a consent given, from the sources there were at the time. */
    private void grant(long time, int position, Kind kind, long key, int counter) {
        RecipeContent.Legacy legacy = consents.legacy();
        if (legacy != null && time < legacy.before() && Draws.uniform(key, LEGACY + counter) < legacy.share()) {
            add(time, position, kind, legacy.source());
        } else {
            add(time, position, kind, source(consents.grantedSources(), key, counter));
        }
    }

    private static long after(long from, long key, int counter, double perYear) {
        return perYear == 0
                ? Long.MAX_VALUE
                : from + (long) Math.min(1e15, 1 + Draws.exponential(key, counter, YEAR / perYear));
    }

    /** Returns an instant of the same day (UTC) between 7 and 21 hours. */
    private static long daytime(double epochMilli, long key, int counter) {
        long day = Math.floorDiv((long) epochMilli, SeasonCalendar.DAY) * SeasonCalendar.DAY;
        return day + ((long) ((7 + 14 * Draws.uniform(key, counter)) * 3_600)) * 1000L;
    }

    private static String source(String[] sources, long key, int counter) {
        return sources[Draws.below(key, counter, sources.length)];
    }
}
