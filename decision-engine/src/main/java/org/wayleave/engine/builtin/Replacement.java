package org.wayleave.engine.builtin;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Several texts replaced at once: at each place the first one in order that fits. The empty text fits between any two
 * bytes of UTF-8, as in OPA, so that it takes characters apart; each byte that stands alone becomes U+FFFD.
 */
final class Replacement {
    private final byte[][] from;
    private final byte[][] to;

    Replacement(List<String> from, List<String> to) {
        this.from = from.stream().map(Replacement::bytes).toArray(byte[][]::new);
        this.to = to.stream().map(Replacement::bytes).toArray(byte[][]::new);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    String of(String text) {
        byte[] bytes = bytes(text);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        boolean emptyMatched = false;
        int at = 0;
        while (at <= bytes.length) {
            int hit = match(bytes, at, emptyMatched);
            emptyMatched = hit >= 0 && from[hit].length == 0;
            if (hit >= 0) {
                out.writeBytes(to[hit]);
                at += from[hit].length;
            } else {
                if (at < bytes.length) {
                    out.write(bytes[at]);
                }
                at++;
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** The first text that stands at a place, -1 for none; an empty one only where none was just found. */
    private int match(byte[] bytes, int at, boolean emptyMatched) {
        for (int k = 0; k < from.length; k++) {
            byte[] search = from[k];
            boolean stands = search.length == 0
                    ? !emptyMatched
                    : at + search.length <= bytes.length
                            && Arrays.equals(bytes, at, at + search.length, search, 0, search.length);
            if (stands) {
                return k;
            }
        }
        return -1;
    }
}
