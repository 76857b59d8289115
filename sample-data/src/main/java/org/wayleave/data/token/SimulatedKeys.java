package org.wayleave.data.token;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Keys of a simulated population, derived from its seed so that the same population has the same tokens. They protect
 * nobody: there is nobody behind a simulated identifier.
 */
public final class SimulatedKeys implements KeySource {
    private final String population;
    private final Map<Integer, TokenKey> keys = new HashMap<>();

    /** Makes the keys of a population, which is named by recipe and seed. */
    public SimulatedKeys(String population) {
        this.population = population;
    }

    @Override
    public synchronized TokenKey key(int epoch) {
        return keys.computeIfAbsent(
                epoch,
                number -> TokenKey.of(
                        number,
                        HmacSha256.code(
                                "wayleave simulated token keys".getBytes(StandardCharsets.UTF_8),
                                (population + "|" + number).getBytes(StandardCharsets.UTF_8))));
    }
}
