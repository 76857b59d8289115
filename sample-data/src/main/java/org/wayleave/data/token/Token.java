package org.wayleave.data.token;

import java.util.HexFormat;

/**
 * A pseudonym of an identifier.
 *
 * @param kind what it stands for
 * @param epoch the key's epoch
 * @param code 32 hexadecimal digits: the first 128 bits of the HMAC
 */
public record Token(IdentifierKind kind, int epoch, String code) {
    static final int BYTES = 16;

    static Token of(IdentifierKind kind, int epoch, byte[] hmac) {
        return new Token(kind, epoch, HexFormat.of().formatHex(hmac, 0, BYTES));
    }

    /** Returns the form in which it is stored, e.g. "login-3-9f…". */
    public String text() {
        return kind.wire() + "-" + epoch + "-" + code;
    }

    /** Returns a form short enough for a table, which may stand for more than one token. */
    public String shortText() {
        return code.substring(0, 8);
    }
}
