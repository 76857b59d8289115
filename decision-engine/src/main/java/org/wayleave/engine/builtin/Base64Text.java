package org.wayleave.engine.builtin;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Base64 as OPA reads it: with padding, line ends ignored, and with the place of the first byte that does not belong
 * (the rules of Go's {@code encoding/base64}).
 */
public final class Base64Text {
    private static final String STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final Base64Text PADDED = new Base64Text(STANDARD);
    private static final Base64Text PADDED_URL =
            new Base64Text(STANDARD.replace('+', '-').replace('/', '_'));

    private final byte[] digits = new byte[256];

    private Base64Text(String alphabet) {
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < alphabet.length(); i++) {
            digits[alphabet.charAt(i)] = (byte) i;
        }
    }

    /** The bytes of standard, padded base64. */
    public static byte[] decode(String text) {
        return PADDED.decode(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of URL-safe base64, with or without padding (RFC 7515, appendix C). */
    public static byte[] decodeUrl(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String padding = "";
        if (!text.endsWith("=")) {
            padding = switch (bytes.length % 4) {
                case 0 -> "";
                case 2 -> "==";
                case 3 -> "=";
                default -> throw BuiltinException.failed("illegal base64url string: " + text);
            };
        }
        return PADDED_URL.decode(padding.isEmpty() ? bytes : (text + padding).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] decode(byte[] text) {
        byte[] out = new byte[text.length / 4 * 3 + 3];
        int written = 0;
        int group = 0;
        int inGroup = 0;
        int i = 0;
        while (i < text.length) {
            byte c = text[i++];
            int digit = digits[c & 0xFF];
            if (digit >= 0) {
                group = group << 6 | digit;
                if (++inGroup == 4) {
                    out[written++] = (byte) (group >> 16);
                    out[written++] = (byte) (group >> 8);
                    out[written++] = (byte) group;
                    group = 0;
                    inGroup = 0;
                }
            } else if (c == '=') {
                end(text, i, inGroup);
                out[written++] = (byte) (inGroup == 2 ? group >> 4 : group >> 10);
                if (inGroup == 3) {
                    out[written++] = (byte) (group >> 2);
                }
                return Arrays.copyOf(out, written);
            } else if (c != '\n' && c != '\r') {
                throw illegal(i - 1);
            }
        }
        if (inGroup > 0) {
            throw illegal(text.length - inGroup);
        }
        return Arrays.copyOf(out, written);
    }

    /** Checks what stands after the first padding character, which ends before {@code i}. */
    private static void end(byte[] text, int i, int inGroup) {
        if (inGroup < 2) {
            throw illegal(i - 1);
        }
        int at = skipLineEnds(text, i);
        if (inGroup == 2) {
            if (at == text.length) {
                throw illegal(text.length);
            }
            if (text[at] != '=') {
                throw illegal(at - 1);
            }
            at = skipLineEnds(text, at + 1);
        }
        if (at < text.length) {
            throw illegal(at);
        }
    }

    private static int skipLineEnds(byte[] text, int from) {
        int i = from;
        while (i < text.length && (text[i] == '\n' || text[i] == '\r')) {
            i++;
        }
        return i;
    }

    private static BuiltinException illegal(int at) {
        return BuiltinException.failed("illegal base64 data at input byte " + at);
    }
}
