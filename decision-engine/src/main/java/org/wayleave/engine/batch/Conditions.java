package org.wayleave.engine.batch;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Conditions over numbered atoms as reduced ordered binary decision diagrams, so that equal conditions are the same
 * {@code int}. Method: R. E. Bryant, Graph-based algorithms for Boolean function manipulation, IEEE Transactions on
 * Computers C-35 (8), 1986. Not thread-safe.
 */
final class Conditions {
    static final int FALSE = 0;
    static final int TRUE = 1;

    private static final int NO_ATOM = Integer.MAX_VALUE;

    private final int limit;
    private int[] atoms = new int[1024];
    private int[] lows = new int[1024];
    private int[] highs = new int[1024];
    private int size = 2;
    private int[] table = new int[4096];
    private final long[] seenOperands = new long[1 << 14];
    private final int[] seenOthers = new int[1 << 14];
    private final int[] seenResults = new int[1 << 14];

    /** A policy that grew beyond a limit. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMany(String what) {
            super("it needs " + what, null, false, false);
        }
    }

    /** Conditions that together may have a number of nodes, at most; beyond it operations throw {@link TooMany}. */
    Conditions(int limit) {
        this.limit = limit;
        atoms[FALSE] = NO_ATOM;
        atoms[TRUE] = NO_ATOM;
        Arrays.fill(seenOthers, -1);
    }

    /** The condition that an atom holds; atoms are tested in the order of their numbers. */
    int atom(int atom) {
        return node(atom, FALSE, TRUE);
    }

    /** The atom that is tested first, {@link Integer#MAX_VALUE} for a constant condition. */
    int firstAtom(int condition) {
        return atoms[condition];
    }

    /** What remains when the first atom does not hold. */
    int low(int condition) {
        return lows[condition];
    }

    /** What remains when the first atom holds. */
    int high(int condition) {
        return highs[condition];
    }

    int not(int a) {
        return choose(a, FALSE, TRUE);
    }

    int and(int a, int b) {
        return a == b ? a : choose(a, b, FALSE);
    }

    int or(int a, int b) {
        return a == b ? a : choose(a, TRUE, b);
    }

    int andNot(int a, int b) {
        return choose(b, FALSE, a);
    }

    /** {@code a} where a condition holds, else {@code b}. */
    int choose(int condition, int a, int b) {
        if (condition == TRUE || a == b) {
            return a;
        }
        if (condition == FALSE) {
            return b;
        }
        if (a == TRUE && b == FALSE) {
            return condition;
        }
        long operands = ((long) condition << 32) | a;
        int slot = mix(operands * 31 + b) & (seenResults.length - 1);
        if (seenOperands[slot] == operands && seenOthers[slot] == b) {
            return seenResults[slot];
        }
        int atom = Math.min(atoms[condition], Math.min(atoms[a], atoms[b]));
        int low = choose(lowBelow(condition, atom), lowBelow(a, atom), lowBelow(b, atom));
        int high = choose(highBelow(condition, atom), highBelow(a, atom), highBelow(b, atom));
        int result = node(atom, low, high);
        seenOperands[slot] = operands;
        seenOthers[slot] = b;
        seenResults[slot] = result;
        return result;
    }

    private int lowBelow(int condition, int atom) {
        return atoms[condition] == atom ? lows[condition] : condition;
    }

    private int highBelow(int condition, int atom) {
        return atoms[condition] == atom ? highs[condition] : condition;
    }

    private int node(int atom, int low, int high) {
        if (low == high) {
            return low;
        }
        int slot = slot(atom, low, high);
        while (table[slot] != 0) {
            int known = table[slot];
            if (atoms[known] == atom && lows[known] == low && highs[known] == high) {
                return known;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        if (size >= limit) {
            throw new TooMany("conditions of more than " + limit + " nodes");
        }
        if (size == atoms.length) {
            atoms = Arrays.copyOf(atoms, size * 2);
            lows = Arrays.copyOf(lows, size * 2);
            highs = Arrays.copyOf(highs, size * 2);
        }
        atoms[size] = atom;
        lows[size] = low;
        highs[size] = high;
        table[slot] = size++;
        if (size * 2 > table.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        table = new int[table.length * 2];
        for (int i = 2; i < size; i++) {
            int slot = slot(atoms[i], lows[i], highs[i]);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = i;
        }
    }

    private int slot(int atom, int low, int high) {
        return mix((((long) low << 32) | high) * 31 + atom) & (table.length - 1);
    }

    private static int mix(long key) {
        long h = key * 0x9E3779B97F4A7C15L;
        return (int) (h ^ (h >>> 32));
    }

    /** The conditions that one is made of, itself among them. */
    BitSet nodesOf(int condition) {
        BitSet found = new BitSet();
        collect(condition, found);
        return found;
    }

    private void collect(int condition, BitSet found) {
        if (condition > TRUE && !found.get(condition)) {
            found.set(condition);
            collect(lows[condition], found);
            collect(highs[condition], found);
        }
    }

    /** The atoms on which a condition depends. */
    BitSet atomsOf(int condition) {
        BitSet found = new BitSet();
        nodesOf(condition).stream().forEach(node -> found.set(atoms[node]));
        return found;
    }

    /** The condition that holds when there is some truth of the chosen atoms under which the given one holds. */
    int possible(int condition, IntPredicate chosen) {
        return possible(condition, chosen, new HashMap<>());
    }

    private int possible(int condition, IntPredicate chosen, Map<Integer, Integer> done) {
        if (condition <= TRUE) {
            return condition;
        }
        Integer known = done.get(condition);
        if (known != null) {
            return known;
        }
        int low = possible(lows[condition], chosen, done);
        int high = possible(highs[condition], chosen, done);
        int atom = atoms[condition];
        int result = chosen.test(atom) ? or(low, high) : node(atom, low, high);
        done.put(condition, result);
        return result;
    }

    /** A condition of this store in another one, atom by atom; {@code atom} gives each atom's condition there. */
    int transfer(int condition, Conditions to, IntUnaryOperator atom, Map<Integer, Integer> done) {
        if (condition <= TRUE) {
            return condition;
        }
        Integer known = done.get(condition);
        if (known != null) {
            return known;
        }
        int low = transfer(lows[condition], to, atom, done);
        int high = transfer(highs[condition], to, atom, done);
        int result = to.choose(atom.applyAsInt(atoms[condition]), high, low);
        done.put(condition, result);
        return result;
    }
}
