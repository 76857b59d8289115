package org.wayleave.data.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When keys change. Epoch 1 begins at the start; in the overlap at the beginning of each later epoch, tokens of the epoch
 * before are made too, so that what is known under the old token can be carried to the new one. After it the old key is
 * destroyed.
 *
 * @param start beginning of epoch 1
 * @param length how long an epoch lasts
 * @param overlap how long two epochs are made side by side, shorter than the length
 */
public record KeyEpochs(Instant start, Duration length, Duration overlap) {
    /** Checks the durations. */
    public KeyEpochs {
        if (length.compareTo(Duration.ofMinutes(1)) < 0 || overlap.isNegative() || overlap.compareTo(length) >= 0) {
            throw new IllegalArgumentException(
                    "an epoch lasts at least a minute and longer than its overlap, is " + length + " with " + overlap);
        }
    }

    /**
     * Returns the number of the epoch at an instant, 1 or more.
     *
     * @throws IllegalArgumentException before the start
     */
    public int at(Instant instant) {
        if (instant.isBefore(start)) {
            throw new IllegalArgumentException("there are no keys before " + start);
        }
        return (int) (Duration.between(start, instant).toMillis() / length.toMillis()) + 1;
    }

    /** Returns the epochs whose tokens are made at an instant, the present one first. */
    public List<Integer> made(Instant instant) {
        int now = at(instant);
        boolean both = now > 1 && instant.isBefore(begin(now).plus(overlap));
        return both ? List.of(now, now - 1) : List.of(now);
    }

    /** Returns the newest epoch whose key has to be destroyed by an instant, 0 if there is none. */
    public int ended(Instant instant) {
        List<Integer> made = made(instant);
        return made.getLast() - 1;
    }

    /** Returns when an epoch begins. */
    public Instant begin(int epoch) {
        return start.plus(length.multipliedBy(epoch - 1L));
    }
}
