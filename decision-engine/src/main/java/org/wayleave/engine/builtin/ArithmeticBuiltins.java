package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;
import static org.wayleave.engine.builtin.BuiltinException.operand;

import java.math.BigInteger;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/**
 * Arithmetic as Rego does it: exact for whole numbers of any size, otherwise binary floating point with 64 bits of
 * significand, printed as shortly as it reads back.
 */
final class ArithmeticBuiltins {
    private static final BigInteger MINUS_ONE = BigInteger.ONE.negate();

    private ArithmeticBuiltins() {}

    static void declare(BuiltinTable table) {
        table.binary("plus", ArithmeticBuiltins::plus);
        table.binary("minus", ArithmeticBuiltins::minus);
        table.binary("mul", ArithmeticBuiltins::times);
        table.binary("div", ArithmeticBuiltins::divide);
        table.binary("rem", ArithmeticBuiltins::remainder);
        table.unary("abs", a -> unary(a, Math::abs, BinaryFloat::abs));
        table.unary("round", a -> unary(a, x -> x, ArithmeticBuiltins::round));
        table.unary("ceil", a -> unary(a, x -> x, ArithmeticBuiltins::ceil));
        table.unary("floor", a -> unary(a, x -> x, ArithmeticBuiltins::floor));
        table.unary("sum", a -> fold(a, RegoNumber.of(0), BigInteger::add, BinaryFloat::plus));
        table.unary("product", a -> fold(a, RegoNumber.of(1), BigInteger::multiply, BinaryFloat::timesAsDouble));
        table.add("numbers.range", (context, args) -> range(context, args[0], args[1], BigInteger.ONE));
        table.add("numbers.range_step", ArithmeticBuiltins::rangeStep);
        table.add("rand.intn", ArithmeticBuiltins::random);
        table.binary("bits.and", (a, b) -> bits(a, b, BigInteger::and));
        table.binary("bits.or", (a, b) -> bits(a, b, BigInteger::or));
        table.binary("bits.xor", (a, b) -> bits(a, b, BigInteger::xor));
        table.unary("bits.negate", a -> RegoNumber.of(integer(a, 1).not()));
        table.binary("bits.lsh", (a, b) -> shift(a, b, false));
        table.binary("bits.rsh", (a, b) -> shift(a, b, true));
    }

    private static boolean isSmall(RegoNumber n) {
        return n.isLong() && n.longValue() == (int) n.longValue();
    }

    static RegoValue plus(RegoValue a, RegoValue b) {
        RegoNumber x = Operands.number(a, 1);
        RegoNumber y = Operands.number(b, 2);
        if (isSmall(x) && isSmall(y)) {
            return RegoNumber.of(x.longValue() + y.longValue());
        }
        return x.isWhole() && y.isWhole()
                ? RegoNumber.of(x.integer().add(y.integer()))
                : BinaryFloat.of(x).plus(BinaryFloat.of(y)).toNumber();
    }

    static RegoValue minus(RegoValue a, RegoValue b) {
        if (a instanceof RegoNumber x && b instanceof RegoNumber y) {
            if (isSmall(x) && isSmall(y)) {
                return RegoNumber.of(x.longValue() - y.longValue());
            }
            return x.isWhole() && y.isWhole()
                    ? RegoNumber.of(x.integer().subtract(y.integer()))
                    : BinaryFloat.of(x).minus(BinaryFloat.of(y)).toNumber();
        }
        if (a instanceof RegoSet s && b instanceof RegoSet t) {
            return SetBuiltins.difference(s, t);
        }
        if (!(a instanceof RegoNumber) && !(a instanceof RegoSet)) {
            throw operand(1, a, RegoType.NUMBER, RegoType.SET);
        }
        throw operand(2, b, b instanceof RegoNumber || a instanceof RegoSet ? RegoType.SET : RegoType.NUMBER);
    }

    static RegoValue times(RegoValue a, RegoValue b) {
        RegoNumber x = Operands.number(a, 1);
        RegoNumber y = Operands.number(b, 2);
        if (isSmall(x) && isSmall(y)) {
            return RegoNumber.of(x.longValue() * y.longValue());
        }
        return x.isWhole() && y.isWhole()
                ? RegoNumber.of(x.integer().multiply(y.integer()))
                : BinaryFloat.of(x).times(BinaryFloat.of(y)).toNumber();
    }

    static RegoValue divide(RegoValue a, RegoValue b) {
        RegoNumber x = Operands.number(a, 1);
        RegoNumber y = Operands.number(b, 2);
        if (y.isLong() && y.longValue() == 0) {
            throw failed("divide by zero");
        }
        if (isSmall(x) && isSmall(y) && x.longValue() != 0 && x.longValue() % y.longValue() == 0) {
            return RegoNumber.of(x.longValue() / y.longValue());
        }
        return BinaryFloat.of(x).dividedBy(BinaryFloat.of(y)).toNumber();
    }

