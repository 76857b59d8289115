package org.wayleave.data.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Shows why tokens need a key: whoever can list all possible identifiers, such as the phone numbers of a range, hashes the list and
 * looks each hash up. Without the key there is nothing to hash with.
 */
public final class DictionaryAttack {
    private final CanonicalForm forms;
    private final IdentifierKind kind;
    private final int size;
    private final IntFunction<String> guess;

    /**
     * What came out.
     *
     * @param guesses identifiers tried
     * @param targets pseudonyms attacked
     * @param recovered pseudonyms whose identifier was found
     */
    public record Outcome(int guesses, int targets, int recovered) {}

    /**
     * Prepares an attack.
     *
     * @param size number of possible identifiers
     * @param guess gives each of them
     */
    public DictionaryAttack(CanonicalForm forms, IdentifierKind kind, int size, IntFunction<String> guess) {
        this.forms = forms;
        this.kind = kind;
        this.size = size;
        this.guess = guess;
    }

    /** Attacks pseudonyms that are plain SHA-256 hashes of the canonical forms. */
    public Outcome onPlainHashes(List<String> identifiers) {
        Set<String> stolen = new HashSet<>();
        identifiers.forEach(identifier -> stolen.add(hash(forms.of(kind, identifier))));
        int recovered = 0;
        for (int i = 0; i < size; i++) {
            recovered += stolen.contains(hash(forms.of(kind, guess.apply(i)))) ? 1 : 0;
        }
        return new Outcome(size, stolen.size(), recovered);
    }

    /**
     * Attacks tokens with keys that the attacker has.
     *
     * @param stolen tokens of one epoch
     * @param attacker what the attacker makes tokens with: keys of their own, or stolen ones
     */
    public Outcome onTokens(Set<Token> stolen, Tokeniser attacker) {
        Map<Integer, Set<String>> codes = new HashMap<>();
        stolen.forEach(token ->
                codes.computeIfAbsent(token.epoch(), epoch -> new HashSet<>()).add(token.code()));
        int recovered = 0;
        for (int i = 0; i < size; i++) {
            String identifier = guess.apply(i);
            for (Map.Entry<Integer, Set<String>> epoch : codes.entrySet()) {
                if (epoch.getValue()
                        .contains(
                                attacker.token(kind, identifier, epoch.getKey()).code())) {
                    recovered++;
                }
            }
        }
        return new Outcome(size, stolen.size(), recovered);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
        }
    }
}
