package org.wayleave.data.privacy;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Adds the losses of releases as Rényi differential privacy of many orders (Mironov, "Rényi differential privacy", CSF 2017), and
 * says what they come to as (ε, δ). For one thread.
 */
public final class RenyiAccountant {
    private static final double[] ORDERS = DoubleStream.concat(
                    IntStream.range(1, 100).mapToDouble(i -> 1 + i / 10.0),
                    DoubleStream.concat(IntStream.range(11, 64).asDoubleStream(), DoubleStream.of(128, 256, 512, 1024)))
            .toArray();

    private final double[] losses = new double[ORDERS.length];

    /**
     * Adds a release with Gaussian noise, continuous or discrete.
     *
     * @param sensitivity how far, in Euclidean length, one person moves the true answer
     * @param sigma standard deviation of the noise, above 0
     */
    public void addGaussian(double sensitivity, double sigma) {
        add(ZeroConcentrated.ofGaussian(sensitivity, sigma));
    }

    /** Adds a release of which the zero-concentrated loss is known. */
    public void add(ZeroConcentrated loss) {
        for (int i = 0; i < ORDERS.length; i++) {
            losses[i] += loss.rho() * ORDERS[i];
        }
    }

    /**
     * Adds a release with continuous Laplace noise (Mironov, Proposition 6). For whole-number noise of the same scale use
     * {@link #addPure} with ε = sensitivity / scale.
     *
     * @param sensitivity how far, in absolute value, one person moves the true answer
     * @param scale scale of the noise, above 0
     */
    public void addLaplace(double sensitivity, double scale) {
        double epsilon = sensitivity / scale;
        for (int i = 0; i < ORDERS.length; i++) {
            double a = ORDERS[i];
            // The logarithm of a sum of two exponentials, the larger taken out.
            double large = (a - 1) * epsilon + Math.log(a / (2 * a - 1));
            double small = -a * epsilon + Math.log((a - 1) / (2 * a - 1));
            losses[i] += (large + Math.log1p(Math.exp(small - large))) / (a - 1);
        }
    }

    /** Adds a release that is ε-differentially private and of which no more is known (Bun and Steinke, Proposition 3.3). */
    public void addPure(double epsilon) {
        for (int i = 0; i < ORDERS.length; i++) {
            losses[i] += Math.min(epsilon, ORDERS[i] * epsilon * epsilon / 2);
        }
    }

    /**
     * The smallest ε of (ε, δ)-differential privacy over the orders.
     *
     * @param delta above 0, below 1
     */
    public double epsilon(double delta) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ORDERS.length; i++) {
            best = Math.min(best, epsilon(ORDERS[i], losses[i], delta));
        }
        return Math.max(0, best);
    }

    /** The ε that one order gives (Canonne, Kamath and Steinke 2020, Proposition 12). */
    static double epsilon(double order, double loss, double delta) {
        return loss + Math.log1p(-1 / order) - Math.log(delta * order) / (order - 1);
    }
}
