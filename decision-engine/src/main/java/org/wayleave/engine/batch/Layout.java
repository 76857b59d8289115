package org.wayleave.engine.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.wayleave.engine.batch.BatchColumn.Kind;
import org.wayleave.engine.batch.Sym.Computed;
import org.wayleave.engine.batch.Sym.Leaf;

/** The columns that a set of questions needs, in the order in which they first come up. */
final class Layout {
    private final Map<Reading, TreeSet<String>> texts = new LinkedHashMap<>();
    private final Map<Reading, Integer> places = new HashMap<>();
    private final List<BatchColumn> columns = new ArrayList<>();

    private final int given;

    /** Columns of the row first, then those of answers. */
    Layout(List<Atom> atoms) {
        atoms.forEach(this::note);
        texts.keySet().stream().filter(r -> !r.isAnswer()).forEach(this::add);
        given = columns.size();
        texts.keySet().stream().filter(Reading::isAnswer).forEach(this::add);
    }

    private void add(Reading reading) {
        places.put(reading, columns.size());
        columns.add(new BatchColumn(reading.toString(), kind(reading), List.copyOf(texts(reading))));
    }

    private void note(Atom atom) {
        switch (atom) {
            case Atom.Present a -> texts(a.reading());
            case Atom.TextIs a -> texts(a.reading()).add(a.text());
            case Atom.TypeIs a -> texts(a.reading());
            case Atom.Holds a -> texts(a.reading());
            case Atom.Has a -> texts(a.reading()).add(a.text());
            case Atom.HasOther a -> texts(a.reading()).addAll(a.texts());
            case Atom.Below a -> note(a.number());
            case Atom.BelowReal a -> texts(a.reading());
            case Atom.Less a -> {
                note(a.a());
                note(a.b());
            }
            case Atom.Unknown a -> throw new IllegalArgumentException("No column tells " + a.what() + ".");
        }
    }

    private void note(Sym number) {
        if (number instanceof Leaf leaf) {
            texts(leaf.reading());
        } else if (number instanceof Computed c) {
            note(c.a());
            note(c.b());
        }
    }

    private Set<String> texts(Reading reading) {
        return texts.computeIfAbsent(reading, r -> new TreeSet<>());
    }

    private static Kind kind(Reading reading) {
        return switch (reading.shape()) {
            case Shape.Texts t -> Kind.TEXTS;
            case Shape.Scalar s ->
                switch (s.kind()) {
                    case TEXT -> Kind.TEXT;
                    case WHOLE -> Kind.WHOLE;
                    case REAL -> Kind.REAL;
                    case TRUTH -> Kind.FLAG;
                };
            case Shape.Mixed m -> Kind.TYPE;
            default -> Kind.FLAG;
        };
    }

    List<BatchColumn> columns() {
        return columns;
    }

    /** The columns of the row; those of answers are left out. */
    List<BatchColumn> given() {
        return columns.subList(0, given);
    }

    BatchColumn column(Reading reading) {
        return columns.get(place(reading));
    }

    /** The place of a reading's column, -1 when it has none. */
    int place(Reading reading) {
        return places.getOrDefault(reading, -1);
    }

    /** The only column that a question is about; for a question about several, one after all columns. */
    int group(Atom atom) {
        return switch (atom) {
            case Atom.Present a -> place(a.reading());
            case Atom.TextIs a -> place(a.reading());
            case Atom.TypeIs a -> place(a.reading());
            case Atom.Holds a -> place(a.reading());
            case Atom.Has a -> place(a.reading());
            case Atom.HasOther a -> place(a.reading());
            case Atom.Below a -> a.number() instanceof Leaf leaf ? place(leaf.reading()) : columns.size();
            case Atom.BelowReal a -> place(a.reading());
            case Atom.Less a -> columns.size();
            case Atom.Unknown a -> throw new IllegalArgumentException("No column tells " + a.what() + ".");
        };
    }
}
