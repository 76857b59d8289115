package org.wayleave.engine.batch;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.batch.Sym.Computed;
import org.wayleave.engine.batch.Sym.Count;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.batch.Sym.Leaf;
import org.wayleave.engine.batch.Sym.Operation;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/**
 * Order and arithmetic of values that may depend on the row. Whole numbers are computed within bounds that a
 * {@code long} holds; doubles stand for their shortest decimal, as everywhere in the engine, and are only compared.
 */
final class Numbers {
    private static final Shape TRUTH = new Shape.Scalar(Shape.ScalarKind.TRUTH);

    private final Conditions conditions;
    private final Atoms atoms;

    Numbers(Conditions conditions, Atoms atoms) {
        this.conditions = conditions;
        this.atoms = atoms;
    }

    /** The condition that two numbers, not both of them known, are equal. */
    int equal(Sym a, Sym b) {
        if (a instanceof Known) {
            return equal(b, a);
        }
        if (b instanceof Known k && k.value() instanceof RegoNumber n) {
            if (bounds(a) != null) {
                return n.isLong()
                        ? conditions.andNot(notAbove(a, n.decimal()), below(a, n.decimal()))
                        : Conditions.FALSE;
            }
            if (a instanceof Leaf leaf && leaf.reading().is(Shape.ScalarKind.REAL)) {
                return conditions.andNot(notAbove(leaf, n.decimal()), below(leaf, n.decimal()));
            }
        } else if (bounds(a) != null && bounds(b) != null) {
            return conditions.and(conditions.not(lessWhole(a, b)), conditions.not(lessWhole(b, a)));
        }
        return atoms.unknown("equal", a, b);
    }

    /** The condition that one value comes before another in Rego's order. */
    int less(Sym a, Sym b) {
        if (a instanceof Known x && b instanceof Known y) {
            return x.value().compareTo(y.value()) < 0 ? Conditions.TRUE : Conditions.FALSE;
        }
        RegoType left = a.type();
        RegoType right = b.type();
        if (left != null && right != null && left != right) {
            return left.compareTo(right) < 0 ? Conditions.TRUE : Conditions.FALSE;
        }
        if (left == RegoType.NUMBER && right == RegoType.NUMBER) {
            if (b instanceof Known k && k.value() instanceof RegoNumber n && isComparable(a)) {
                return below(a, n.decimal());
            }
            if (a instanceof Known k && k.value() instanceof RegoNumber n && isComparable(b)) {
                return conditions.not(notAbove(b, n.decimal()));
            }
            if (bounds(a) != null && bounds(b) != null) {
                return lessWhole(a, b);
            }
            if (a instanceof Known k && k.value().equals(RegoNumber.of(0)) && b instanceof Count count) {
                return nonEmpty(count);
            }
            if (b instanceof Known k && k.value().equals(RegoNumber.of(1)) && a instanceof Count count) {
                return conditions.not(nonEmpty(count));
            }
        }
        if (left == RegoType.STRING && b instanceof Known k && a instanceof Leaf leaf) {
            return atoms.holds(
                    leaf.reading().derived(Reading.VALUE + " < " + k.value(), TRUTH, (c, x) -> isLess(x[0], k)));
        }
        if (left == RegoType.STRING && a instanceof Known k && b instanceof Leaf leaf) {
            return atoms.holds(
                    leaf.reading().derived(Reading.VALUE + " > " + k.value(), TRUTH, (c, x) -> isMore(x[0], k)));
        }
        return atoms.unknown("less", a, b);
    }

    private static RegoValue isLess(RegoValue value, Known known) {
        return RegoBoolean.of(value.compareTo(known.value()) < 0);
    }

    private static RegoValue isMore(RegoValue value, Known known) {
        return RegoBoolean.of(value.compareTo(known.value()) > 0);
    }

    private int nonEmpty(Count count) {
        int any = Conditions.FALSE;
        for (Sym.Member member : count.set().members()) {
            any = conditions.or(any, member.condition());
        }
        return any;
    }

    private static boolean isComparable(Sym value) {
        return bounds(value) != null
                || (value instanceof Leaf leaf && leaf.reading().is(Shape.ScalarKind.REAL));
    }

