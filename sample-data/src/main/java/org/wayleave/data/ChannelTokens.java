package org.wayleave.data;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Pseudonyms in place of a person's addresses: HMAC-SHA-256 over channel and person with a key of the population and its
 * epoch. They are computed when asked for.
 */
public final class ChannelTokens {
    private static final int EPOCH = 1;

    private final String population;
    private final String person;
    private final List<String> channels;

    /**
     * Makes the tokens of a person.
     *
     * @param population names the population, so that two populations share no token
     * @param channels ids of the channels that reach the person
     */
    ChannelTokens(String population, String person, List<String> channels) {
        this.population = population;
        this.person = person;
        this.channels = List.copyOf(channels);
    }

    /** Returns the ids of the channels that reach the person. */
    public List<String> channels() {
        return channels;
    }

    /** Returns whether a channel reaches the person at all. */
    public boolean reaches(String channel) {
        return channels.contains(channel);
    }

    /** Returns the pseudonym of the address in a channel, null if the channel does not reach the person. */
    public @Nullable String token(String channel) {
        if (!reaches(channel)) {
            return null;
        }
        try {
            byte[] key = MessageDigest.getInstance("SHA-256")
                    .digest(("tokens|" + population + "|" + EPOCH).getBytes(StandardCharsets.UTF_8));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] tag = mac.doFinal((channel + "|" + person).getBytes(StandardCharsets.UTF_8));
            return channel + "-" + EPOCH + "-" + HexFormat.of().formatHex(tag, 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA-256, which every Java must have", e);
        }
    }

    /** Returns all tokens by channel. */
    public Map<String, String> all() {
        Map<String, String> all = new TreeMap<>();
        for (String channel : channels) {
            String token = token(channel);
            if (token != null) {
                all.put(channel, token);
            }
        }
        return all;
    }
}
