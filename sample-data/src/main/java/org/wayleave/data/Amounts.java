package org.wayleave.data;

import org.wayleave.data.process.Amount;
import org.wayleave.data.random.Draws;

/** Draws amounts: log-normal between people and from event to event, with the recipe's mean. */
final class Amounts {
    private static final double MOST = 1e9;

    private Amounts() {}

    /** Returns how far a person's amounts by a rule are from the mean, as a factor. */
    static double ofPerson(Amount amount, int origin, Profile profile, long amountKey) {
        double spread = amount.spread();
        if (spread == 0) {
            return 1;
        }
        double own = amount.value() * profile.value
                + Math.sqrt(1 - amount.value() * amount.value()) * Draws.normal(amountKey, origin);
        return StrictMath.exp(spread * own - spread * spread / 2);
    }

    /** Returns an amount in hundredths. */
    static int cents(Amount amount, double factor, int segment, long key, int counter) {
        double jitter = amount.jitter();
        double each = jitter == 0 ? 1 : StrictMath.exp(jitter * Draws.normal(key, counter) - jitter * jitter / 2);
        return (int) Math.round(Math.min(MOST, 100 * amount.mean()[segment] * factor * each));
    }
}
