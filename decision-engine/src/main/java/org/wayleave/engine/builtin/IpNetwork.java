package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigInteger;
import java.util.ArrayList;
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
            byte[] number = value.toByteArray();
            byte[] bytes = new byte[bits / 8];
            int length = Math.min(number.length, bytes.length); // a sign may stand in front
            System.arraycopy(number, number.length - length, bytes, bytes.length - length, length);
            return new IpAddress(bytes).toString();
        }
    }

    static @Nullable Address address(String text) {
        IpAddress read = IpAddress.parse(text);
        return read == null ? null : new Address(new BigInteger(1, read.bytes()), read.bytes().length * 8);
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

    @Override
    public String toString() {
        return new Address(address, bits) + "/" + prefix;
    }
}
