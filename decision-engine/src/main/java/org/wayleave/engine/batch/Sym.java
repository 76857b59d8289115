package org.wayleave.engine.batch;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** A value that may depend on the row. */
sealed interface Sym {
    /** The type, null where it is not known. */
    @Nullable
    RegoType type();

    /** The same value for every row. */
    record Known(RegoValue value) implements Sym {
        @Override
        public RegoType type() {
            return value.type();
        }
    }

    /** An object of the input. */
    record Part(Reading reading) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.OBJECT;
        }
    }

    /** An object of the input with other values at some keys. */
    record Overlay(Reading reading, Map<RegoValue, Cases> other) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.OBJECT;
        }
    }

    /** An array of strings of the input. */
    record Texts(Reading reading) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.ARRAY;
        }
    }

    /** A scalar of the input, or something of which nothing is known. */
    record Leaf(Reading reading) implements Sym {
        @Override
        public @Nullable RegoType type() {
            return switch (reading.shape()) {
                case Shape.Scalar s ->
                    switch (s.kind()) {
                        case TEXT -> RegoType.STRING;
                        case WHOLE, REAL -> RegoType.NUMBER;
                        case TRUTH -> RegoType.BOOLEAN;
                    };
                default -> null;
            };
        }
    }

    /** An array or set of the input of which only the type is known. */
    record Unread(Reading reading, RegoType type) implements Sym {}

    /** A walk over an array of strings: the strings that make a difference to what is done with an element. */
    final class Walk {
        private final Reading reading;
        private final TreeSet<String> texts = new TreeSet<>();
        private boolean exploring = true;

        Walk(Reading reading) {
            this.reading = reading;
        }

        Reading reading() {
            return reading;
        }

        SortedSet<String> texts() {
            return texts;
        }

        /** Whether the walk still finds out which strings matter, so that what is computed will be thrown away. */
        boolean exploring() {
            return exploring;
        }

        void explored() {
            exploring = false;
        }
    }

    /** Any element of a walk; once it is explored, any element that is none of its texts. */
    record Element(Walk walk) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.STRING;
        }
    }

    /** The place of an element of a walk. */
    record Place(Walk walk) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.NUMBER;
        }
    }

    /** A sum, difference or product of whole numbers that fits a {@code long}. */
    record Computed(Operation operation, Sym a, Sym b) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.NUMBER;
        }
    }

    /** Arithmetic on whole numbers. */
    enum Operation {
        PLUS,
        MINUS,
        TIMES
    }

    /** What a function gives; equal arguments give equal results. */
    record Applied(
            String function, List<Sym> arguments, @Nullable RegoType type) implements Sym {}

    /** How many members a set has. */
    record Count(SetOf set) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.NUMBER;
        }
    }

    /** A set: each member is in it where its condition holds. */
    record SetOf(List<Member> members) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.SET;
        }
    }

    /** A member of a set. */
    record Member(int condition, Sym value) {}

    /**
     * All that one body of a set of objections adds: one objection or more, of which only the rule is known.
     *
     * @param ask the number of the ask for it
     */
    record Objection(int ask, Known rule) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.OBJECT;
        }
    }

    /** An array with a fixed number of elements. */
    record ArrayOf(List<Cases> elements) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.ARRAY;
        }
    }

    /** An object: each key is there where its value is defined. */
    record ObjectOf(Map<RegoValue, Cases> entries) implements Sym {
        @Override
        public RegoType type() {
            return RegoType.OBJECT;
        }
    }
}
