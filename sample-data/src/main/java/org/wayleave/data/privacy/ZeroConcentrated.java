package org.wayleave.data.privacy;

/**
 * A loss of privacy under zero-concentrated differential privacy (Bun and Steinke, "Concentrated differential privacy", TCC 2016):
 * for every order α above 1 the Rényi divergence is at most ρα. Losses of several releases about the same people add.
 *
 * @param rho 0 or more
 */
public record ZeroConcentrated(double rho) {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final int STEPS = 200;

    /** No loss. */
    public static final ZeroConcentrated NONE = new ZeroConcentrated(0);

    /** Checks the loss. */
    public ZeroConcentrated {
        if (!(rho >= 0 && rho < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a loss of privacy is 0 or more, is " + rho);
        }
    }

    /**
     * The loss of Gaussian noise, continuous or discrete.
     *
     * @param sensitivity how far, in Euclidean length, one person moves the true answer
     * @param sigma standard deviation of the noise, above 0
     */
    public static ZeroConcentrated ofGaussian(double sensitivity, double sigma) {
        return new ZeroConcentrated(sensitivity * sensitivity / (2 * sigma * sigma));
    }

    /** The loss of a release that is ε-differentially private (Bun and Steinke, Proposition 1.4). */
    public static ZeroConcentrated ofPure(double epsilon) {
        return new ZeroConcentrated(epsilon * epsilon / 2);
    }

    /** Both losses together. */
    public ZeroConcentrated plus(ZeroConcentrated other) {
        return new ZeroConcentrated(rho + other.rho);
    }

    /**
     * The ε of (ε, δ)-differential privacy by the closed form ρ + 2√(ρ ln 1/δ) (Bun and Steinke, Proposition 1.3).
     *
     * @param delta above 0, below 1
     */
    public double simpleEpsilon(double delta) {
        return rho + 2 * Math.sqrt(rho * -Math.log(delta));
    }

    /**
     * The smallest ε of (ε, δ)-differential privacy that follows from the Rényi divergences of all orders (Canonne, Kamath and
     * Steinke 2020, Proposition 12); never above {@link #simpleEpsilon}.
     *
     * @param delta above 0, below 1
     */
    public double epsilon(double delta) {
        if (rho == 0) {
            return 0;
        }
        // The bound falls and then rises in the order; ln(α − 1) is searched, as orders near 1 and far above it occur.
        double low = -30;
        double high = 30;
        for (int i = 0; i < STEPS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (epsilonOfOrder(1 + Math.exp(left), delta) < epsilonOfOrder(1 + Math.exp(right), delta)) {
                high = right;
            } else {
                low = left;
            }
        }
        double best = epsilonOfOrder(1 + Math.exp((low + high) / 2), delta);
        return Math.clamp(best, 0, simpleEpsilon(delta));
    }

    private double epsilonOfOrder(double order, double delta) {
        return RenyiAccountant.epsilon(order, rho * order, delta);
    }

    /**
     * The largest loss that stays within (ε, δ)-differential privacy.
     *
     * @param epsilon 0 or more
     * @param delta above 0, below 1
     */
    public static ZeroConcentrated within(double epsilon, double delta) {
        double low = 0;
        double high = 1;
        while (new ZeroConcentrated(high).epsilon(delta) <= epsilon) {
            high *= 2;
        }
        for (int i = 0; i < STEPS && high - low > Math.ulp(high); i++) {
            double middle = (low + high) / 2;
            if (new ZeroConcentrated(middle).epsilon(delta) <= epsilon) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new ZeroConcentrated(low);
    }
}
