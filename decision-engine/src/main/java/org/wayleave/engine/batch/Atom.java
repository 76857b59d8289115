package org.wayleave.engine.batch;

import java.util.List;
import java.util.Set;
import org.wayleave.engine.value.RegoType;

/** A question about a row with the answer yes or no. */
sealed interface Atom {
    /** Whether there is something at an optional place. */
    record Present(Reading reading) implements Atom {}

    /** Whether a string is this one. */
    record TextIs(Reading reading, String text) implements Atom {}

    /** Whether a value is of a type. */
    record TypeIs(Reading reading, RegoType type) implements Atom {}

    /** Whether a boolean is true. */
    record Holds(Reading reading) implements Atom {}

    /** Whether an array of strings has this one. */
    record Has(Reading reading, String text) implements Atom {}

    /** Whether an array of strings has one that is none of these. */
    record HasOther(Reading reading, Set<String> texts) implements Atom {}

    /** Whether a whole number is less than a bound. */
    record Below(Sym number, long bound) implements Atom {}

    /** Whether a double is less than a bound. */
    record BelowReal(Reading reading, double bound) implements Atom {}

    /** Whether the first of two whole numbers is less. */
    record Less(Sym a, Sym b) implements Atom {}

    /** Whether something holds that columns do not tell; what depends on it is left to the compiled policy. */
    record Unknown(String what, List<Sym> about) implements Atom {}
}
