package org.wayleave.data.random;

/**
 * Keyed random numbers without state: every number is a function of (seed, person, step, purpose, counter).
 *
 * <p>The key is made by chaining a 64-bit finaliser over its parts; the numbers of a key are those of SplitMix64 (Steele,
 * Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014, with Stafford's thirteenth finaliser)
 * read by position, which makes the generator counter-based in the sense of Salmon et al., "Parallel random numbers: as
 * easy as 1, 2, 3", SC 2011. Transcendental functions are those of {@link StrictMath} or made of the four
 * basic operations alone, so that every platform gives the same bits. Nothing is allocated.
 *
 * <p>A variate that consumes several uniforms says how many; counters of one key must not overlap.
 */
public final class Draws {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private Draws() {}

    /** Returns the finaliser's value for {@code z}: a bijection of 64 bits in which every input bit moves every output bit. */
    public static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }

    /** Returns the key of one stream of numbers. */
    public static long key(long seed, long person, long step, int purpose) {
        long k = mix(seed + GAMMA);
        k = mix(k + person * GAMMA + 1);
        k = mix(k + step * GAMMA + 2);
        return mix(k + purpose * GAMMA + 3);
    }

    /** Returns the key of a stream below another, for code that draws for many purposes about one subject. */
    public static long subKey(long key, long purpose) {
        return mix(key + purpose * GAMMA + 4);
    }

    /** Returns a stable 64-bit hash of a text, for use as a step in a key. */
    public static long hash(String text) {
        long h = text.length();
        for (int i = 0; i < text.length(); i++) {
            h = mix(h * GAMMA + text.charAt(i));
        }
        return h;
    }

    /** Returns 64 random bits at a position of a stream. */
    public static long bits(long key, int counter) {
        return mix(key + (counter + 1L) * GAMMA);
    }

    /** Returns a number in (0, 1), never 0 or 1, at a position of a stream. */
    public static double uniform(long key, int counter) {
        return ((bits(key, counter) >>> 11) + 0.5) * UNIT;
    }

    /** Returns a number in (0, 1), never 0 or 1. */
    public static double uniform(long seed, long person, long step, int purpose, int counter) {
        return uniform(key(seed, person, step, purpose), counter);
    }

    /** Returns an integer in [0, bound) at a position of a stream, by the high half of a product. */
    public static int below(long key, int counter, int bound) {
        return (int) Math.multiplyHigh(bits(key, counter) >>> 1, (long) bound << 1);
    }

    /** Returns a standard normal number at a position of a stream, by inversion, which is monotone in the uniform. */
    public static double normal(long key, int counter) {
        return Normal.quantile(uniform(key, counter));
    }

    /** Returns a standard normal number. */
    public static double normal(long seed, long person, long step, int purpose, int counter) {
        return normal(key(seed, person, step, purpose), counter);
    }

    /** Returns an exponential number with the given mean at a position of a stream. */
    public static double exponential(long key, int counter, double mean) {
        return -mean * Logarithm.ofUnit(uniform(key, counter));
    }

    /** Returns an exponential number with the given mean. */
    public static double exponential(long seed, long person, long step, int purpose, int counter, double mean) {
        return exponential(key(seed, person, step, purpose), counter, mean);
    }

    /**
     * Returns a Poisson count by inversion of one uniform.
     *
     * @param mean expected count, 0 to 500; inversion is linear in it
     * @throws IllegalArgumentException if the mean is outside that range
     */
    public static int poisson(long key, int counter, double mean) {
        if (!(mean >= 0 && mean <= 500)) {
            throw new IllegalArgumentException("mean of a Poisson count must be within 0 and 500, is " + mean);
        }
        double u = uniform(key, counter);
        double p = StrictMath.exp(-mean);
        double sum = p;
        int n = 0;
        while (u > sum && n < 2000) {
            n++;
            p *= mean / n;
            sum += p;
        }
        return n;
    }

    /** Returns a Poisson count. */
    public static int poisson(long seed, long person, long step, int purpose, int counter, double mean) {
        return poisson(key(seed, person, step, purpose), counter, mean);
    }

    /** Returns the number of failures before the first success, of probability {@code p} in (0, 1]. */
    public static int geometric(long key, int counter, double p) {
        if (p >= 1) {
            return 0;
        }
        return (int) Math.min(1_000_000, Logarithm.ofUnit(uniform(key, counter)) / Logarithm.ofUnit(1 - p));
    }

    /**
     * Returns an index drawn by cumulative probabilities.
     *
     * @param cumulative ascending, the last being 1 (anything above the draw ends the search there)
     */
    public static int categorical(long key, int counter, double[] cumulative) {
        return pick(uniform(key, counter), cumulative);
    }

    /** Returns an index drawn by cumulative probabilities. */
    public static int categorical(long seed, long person, long step, int purpose, int counter, double[] cumulative) {
        return categorical(key(seed, person, step, purpose), counter, cumulative);
    }

    /** Returns the first index whose cumulative probability is not below {@code u}, the last index if there is none. */
    public static int pick(double u, double[] cumulative) {
        int last = cumulative.length - 1;
        for (int i = 0; i < last; i++) {
            if (u <= cumulative[i]) {
                return i;
            }
        }
        return last;
    }

    /**
     * Returns a gamma number of the given shape and scale 1 by Marsaglia and Tsang, "A simple method for generating gamma
     * variables", ACM TOMS 2000; below shape 1 with their boost by a power of a uniform. Consumes at most 64 counters.
     */
    public static double gamma(long key, int counter, double shape) {
        double boosted = shape < 1 ? shape + 1 : shape;
        double d = boosted - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        double value = d;
        for (int i = 0; i < 31; i++) {
            double x = normal(key, counter + 2 * i);
            double v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            v = v * v * v;
            double u = uniform(key, counter + 2 * i + 1);
            double square = x * x;
            if (u < 1 - 0.0331 * square * square
                    || StrictMath.log(u) < 0.5 * square + d * (1 - v + StrictMath.log(v))) {
                value = d * v;
                break;
            }
        }
        return shape < 1 ? value * StrictMath.pow(uniform(key, counter + 63), 1 / shape) : value;
    }
}
