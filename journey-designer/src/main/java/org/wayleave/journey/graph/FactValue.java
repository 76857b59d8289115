package org.wayleave.journey.graph;

import java.math.BigDecimal;

/** A value that a fact about a person is compared with. */
public sealed interface FactValue {

    /** A word. */
    record Text(String text) implements FactValue {
        @Override
        public String words() {
            return text;
        }
    }

    /** A number, finite. */
    record Numeric(double number) implements FactValue {
        public Numeric {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("a number is finite: " + number);
            }
            number = number + 0.0;
        }

        @Override
        public String words() {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
    }

    /** Yes or no. */
    record Truth(boolean yes) implements FactValue {
        @Override
        public String words() {
            return yes ? "yes" : "no";
        }
    }

    /** What people read. */
    String words();

    /** A word as a value. */
    static FactValue of(String text) {
        return new Text(text);
    }

    /** A number as a value. */
    static FactValue of(double number) {
        return new Numeric(number);
    }

    /** Yes or no as a value. */
    static FactValue of(boolean yes) {
        return new Truth(yes);
    }
}