    private int lessWhole(Sym a, Sym b) {
        long[] x = bounds(a);
        long[] y = bounds(b);
        if (x != null && y != null && x[1] < y[0]) {
            return Conditions.TRUE;
        }
        return x != null && y != null && x[0] >= y[1] ? Conditions.FALSE : atoms.condition(new Atom.Less(a, b));
    }

    private int below(Sym value, BigDecimal bound) {
        long[] bounds = bounds(value);
        return bounds == null
                ? belowReal((Leaf) value, bound, false)
                : belowWhole(value, bounds, bound.setScale(0, RoundingMode.CEILING));
    }

    private int notAbove(Sym value, BigDecimal bound) {
        long[] bounds = bounds(value);
        return bounds == null
                ? belowReal((Leaf) value, bound, true)
                : belowWhole(
                        value, bounds, bound.setScale(0, RoundingMode.FLOOR).add(BigDecimal.ONE));
    }

    private int belowWhole(Sym value, long[] bounds, BigDecimal limit) {
        if (BigDecimal.valueOf(bounds[1]).compareTo(limit) < 0) {
            return Conditions.TRUE;
        }
        return BigDecimal.valueOf(bounds[0]).compareTo(limit) >= 0
                ? Conditions.FALSE
                : atoms.below(value, limit.longValueExact());
    }

    /** The decimals of doubles rise with the doubles, so there is one least double that is not below the bound. */
    private int belowReal(Leaf leaf, BigDecimal bound, boolean orEqual) {
        double cut = bound.doubleValue();
        if (Double.isInfinite(cut)) {
            return cut > 0 ? Conditions.TRUE : Conditions.FALSE;
        }
        while (isBelow(cut, bound, orEqual)) {
            cut = Math.nextUp(cut);
        }
        while (!isBelow(Math.nextDown(cut), bound, orEqual)) {
            cut = Math.nextDown(cut);
        }
        return atoms.below(leaf.reading(), cut);
    }

    private static boolean isBelow(double value, BigDecimal bound, boolean orEqual) {
        if (Double.isInfinite(value)) {
            return value < 0;
        }
        int order = RegoNumber.of(value).decimal().compareTo(bound);
        return order < 0 || (orEqual && order == 0);
    }

    /** The least and greatest value of a whole number of the row or computed from one; null for anything else. */
    static long @Nullable [] bounds(Sym value) {
        return switch (value) {
            case Leaf leaf ->
                leaf.reading().is(Shape.ScalarKind.WHOLE)
                        ? new long[] {-leaf.reading().largest(), leaf.reading().largest()}
                        : null;
            case Computed c -> bounds(c.operation(), bounds(c.a()), bounds(c.b()));
            case Known k ->
                k.value() instanceof RegoNumber n && n.isLong() ? new long[] {n.longValue(), n.longValue()} : null;
            default -> null;
        };
    }

    private static long @Nullable [] bounds(Operation operation, long @Nullable [] x, long @Nullable [] y) {
        if (x == null || y == null) {
            return null;
        }
        List<BigInteger> results = new ArrayList<>();
        for (long p : x) {
            for (long q : y) {
                BigInteger a = BigInteger.valueOf(p);
                BigInteger b = BigInteger.valueOf(q);
                results.add(
                        switch (operation) {
                            case PLUS -> a.add(b);
                            case MINUS -> a.subtract(b);
                            case TIMES -> a.multiply(b);
                        });
            }
        }
        BigInteger low = Collections.min(results);
        BigInteger high = Collections.max(results);
        return low.bitLength() < Long.SIZE && high.bitLength() < Long.SIZE
                ? new long[] {low.longValue(), high.longValue()}
                : null;
    }

    /** A sum, difference or product; null when it is not known to fit. Factors are held to a narrower range. */
    @Nullable
    Sym compute(Operation operation, Sym a, Sym b) {
        Computed computed = new Computed(operation, a, b);
        if (bounds(a) == null || bounds(b) == null) {
            return null;
        }
        if (bounds(computed) == null) {
            narrow(computed);
        }
        return bounds(computed) == null ? null : computed;
    }

    private static void narrow(Sym value) {
        if (value instanceof Leaf leaf) {
            leaf.reading().narrow();
        } else if (value instanceof Computed c) {
            narrow(c.a());
            narrow(c.b());
        }
    }

    /** Whether the difference of two numbers fits a {@code long}. */
    static boolean differ(Sym a, Sym b) {
        return bounds(Operation.MINUS, bounds(a), bounds(b)) != null;
    }
}
