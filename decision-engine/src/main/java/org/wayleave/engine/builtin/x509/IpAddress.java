package org.wayleave.engine.builtin.x509;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An address of four or sixteen bytes.
 *
 * @param bytes not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by equals below
record IpAddress(byte[] bytes) {

    /** The address of a text, null when it is none; nothing is looked up. */
    static @Nullable IpAddress parse(String text) {
        if (text.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}")) {
            byte[] bytes = new byte[4];
            String[] parts = text.split("\\.", -1);
            for (int i = 0; i < 4; i++) {
                int part = Integer.parseInt(parts[i]);
                if (part > 255 || (parts[i].length() > 1 && parts[i].startsWith("0"))) {
                    return null;
                }
                bytes[i] = (byte) part;
            }
            return new IpAddress(bytes);
        }
        return text.indexOf(':') < 0 ? null : v6(text);
    }

    private static @Nullable IpAddress v6(String text) {
        byte[] bytes = new byte[16];
        int gap = text.indexOf("::");
        String[] head = groups(gap < 0 ? text : text.substring(0, gap));
        String[] tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        int count = head.length + tail.length;
        if (gap < 0 ? count != 8 : count > 7) {
            return null;
        }
        return fill(bytes, 0, head) && fill(bytes, 16 - 2 * tail.length, tail) ? new IpAddress(bytes) : null;
    }

    private static String[] groups(String text) {
        return text.isEmpty() ? new String[0] : text.split(":", -1);
    }

    private static boolean fill(byte[] bytes, int from, String[] groups) {
        for (int i = 0; i < groups.length; i++) {
            if (!groups[i].matches("[0-9A-Fa-f]{1,4}")) {
                return false;
            }
            int group = Integer.parseInt(groups[i], 16);
            bytes[from + 2 * i] = (byte) (group >> 8);
            bytes[from + 2 * i + 1] = (byte) group;
        }
        return true;
    }

    /** The four bytes of an IPv4 address written as IPv6, otherwise the address itself. */
    IpAddress shortest() {
        boolean mapped = bytes.length == 16 && bytes[10] == -1 && bytes[11] == -1;
        for (int i = 0; mapped && i < 10; i++) {
            mapped = bytes[i] == 0;
        }
        return mapped ? new IpAddress(Arrays.copyOfRange(bytes, 12, 16)) : this;
    }

    boolean isIn(IpAddress network, byte[] mask) {
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
