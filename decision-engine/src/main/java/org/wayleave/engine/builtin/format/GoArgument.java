package org.wayleave.engine.builtin.format;

import java.math.BigInteger;
import java.util.List;

/** A value to print, of one of the types that reach Go's {@code fmt} from OPA. */
public sealed interface GoArgument {
    /** The name of its type. */
    String type();

    /** Nothing. */
    enum Nil implements GoArgument {
        VALUE;

        @Override
        public String type() {
            return "<nil>";
        }
    }

    /** True or false. */
    record Flag(boolean value) implements GoArgument {
        @Override
        public String type() {
            return "bool";
        }
    }

    /** A whole number of 64 bits; {@code type} is {@code int} or {@code int64}. */
    record Whole(long value, String type) implements GoArgument {}

    /** A whole number of any size. */
    record Big(BigInteger value) implements GoArgument {
        @Override
        public String type() {
            return "*big.Int";
        }
    }

    /** A double. */
    record Real(double value) implements GoArgument {
        @Override
        public String type() {
            return "float64";
        }
    }

    /** A complex number. */
    record Complex(double real, double imaginary) implements GoArgument {
        @Override
        public String type() {
            return "complex128";
        }
    }

    /** A text; {@code type} is {@code string} or {@code json.Number}. */
    record Text(String value, String type) implements GoArgument {}

    /** Values in a row. */
    record Row(List<GoArgument> items) implements GoArgument {
        @Override
        public String type() {
            return "[]interface {}";
        }
    }

    /** Values by name, in the order of their names. */
    record Fields(List<String> names, List<GoArgument> values) implements GoArgument {
        @Override
        public String type() {
            return "map[string]interface {}";
        }
    }
}
