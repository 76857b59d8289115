package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Arithmetic on network addresses; nothing here touches a network. */
final class NetworkBuiltins {
    private NetworkBuiltins() {}

    static void declare(BuiltinTable table) {
        table.binary("net.cidr_contains", (a, b) -> RegoBoolean.of(contains(a, b)));
        table.binary("net.cidr_overlap", (a, b) -> RegoBoolean.of(contains(a, b)));
        table.binary("net.cidr_intersects", (a, b) -> RegoBoolean.of(network(a).meets(network(b))));
        table.binary("net.cidr_contains_matches", NetworkBuiltins::matches);
        table.add("net.cidr_expand", NetworkBuiltins::expand);
        table.unary("net.cidr_merge", NetworkBuiltins::merge);
        table.unary("net.cidr_is_valid", NetworkBuiltins::isValid);
    }

    private static IpNetwork network(RegoValue v) {
        return IpNetwork.parse(Operands.string(v, 1));
    }

    private static boolean contains(RegoValue a, RegoValue b) {
        IpNetwork network = network(a);
        String text = Operands.string(b, 1);
        IpNetwork.Address address = IpNetwork.address(text);
        if (address != null) {
            return network.contains(address);
        }
        try {
            return network.contains(IpNetwork.parse(text));
        } catch (BuiltinException e) {
            throw failed("not a valid textual representation of an IP address or CIDR: " + text);
        }
    }

    private static RegoValue isValid(RegoValue a) {
        if (!(a instanceof RegoString s)) {
            return RegoBoolean.FALSE;
        }
        try {
            IpNetwork.parse(s.value());
            return RegoBoolean.TRUE;
        } catch (BuiltinException e) {
            return RegoBoolean.FALSE;
        }
    }

    private record Entry(RegoValue index, RegoValue cidr) {}

    private static List<Entry> entries(int operand, RegoValue v) {
        List<Entry> result = new ArrayList<>();
        switch (v) {
            case RegoString s -> result.add(new Entry(s, s));
            case RegoArray a -> {
                for (int i = 0; i < a.size(); i++) {
                    result.add(new Entry(RegoNumber.of(i), cidr(operand, a.get(i))));
                }
            }
            case RegoSet s -> s.forEach(member -> result.add(new Entry(member, cidr(operand, member))));
            case RegoObject o -> {
                for (int i = 0; i < o.size(); i++) {
                    result.add(new Entry(o.keyAt(i), cidr(operand, o.valueAt(i))));
                }
            }
            default -> {}
        }
        return result;
    }

    private static RegoValue cidr(int operand, RegoValue v) {
        if (v instanceof RegoString) {
            return v;
        }
        if (v instanceof RegoArray a && a.size() > 0) {
            return a.get(0);
        }
        throw failed("operand " + operand + ": element must be string or non-empty array");
    }

    private static RegoValue matches(RegoValue a, RegoValue b) {
        RegoSet result = RegoSet.open();
        for (Entry x : entries(1, a)) {
            for (Entry y : entries(2, b)) {
                if (contains(x.cidr(), y.cidr())) {
                    result.adding(RegoArray.of(x.index(), y.index()));
                }
            }
        }
        return result;
    }

    private static RegoValue expand(BuiltinContext context, RegoValue[] args) {
        IpNetwork network = network(args[0]);
        RegoSet result = RegoSet.open();
        for (BigInteger i = network.first(); i.compareTo(network.last()) <= 0; i = i.add(BigInteger.ONE)) {
            context.spend(1);
            result.adding(RegoString.of(new IpNetwork.Address(i, network.bits()).toString()));
        }
        return result;
    }

    /**
     * A run of addresses, those of IPv4 in their IPv6 form, since OPA merges the two families as one.
     *
     * @param v4 whether it starts at an address of IPv4
     * @param as the network it was given as, until it is merged with another
     */
    private record Range(
            BigInteger first,
            BigInteger last,
            boolean v4,
            @Nullable IpNetwork as) {
        private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFF).shiftLeft(32);

        static Range of(IpNetwork network) {
            boolean v4 = network.bits() == 32;
            BigInteger base = v4 ? MAPPED : BigInteger.ZERO;
            return new Range(base.add(network.first()), base.add(network.last()), v4, network);
        }

        /** Whether this one, which ends no earlier, overlaps with another or follows it without a gap. */
        boolean joins(Range lower) {
            BigInteger least = v4 ? MAPPED : BigInteger.ZERO;
            return first.subtract(BigInteger.ONE).max(least).compareTo(lower.last) <= 0;
        }

        Range joined(Range lower) {
            boolean lowerFirst = lower.first.compareTo(first) < 0;
            return new Range(lowerFirst ? lower.first : first, last, lowerFirst ? lower.v4 : v4, null);
        }

        List<IpNetwork> networks() {
            if (as != null) {
                return List.of(as);
            }
            return v4
                    ? IpNetwork.between(first.subtract(MAPPED), last.subtract(MAPPED), 32)
                    : IpNetwork.between(first, last, 128);
        }
    }

    private static RegoValue merge(RegoValue v) {
        if (!(v instanceof RegoArray) && !(v instanceof RegoSet)) {
            throw failed("operand must be an array");
        }
        List<Range> ranges = new ArrayList<>();
        for (RegoValue item : Operands.members(v, 1)) {
            ranges.add(Range.of(mergeable(item)));
        }
        ranges.sort(Comparator.comparing(Range::last).thenComparing(Range::first));
        for (int i = ranges.size() - 1; i > 0; i--) {
            if (ranges.get(i).joins(ranges.get(i - 1))) {
                ranges.set(i - 1, ranges.get(i).joined(ranges.get(i - 1)));
                ranges.remove(i);
            }
        }
        RegoSet result = RegoSet.open();
        for (Range range : ranges) {
            range.networks().forEach(n -> result.adding(RegoString.of(n.toString())));
        }
        return result;
    }

    private static IpNetwork mergeable(RegoValue v) {
        if (!(v instanceof RegoString s)) {
            throw failed("element must be string");
        }
        IpNetwork.Address address = IpNetwork.address(s.value());
        if (address == null) {
            return IpNetwork.parse(s.value());
        }
        if (address.plain().bits() != 32) {
            throw failed("IPv6 invalid: needs prefix length");
        }
        return IpNetwork.ofClass(address);
    }
}
