package org.wayleave.engine.builtin.x509;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wayleave.engine.builtin.BuiltinException;

/**
 * Reads values in ASN.1's distinguished encoding (X.690), one after another: definite and shortest lengths, tags of
 * one byte. Every failure is a {@link BuiltinException} that says what was expected.
 */
final class Der {
    static final int BOOLEAN = 0x01;
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;

    private final byte[] bytes;
    private final int end;
    private int at;

    Der(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private Der(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** The tag of an element that belongs to its context. */
    static int context(int number) {
        return 0x80 | number;
    }

    /** The tag of an element that belongs to its context and holds others. */
    static int contextOf(int number) {
        return 0xA0 | number;
    }

    boolean isEmpty() {
        return at >= end;
    }

    boolean has(int tag) {
        return at < end && (bytes[at] & 0xFF) == tag;
    }

    /** Whatever comes next, with its tag. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Element(int tag, byte[] content, byte[] whole) {}

    Element next(String what) {
        int from = at;
        if (at + 2 > end || (bytes[at] & 0x1F) == 0x1F) {
            throw malformed(what);
        }
        int tag = bytes[at] & 0xFF;
        int length = bytes[at + 1] & 0xFF;
        int content = at + 2;
        if (length >= 0x80) {
            int count = length & 0x7F;
            if (count < 1 || count > 4 || content + count > end || bytes[content] == 0) {
                throw malformed(what);
            }
            long value = 0;
            for (int i = 0; i < count; i++) {
                value = value << 8 | (bytes[content + i] & 0xFF);
            }
            content += count;
            if (value < 0x80 || value > end - content) {
                throw malformed(what);
            }
            length = (int) value;
        }
        if (length > end - content) {
            throw malformed(what);
        }
        at = content + length;
        return new Element(tag, Arrays.copyOfRange(bytes, content, at), Arrays.copyOfRange(bytes, from, at));
    }

    /** The next element, which must have the tag. */
    Element next(int tag, String what) {
        if (!has(tag)) {
            throw malformed(what);
        }
        return next(what);
    }

    /** Inside the next element, which must have the tag. */
    Der in(int tag, String what) {
        return new Der(next(tag, what).content());
    }

    byte[] content(int tag, String what) {
        return next(tag, what).content();
    }

    boolean flag(String what) {
        byte[] content = content(BOOLEAN, what);
        if (content.length != 1 || (content[0] != 0 && content[0] != -1)) {
            throw malformed(what);
        }
        return content[0] != 0;
    }

    BigInteger integer(String what) {
        return integer(INTEGER, what);
    }

    BigInteger integer(int tag, String what) {
        byte[] content = content(tag, what);
        boolean padded =
                content.length > 1 && ((content[0] == 0 && content[1] >= 0) || (content[0] == -1 && content[1] < 0));
        if (content.length == 0 || padded) {
            throw malformed(what);
        }
        return new BigInteger(content);
    }

    /** The bits of a bit string, moved to the right so that the unused ones come first. */
    byte[] bits(String what) {
        byte[] content = content(BIT_STRING, what);
        if (content.length == 0) {
            throw malformed(what);
        }
        int unused = content[0];
        boolean none = content.length == 1;
        if (unused < 0
                || unused > 7
                || (none && unused != 0)
                || (!none && (content[content.length - 1] & ((1 << unused) - 1)) != 0)) {
            throw malformed(what);
        }
        byte[] bits = Arrays.copyOfRange(content, 1, content.length);
        return unused == 0 || none ? bits : fixed(new BigInteger(1, bits).shiftRight(unused), bits.length);
    }

    private static byte[] fixed(BigInteger number, int length) {
        byte[] plain = number.toByteArray();
        byte[] out = new byte[length];
        int count = Math.min(plain.length, length);
        System.arraycopy(plain, plain.length - count, out, length - count, count);
        return out;
    }

    Oid oid(String what) {
        return Oid.of(content(OBJECT_IDENTIFIER, what), what);
    }

    static BuiltinException malformed(String what) {
        return BuiltinException.failed("x509: malformed " + what);
    }

    /** An object identifier. */
    record Oid(List<Long> arcs) {
        static Oid of(byte[] content, String what) {
            List<Long> arcs = new ArrayList<>();
            int i = 0;
            while (i < content.length) {
                long arc = 0;
                int from = i;
                do {
                    if (i >= content.length || i - from > 4 || (i == from && content[i] == (byte) 0x80)) {
                        throw malformed(what);
                    }
                    arc = arc << 7 | (content[i] & 0x7F);
                } while (content[i++] < 0);
                if (arc > Integer.MAX_VALUE) {
                    throw malformed(what);
                }
                if (arcs.isEmpty()) {
                    long first = Math.min(arc / 40, 2);
                    arcs.add(first);
                    arcs.add(arc - first * 40);
                } else {
                    arcs.add(arc);
                }
            }
            if (arcs.isEmpty()) {
                throw malformed(what);
            }
            return new Oid(List.copyOf(arcs));
        }

        @Override
        public String toString() {
            return String.join(".", arcs.stream().map(a -> Long.toString(a)).toList());
        }
    }
}
