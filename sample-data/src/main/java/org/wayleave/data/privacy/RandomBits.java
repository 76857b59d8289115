package org.wayleave.data.privacy;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.wayleave.data.random.Draws;

/** A source of independent, uniform random bits; for one thread. */
@FunctionalInterface
public interface RandomBits {
    /** Returns the next 64 bits. */
    long next();

    /** Bits that nobody can foresee, for every release about people who exist. */
    static RandomBits secure() {
        SecureRandom random = new SecureRandom();
        byte[] bytes = new byte[Long.BYTES];
        return () -> {
            random.nextBytes(bytes);
            return ByteBuffer.wrap(bytes).getLong();
        };
    }

    /**
     * Bits that are the same for the same seed and name, so that a rehearsal on synthetic people can be repeated. Whoever knows the
     * seed can take the noise away again: they protect nobody.
     *
     * @param name of the release, such as that of its query
     */
    static RandomBits rehearsed(long seed, String name) {
        long key = Draws.key(seed, 0, Draws.hash(name), 0);
        int[] counter = new int[1];
        return () -> Draws.bits(key, counter[0]++);
    }
}
