package org.wayleave.ui.form;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that a form asks for.
 *
 * @param <D> the document's immutable content
 */
public sealed interface Question<D> {
    /** Stable name within the form. */
    String id();

    /** The question, or the name of what is to be given. */
    String label();

    /** What a good answer says, one or two sentences. */
    String guidance();

    /** What is wrong with the answer in a document; empty when nothing is. */
    String problem(D document);

    /** Whether the document holds any answer. */
    boolean answered(D document);

    /**
     * How settled an answer is, chosen by whoever answers.
     *
     * @param options the values to choose from
     * @param enough the values that mean that nothing is left to do
     * @param <D> the document's immutable content
     */
    record Settled<D>(
            Function<D, String> get, BiFunction<D, String, D> with, List<FormOption> options, List<String> enough) {
        /** Copies the lists. */
        public Settled {
            options = List.copyOf(options);
            enough = List.copyOf(enough);
        }

        /** Whether the answer needs no more work. */
        public boolean isSettled(D document) {
            return enough.contains(get.apply(document));
        }
    }

    /**
     * A text.
     *
     * @param lines 1 for a single line, more for an area of that height
     * @param check what is wrong with the text; empty when nothing is
     * @param settled how settled the answer is, null when that is not asked
     */
    record Text<D>(
            String id,
            String label,
            String guidance,
            int lines,
            Function<D, String> get,
            BiFunction<D, String, D> with,
            Function<String, String> check,
            @Nullable Settled<D> settled)
            implements Question<D> {
        @Override
        public String problem(D document) {
            return check.apply(get.apply(document));
        }

        @Override
        public boolean answered(D document) {
            return !get.apply(document).isBlank();
        }
    }

    /** One of a few values. An empty value stands for no choice yet. */
    record Choice<D>(
            String id,
            String label,
            String guidance,
            List<FormOption> options,
            Function<D, String> get,
            BiFunction<D, String, D> with,
            Function<String, String> check)
            implements Question<D> {
        /** Copies the options. */
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String problem(D document) {
            return check.apply(get.apply(document));
        }

        @Override
        public boolean answered(D document) {
            return !get.apply(document).isEmpty();
        }
    }

    /** Any of some values, which may be known only while the form is open. */
    record Several<D>(
            String id,
            String label,
            String guidance,
            Options options,
            Function<D, List<String>> get,
            BiFunction<D, List<String>, D> with,
            Function<List<String>, String> check)
            implements Question<D> {
        @Override
        public String problem(D document) {
            return check.apply(get.apply(document));
        }

        @Override
        public boolean answered(D document) {
            return !get.apply(document).isEmpty();
        }
    }

    /** The values to choose from; called on the FX thread, so what must be looked up has been before. */
    @FunctionalInterface
    interface Options {
        /** The values now. */
        List<FormOption> now();
    }

    /**
     * Any number of rows.
     *
     * @param noun what a row is, such as "risk"
     * @param columns what each row asks for
     * @param blank a new row
     * @param check what is wrong with the rows; empty when nothing is
     * @param <R> a row's immutable content
     */
    record Rows<D, R>(
            String id,
            String label,
            String guidance,
            String noun,
            List<Column<R>> columns,
            R blank,
            Function<D, List<R>> get,
            BiFunction<D, List<R>, D> with,
            Function<List<R>, String> check)
            implements Question<D> {
        /** Copies the columns. */
        public Rows {
            columns = List.copyOf(columns);
        }

        @Override
        public String problem(D document) {
            return check.apply(get.apply(document));
        }

        @Override
        public boolean answered(D document) {
            return !get.apply(document).isEmpty();
        }
    }

    /**
     * One thing that a row asks for.
     *
     * @param wide whether it takes a line of its own
     * @param options the values to choose from; empty for free text
     * @param <R> the row's immutable content
     */
    record Column<R>(
            String id,
            String label,
            boolean wide,
            List<FormOption> options,
            Function<R, String> get,
            BiFunction<R, String, R> with) {
        /** Copies the options. */
        public Column {
            options = List.copyOf(options);
        }
    }
}
