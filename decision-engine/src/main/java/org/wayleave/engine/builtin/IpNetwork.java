package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A network of IPv4 or IPv6 addresses. An IPv4 address in its IPv6 form counts as IPv4.
 *
 * @param address as written, host bits kept; 32 or 128 bits wide
 * @param bits 32 or 128
 * @param prefix leading bits that all addresses share
 */
record IpNetwork(BigInteger address, int bits, int prefix) {
    private static final int MAPPED_PREFIX = 96;

    /** An address: its value and its width in bits as written. */
    record Address(BigInteger value, int bits) {
        /** The IPv4 address inside an IPv4-mapped IPv6 one. */
        Address plain() {
            return bits == 128 && value.shiftRight(32).equals(BigInteger.valueOf(0xFFFF))
                    ? new Address(value.and(BigInteger.valueOf(0xFFFF_FFFFL)), 32)
                    : this;
        }

        @Override
        public String toString() {
            Address plain = plain();
            return plain.bits == 32 ? dotted(plain.value) : colons(value);
        }
    }

    static @Nullable Address address(String text) {
        BigInteger value = text.indexOf(':') >= 0 ? v6(text) : v4(text);
        return value == null ? null : new Address(value, text.indexOf(':') >= 0 ? 128 : 32);
    }

    private static @Nullable BigInteger v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        long value = 0;
        for (String part : parts) {
            if (!part.matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(part) > 255) {
                return null;
            }
            value = value << 8 | Integer.parseInt(part);
        }
        return BigInteger.valueOf(value);
    }

    private static @Nullable BigInteger v6(String text) {
        int gap = text.indexOf("::");
        List<Integer> head = groups(gap < 0 ? text : text.substring(0, gap));
        List<Integer> tail = gap < 0 ? List.of() : groups(text.substring(gap + 2));
        if (head == null || tail == null) {
            return null;
        }
        int missing = 8 - head.size() - tail.size();
        if (gap < 0 ? missing != 0 : missing < 1) {
            return null;
        }
        List<Integer> all = new ArrayList<>(head);
        for (int i = 0; i < missing; i++) {
            all.add(0);
        }
        all.addAll(tail);
        BigInteger value = BigInteger.ZERO;
        for (int group : all) {
            value = value.shiftLeft(16).or(BigInteger.valueOf(group));
        }
        return value;
    }

    private static @Nullable List<Integer> groups(String text) {
        List<Integer> result = new ArrayList<>();
        if (text.isEmpty()) {
            return result;
        }
        String[] parts = text.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                BigInteger v4 = v4(parts[i]);
                if (v4 == null) {
                    return null;
                }
                result.add(v4.shiftRight(16).intValue());
                result.add(v4.intValue() & 0xFFFF);
            } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
                result.add(Integer.parseInt(parts[i], 16));
            } else {
                return null;
            }
        }
        return result;
    }

    /** Reads {@code address/prefix}. */
    static IpNetwork parse(String text) {
        int slash = text.indexOf('/');
        Address address = slash < 0 ? null : address(text.substring(0, slash));
        // Go reads a prefix with zeros in front, but no such address.
        String prefix = slash < 0 ? "" : text.substring(slash + 1).replaceFirst("^0+(?=[0-9])", "");
        if (address == null || !prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > address.bits()) {
            throw failed("invalid CIDR address: " + text);
        }
        return of(address, Integer.parseInt(prefix)).masked();
    }

    private static IpNetwork of(Address address, int prefix) {
        Address plain = address.plain();
        return plain.bits() == address.bits() || prefix < MAPPED_PREFIX
                ? new IpNetwork(address.value(), address.bits(), prefix)
                : new IpNetwork(plain.value(), 32, prefix - MAPPED_PREFIX);
    }

    /** A bare IPv4 address with the prefix of its class. */
    static IpNetwork ofClass(Address address) {
        Address plain = address.plain();
        int first = plain.value().shiftRight(24).intValue();
        int prefix = first < 128 ? 8 : first < 192 ? 16 : 24;
        return new IpNetwork(plain.value(), 32, prefix);
    }

    private BigInteger hostMask() {
        return BigInteger.ONE.shiftLeft(bits - prefix).subtract(BigInteger.ONE);
    }

    private IpNetwork masked() {
        return new IpNetwork(first(), bits, prefix);
    }

    BigInteger first() {
        return address.andNot(hostMask());
    }

    BigInteger last() {
        return address.or(hostMask());
    }

    boolean contains(Address other) {
        Address plain = other.plain();
        return plain.bits() == bits && first().compareTo(plain.value()) <= 0 && last().compareTo(plain.value()) >= 0;
    }

    boolean contains(IpNetwork other) {
        return bits == other.bits && first().compareTo(other.first()) <= 0 && last().compareTo(other.last()) >= 0;
    }

    boolean meets(IpNetwork other) {
        return bits == other.bits && first().compareTo(other.last()) <= 0 && last().compareTo(other.first()) >= 0;
    }

    /** The fewest networks that hold exactly the addresses from one to another. */
    static List<IpNetwork> between(BigInteger from, BigInteger to, int bits) {
        List<IpNetwork> result = new ArrayList<>();
        BigInteger next = from;
        while (next.compareTo(to) <= 0) {
            int size = next.signum() == 0 ? bits : Math.min(bits, next.getLowestSetBit());
            while (next.add(BigInteger.ONE.shiftLeft(size))
                            .subtract(BigInteger.ONE)
                            .compareTo(to)
                    > 0) {
                size--;
            }
            result.add(new IpNetwork(next, bits, bits - size));
            next = next.add(BigInteger.ONE.shiftLeft(size));
        }
        return result;
    }

    private static String dotted(BigInteger v) {
        long x = v.longValue();
        return (x >> 24) + "." + (x >> 16 & 255) + "." + (x >> 8 & 255) + "." + (x & 255);
    }

    /** RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as {@code ::}. */
    private static String colons(BigInteger v) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = v.shiftRight(16 * (7 - i)).intValue() & 0xFFFF;
        }
        int best = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int n = 0;
            while (i + n < 8 && groups[i + n] == 0) {
                n++;
            }
            if (n > length) {
                best = i;
                length = n;
            }
        }
        String[] hex = Arrays.stream(groups).mapToObj(Integer::toHexString).toArray(String[]::new);
        if (best < 0) {
            return String.join(":", hex);
        }
        return String.join(":", Arrays.copyOf(hex, best)) + "::"
                + String.join(":", Arrays.copyOfRange(hex, best + length, 8));
    }

    @Override
    public String toString() {
        return new Address(address, bits) + "/" + prefix;
    }
}
