package org.wayleave.engine.differential.call;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/** Writes the distinguished encoding of X.690, as far as certificates need it. */
final class Asn1 {
    static final int SEQUENCE = 0x30;

    private Asn1() {}

    static byte[] of(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.size();
        if (length < 0x80) {
            out.write(length);
        } else {
            byte[] bytes = BigInteger.valueOf(length).toByteArray();
            int skip = bytes[0] == 0 ? 1 : 0;
            out.write(0x80 | (bytes.length - skip));
            out.write(bytes, skip, bytes.length - skip);
        }
        out.writeBytes(content.toByteArray());
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return of(SEQUENCE, parts);
    }

    static byte[] number(long value) {
        return of(2, BigInteger.valueOf(value).toByteArray());
    }

    static byte[] yes() {
        return of(1, new byte[] {(byte) 0xFF});
    }

    static byte[] octets(byte[] content) {
        return of(4, content);
    }

    static byte[] bits(byte[] content) {
        return of(3, new byte[] {0}, content);
    }

    static byte[] text(int tag, String text) {
        return of(tag, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] name(String dotted) {
        String[] parts = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Integer.parseInt(parts[0]) * 40 + Integer.parseInt(parts[1]));
        for (int i = 2; i < parts.length; i++) {
            long arc = Long.parseLong(parts[i]);
            int groups = Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(arc) + 6) / 7);
            for (int g = groups - 1; g >= 0; g--) {
                out.write((int) ((arc >> (7 * g)) & 0x7F) | (g > 0 ? 0x80 : 0));
            }
        }
        return of(6, out.toByteArray());
    }
}