    static RegoValue remainder(RegoValue a, RegoValue b) {
        RegoNumber x = Operands.number(a, 1);
        RegoNumber y = Operands.number(b, 2);
        if (!x.isWhole() || !y.isWhole()) {
            throw failed("modulo on floating-point number");
        }
        if (y.isLong() && y.longValue() == 0) {
            throw failed("modulo by zero");
        }
        return x.isLong() && y.isLong() && y.longValue() != -1
                ? RegoNumber.of(x.longValue() % y.longValue())
                : RegoNumber.of(x.integer().remainder(y.integer()));
    }

    private interface LongOperator {
        long apply(long x);
    }

    private static RegoValue unary(RegoValue a, LongOperator small, UnaryOperator<BinaryFloat> wide) {
        RegoNumber x = Operands.number(a, 1);
        return isSmall(x)
                ? RegoNumber.of(small.apply(x.longValue()))
                : wide.apply(BinaryFloat.of(x)).toNumber();
    }

    private static final BinaryFloat HALF = BinaryFloat.of(RegoNumber.parse("0.5"));

    private static BinaryFloat round(BinaryFloat a) {
        return BinaryFloat.whole((a.isNegative() ? a.minus(HALF) : a.plus(HALF)).truncated());
    }

    private static BinaryFloat ceil(BinaryFloat a) {
        BigInteger i = a.truncated();
        return BinaryFloat.whole(i.signum() < 0 || a.isWhole() ? i : i.add(BigInteger.ONE));
    }

    private static BinaryFloat floor(BinaryFloat a) {
        BigInteger i = a.truncated();
        return BinaryFloat.whole(i.signum() >= 0 || a.isWhole() ? i : i.add(MINUS_ONE));
    }

    private static RegoValue fold(
            RegoValue a, RegoNumber start, BinaryOperator<BigInteger> exact, BinaryOperator<BinaryFloat> wide) {
        Iterable<RegoValue> members = CollectionBuiltins.members(a);
        boolean whole = true;
        for (RegoValue member : members) {
            if (!(member instanceof RegoNumber n)) {
                throw BuiltinException.element(1, a, member, RegoType.NUMBER);
            }
            whole &= n.isWhole();
        }
        if (whole) {
            BigInteger result = start.integer();
            for (RegoValue member : members) {
                result = exact.apply(result, ((RegoNumber) member).integer());
            }
            return RegoNumber.of(result);
        }
        BinaryFloat result = BinaryFloat.of(start);
        for (RegoValue member : members) {
            result = wide.apply(result, BinaryFloat.of((RegoNumber) member));
        }
        return result.toNumber();
    }

    private static BigInteger integer(RegoValue v, int position) {
        RegoNumber n = Operands.number(v, position);
        if (!n.isWhole()) {
            throw operand(position, "must be integer number but got floating-point number");
        }
        return n.integer();
    }

    private static RegoValue rangeStep(BuiltinContext context, RegoValue[] args) {
        BigInteger step = integer(args[2], 3);
        if (step.signum() <= 0) {
            throw failed("numbers.range_step: step must be a positive integer");
        }
        return range(context, args[0], args[1], step);
    }

    private static RegoValue range(BuiltinContext context, RegoValue from, RegoValue to, BigInteger step) {
        BigInteger x = integer(from, 1);
        BigInteger y = integer(to, 2);
        RegoArray result = RegoArray.open(16);
        boolean up = x.compareTo(y) <= 0;
        for (BigInteger i = x;
                up ? i.compareTo(y) <= 0 : i.compareTo(y) >= 0;
                i = up ? i.add(step) : i.subtract(step)) {
            context.spend(1);
            result.adding(RegoNumber.of(i));
        }
        return result;
    }

    private static RegoValue random(BuiltinContext context, RegoValue[] args) {
        String name = Operands.string(args[0], 1);
        long n = Math.abs(Operands.whole(args[1], 2));
        if (n == 0) {
            return RegoNumber.of(0);
        }
        BuiltinContext.Key key = new BuiltinContext.Key("rand.intn " + name, RegoNumber.of(n));
        return context.once(key, k -> RegoNumber.of(context.random().nextLong(n)));
    }

    private static RegoValue bits(RegoValue a, RegoValue b, BinaryOperator<BigInteger> of) {
        return RegoNumber.of(of.apply(integer(a, 1), integer(b, 2)));
    }

    private static RegoValue shift(RegoValue a, RegoValue b, boolean right) {
        BigInteger x = integer(a, 1);
        BigInteger by = integer(b, 2);
        if (by.signum() < 0) {
            throw operand(2, "must be an unsigned integer number but got a negative integer");
        }
        if (by.bitLength() > 20) {
            if (right) {
                return RegoNumber.of(x.signum() < 0 ? -1 : 0);
            }
            throw operand(2, "must be at most 1048575");
        }
        return RegoNumber.of(right ? x.shiftRight(by.intValue()) : x.shiftLeft(by.intValue()));
    }
}
