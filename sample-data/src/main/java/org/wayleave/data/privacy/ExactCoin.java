package org.wayleave.data.privacy;

import java.math.BigInteger;

/**
 * Coins whose probabilities are exact: whole-number arithmetic on random bits, no floating point. Algorithms 1 and 2 of Canonne,
 * Kamath and Steinke, "The discrete Gaussian for differential privacy", NeurIPS 2020.
 */
final class ExactCoin {
    private final RandomBits bits;

    ExactCoin(RandomBits bits) {
        this.bits = bits;
    }

    /** A whole number from 0 to {@code bound} − 1, each as likely as any other, by rejection. */
    BigInteger below(BigInteger bound) {
        int length = bound.subtract(BigInteger.ONE).bitLength();
        while (true) {
            BigInteger drawn = BigInteger.ZERO;
            for (int have = 0; have < length; have += 32) {
                int take = Math.min(32, length - have);
                drawn = drawn.shiftLeft(take).or(BigInteger.valueOf(bits.next() >>> (64 - take)));
            }
            if (drawn.compareTo(bound) < 0) {
                return drawn;
            }
        }
    }

    /** True half of the time. */
    boolean fair() {
        return bits.next() < 0;
    }

    /** True with probability {@code n / d}, from 0 to 1. */
    boolean heads(BigInteger n, BigInteger d) {
        return below(d).compareTo(n) < 0;
    }

    /** True with probability exp(−n/d), for any n/d of 0 or more. */
    boolean exponential(BigInteger n, BigInteger d) {
        BigInteger whole = n.divide(d);
        for (BigInteger i = BigInteger.ZERO; i.compareTo(whole) < 0; i = i.add(BigInteger.ONE)) {
            if (!exponentialOfAtMostOne(BigInteger.ONE, BigInteger.ONE)) {
                return false;
            }
        }
        return exponentialOfAtMostOne(n.subtract(whole.multiply(d)), d);
    }

    /** By the alternating series of exp: the number of heads of chances x, x/2, x/3 … before the first tail is even. */
    private boolean exponentialOfAtMostOne(BigInteger n, BigInteger d) {
        long k = 1;
        while (heads(n, d.multiply(BigInteger.valueOf(k)))) {
            k++;
        }
        return k % 2 == 1;
    }
}
