package org.wayleave.data.privacy;

/**
 * What a release costs the people it is about: a zero-concentrated loss, which fails with at most probability δ. Costs about the
 * same people add.
 *
 * @param loss the loss
 * @param delta 0 for none, below 1; above 0 where rare groups are held back by a threshold
 */
public record PrivacyCost(ZeroConcentrated loss, double delta) {
    /** Nothing. */
    public static final PrivacyCost NONE = new PrivacyCost(ZeroConcentrated.NONE, 0);

    /** Checks the probability. */
    public PrivacyCost {
        if (!(delta >= 0 && delta < 1)) {
            throw new IllegalArgumentException("δ is at least 0 and below 1, is " + delta);
        }
    }

    /** Both costs together. */
    public PrivacyCost plus(PrivacyCost other) {
        return new PrivacyCost(loss.plus(other.loss), delta + other.delta);
    }

    /**
     * The ε at a total δ, of which this cost's own δ is a part.
     *
     * @param target total δ, below 1
     * @return infinity where the target is not above this cost's own δ and there is a loss
     */
    public double epsilon(double target) {
        if (loss.rho() == 0 && delta <= target) {
            return 0;
        }
        return target > delta ? loss.epsilon(target - delta) : Double.POSITIVE_INFINITY;
    }
}
