package org.wayleave.engine.builtin;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An address of four or sixteen bytes.
 *
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by equals below
public record IpAddress(byte[] bytes) {
    private static final int V6_BYTES = 16;

    /** The address of a text, null when it is none; nothing is looked up. */
    public static @Nullable IpAddress parse(String text) {
        byte[] bytes = text.indexOf(':') < 0 ? v4(text) : v6(text);
        return bytes == null ? null : new IpAddress(bytes);
    }

    private static byte @Nullable [] v4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[4];
        for (int i = 0; i < parts.length; i++) {
            if (parts.length != 4 || !parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 255) {
                return null;
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    private static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        byte[] head = groups(gap < 0 ? text : text.substring(0, gap));
        byte[] tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (head == null || tail == null) {
            return null;
        }
        int length = head.length + tail.length;
        if (gap < 0 ? length != V6_BYTES : length > V6_BYTES - 2) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(head, V6_BYTES);
        System.arraycopy(tail, 0, bytes, V6_BYTES - tail.length, tail.length);
        return bytes;
    }

    /** The bytes of groups of four digits, of which the last two may stand as an IPv4 address. */
    private static byte @Nullable [] groups(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String[] groups = text.isEmpty() ? new String[0] : text.split(":", -1);
        for (int i = 0; i < groups.length; i++) {
            byte[] v4 = i == groups.length - 1 && groups[i].indexOf('.') >= 0 ? v4(groups[i]) : null;
            if (v4 != null) {
                out.writeBytes(v4);
            } else if (groups[i].matches("[0-9A-Fa-f]{1,4}")) {
                int group = Integer.parseInt(groups[i], 16);
                out.write(group >> 8);
                out.write(group);
            } else {
                return null;
            }
        }
        return out.toByteArray();
    }

    /** The four bytes of an IPv4 address written as IPv6, otherwise the address itself. */
    public IpAddress shortest() {
        boolean mapped = bytes.length == 16 && bytes[10] == -1 && bytes[11] == -1;
        for (int i = 0; mapped && i < 10; i++) {
            mapped = bytes[i] == 0;
        }
        return mapped ? new IpAddress(Arrays.copyOfRange(bytes, 12, 16)) : this;
    }

    /** Whether the bits of a mask are those of a network. */
    public boolean isIn(IpAddress network, byte[] mask) {
        if (network.bytes.length != bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((bytes[i] & mask[i]) != (network.bytes[i] & mask[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IpAddress a && Arrays.equals(bytes, a.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** As RFC 5952 writes it: lower case, the longest run of zero groups left out. */
    @Override
    public String toString() {
        byte[] plain = shortest().bytes;
        StringBuilder out = new StringBuilder();
        if (plain.length == 4) {
            for (byte b : plain) {
                out.append(out.isEmpty() ? "" : ".").append(b & 0xFF);
            }
            return out.toString();
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (plain[2 * i] & 0xFF) << 8 | (plain[2 * i + 1] & 0xFF);
        }
        int gap = -1;
        int gapLength = 1;
        for (int i = 0; i < 8; i++) {
            int n = 0;
            while (i + n < 8 && groups[i + n] == 0) {
                n++;
            }
            if (n > gapLength) {
                gap = i;
                gapLength = n;
            }
        }
        for (int i = 0; i < 8; i++) {
            if (i == gap) {
                out.append("::");
                i += gapLength - 1;
            } else {
                boolean separated = out.isEmpty() || out.charAt(out.length() - 1) == ':';
                out.append(separated ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return out.toString();
    }
}
