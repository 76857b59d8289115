package org.wayleave.data.token;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces identifiers by tokens before anything is stored: HMAC-SHA-256 over the kind and the canonical form, with the
 * key of the epoch. The kind is part of the message, so that a login and a customer number of the same text have two
 * tokens.
 */
public final class Tokeniser {
    private static final char SEPARATOR = '\u001f';

    private final KeySource keys;
    private final KeyEpochs epochs;
    private final CanonicalForm forms;

    /** Makes a tokeniser. */
    public Tokeniser(KeySource keys, KeyEpochs epochs, CanonicalForm forms) {
        this.keys = keys;
        this.epochs = epochs;
        this.forms = forms;
    }

    /**
     * Returns the tokens of an identifier at an instant: that of the present epoch, and in an overlap also that of the one before.
     *
     * @throws IdentifierException if the text is no identifier of that kind
     * @throws KeyGoneException if a key is missing
     */
    public List<Token> tokens(IdentifierKind kind, String raw, Instant instant) {
        List<Token> tokens = new ArrayList<>(2);
        for (int epoch : epochs.made(instant)) {
            tokens.add(token(kind, raw, epoch));
        }
        return List.copyOf(tokens);
    }

    /** Returns the token of an identifier with the key of one epoch. */
    public Token token(IdentifierKind kind, String raw, int epoch) {
        String message = kind.wire() + SEPARATOR + forms.of(kind, raw);
        return Token.of(kind, epoch, keys.key(epoch).code(message.getBytes(StandardCharsets.UTF_8)));
    }
}
