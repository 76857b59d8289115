package org.wayleave.data.token;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which token of an epoch stands for the same identifier as one of the epoch before, as far as arrivals in the overlap have shown. */
public final class TokenLinks {
    private final Map<Token, Token> newer = new HashMap<>();

    /** Learns from the tokens of one identifier in one arrival, the present epoch first; one token teaches nothing. */
    public void learn(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            newer.put(tokens.get(i), tokens.get(i - 1));
        }
    }

    /** Returns the newest known token of the same identifier; the token itself if none is known. */
    public Token newest(Token token) {
        Token at = token;
        Token next = newer.get(at);
        while (next != null) {
            at = next;
            next = newer.get(at);
        }
        return at;
    }

    /** Forgets the links from an epoch and those before it, as when a retention ends. */
    public void forgetThrough(int epoch) {
        newer.keySet().removeIf(token -> token.epoch() <= epoch);
    }

    /** Returns the number of links. */
    public int size() {
        return newer.size();
    }
}
