package org.wayleave.engine.batch;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wayleave.engine.batch.BatchColumn.Kind;
import org.wayleave.engine.batch.Sym.Computed;
import org.wayleave.engine.batch.Sym.Known;
import org.wayleave.engine.batch.Sym.Leaf;
import org.wayleave.engine.value.RegoNumber;

/** Writes conditions about the row of a loop; each is left on the stack as the {@code long} 1 or 0. */
final class ConditionWriter {
    private static final int LAST_BIT = 63;

    private final CodeBuilder code;
    private final Residual residual;
    private final Conditions conditions;
    private final Layout layout;
    private final TreeSet<Integer> columns = new TreeSet<>();
    private final Map<Integer, Integer> arrays = new HashMap<>();
    private final Map<Integer, Integer> values = new HashMap<>();
    private final Map<Integer, Integer> written = new HashMap<>(); // condition to local
    private final Map<Integer, Integer> uses = new HashMap<>();

    ConditionWriter(CodeBuilder code, Residual residual) {
        this.code = code;
        this.residual = residual;
        this.conditions = residual.conditions();
        this.layout = residual.layout();
    }

    /** Announces a condition that will be written. */
    void need(int condition) {
        if (condition <= Conditions.TRUE || uses.merge(condition, 1, Integer::sum) > 1) {
            return;
        }
        Atom atom = residual.atom(conditions.firstAtom(condition));
        if (isCoded(atom)) {
            columns.add(layout.group(atom));
            destinations(condition).keySet().forEach(this::need);
        } else {
            addColumns(atom);
            need(conditions.low(condition));
            need(conditions.high(condition));
        }
    }

    private void addColumns(Atom atom) {
        switch (atom) {
            case Atom.Below a -> addColumns(a.number());
            case Atom.Less a -> {
                addColumns(a.a());
                addColumns(a.b());
            }
            default -> columns.add(layout.group(atom));
        }
    }

    private void addColumns(Sym number) {
        if (number instanceof Leaf leaf) {
            columns.add(layout.place(leaf.reading()));
        } else if (number instanceof Computed c) {
            addColumns(c.a());
            addColumns(c.b());
        }
    }

    /** Puts the arrays of the needed columns into locals. */
    void loadArrays(int allColumns) {
        for (int column : columns) {
            int local = code.allocateLocal(TypeKind.REFERENCE);
            arrays.put(column, local);
            code.aload(allColumns)
                    .loadConstant(column)
                    .aaload()
                    .checkcast(BatchWriter.arrayType(layout.columns().get(column)))
                    .astore(local);
        }
    }

    /** Puts the values of a row into locals. */
    void loadRow(int row) {
        arrays.forEach((column, array) -> {
            code.aload(array).iload(row);
            switch (layout.columns().get(column).kind()) {
                case TEXT, FLAG, TYPE -> {
                    int local = code.allocateLocal(TypeKind.INT);
                    values.put(column, local);
                    code.iaload().istore(local);
                }
                case WHOLE, TEXTS -> {
                    int local = code.allocateLocal(TypeKind.LONG);
                    values.put(column, local);
                    code.laload().lstore(local);
                }
                case REAL -> {
                    int local = code.allocateLocal(TypeKind.DOUBLE);
                    values.put(column, local);
                    code.daload().dstore(local);
                }
            }
        });
    }

    private int value(int column) {
        return values.getOrDefault(column, -1);
    }

    /** Writes a condition; one that is used more than once is computed once. */
    void write(int condition) {
        if (condition <= Conditions.TRUE) {
            code.loadConstant((long) condition);
            return;
        }
        Integer local = written.get(condition);
        if (local != null) {
            code.lload(local);
            return;
        }
        writeChoice(condition);
        if (uses.getOrDefault(condition, 0) > 1) {
            int kept = code.allocateLocal(TypeKind.LONG);
            written.put(condition, kept);
            code.dup2().lstore(kept);
        }
    }

    private void writeChoice(int condition) {
        Atom atom = residual.atom(conditions.firstAtom(condition));
        if (!isCoded(atom)) {
            choose(() -> writeAtom(atom), conditions.high(condition), conditions.low(condition));
            return;
        }
        int code = value(layout.group(atom));
        Map<Integer, Long> destinations = destinations(condition);
        if (destinations.size() == 2) {
            var both = destinations.entrySet().iterator();
            var first = both.next();
            var second = both.next();
            if (first.getKey() == Conditions.FALSE) {
                choose(() -> writeCodeIn(code, second.getValue()), second.getKey(), first.getKey());
            } else {
                choose(() -> writeCodeIn(code, first.getValue()), first.getKey(), second.getKey());
            }
            return;
        }
        boolean more = false;
        for (var destination : destinations.entrySet()) {
            if (destination.getKey() != Conditions.FALSE) {
                writeCodeIn(code, destination.getValue());
                if (destination.getKey() != Conditions.TRUE) {
                    write(destination.getKey());
                    this.code.land();
                }
                if (more) {
                    this.code.lor();
                }
                more = true;
            }
        }
    }

    /** The bit of a code in a set of codes. */
    private void writeCodeIn(int local, long codes) {
        code.loadConstant(codes).iload(local).lushr().lconst_1().land();
    }

    /** One condition where a bit is set, another where it is not. */
    private void choose(Runnable bit, int high, int low) {
        bit.run();
        if (high == Conditions.TRUE && low == Conditions.FALSE) {
            return;
        }
        if (low == Conditions.FALSE) {
            write(high);
            code.land();
        } else if (high == Conditions.TRUE) {
            write(low);
            code.lor();
        } else if (high == Conditions.FALSE) {
            code.lconst_1().lxor();
            if (low != Conditions.TRUE) {
                write(low);
                code.land();
            }
        } else if (low == Conditions.TRUE) {
            code.lconst_1().lxor();
            write(high);
            code.lor();
        } else {
            write(high);
            write(low);
            int otherwise = code.allocateLocal(TypeKind.LONG);
            code.dup2().lstore(otherwise).lxor().land().lload(otherwise).lxor();
        }
    }

    /** Whether the values of the column are few, so that a question about it is a set of codes. */
    private boolean isCoded(Atom atom) {
        int group = layout.group(atom);
        if (group == layout.columns().size()) {
            return false;
        }
        Kind kind = layout.columns().get(group).kind();
        return kind == Kind.TEXT || kind == Kind.FLAG || kind == Kind.TYPE;
    }

    /** Where each code of the first column leads: what remains, with the set of codes. */
    private Map<Integer, Long> destinations(int condition) {
        int group = layout.group(residual.atom(conditions.firstAtom(condition)));
        BatchColumn column = layout.columns().get(group);
        Map<Integer, Long> destinations = new LinkedHashMap<>();
        for (int i = 0; i <= column.noCode(); i++) {
            int remains = condition;
            while (remains > Conditions.TRUE) {
                Atom atom = residual.atom(conditions.firstAtom(remains));
                if (layout.group(atom) != group) {
                    break;
                }
                remains = holds(atom, column, i) ? conditions.high(remains) : conditions.low(remains);
            }
            destinations.merge(remains, 1L << i, (a, b) -> a | b);
        }
        return new TreeMap<>(destinations);
    }

    private static boolean holds(Atom atom, BatchColumn column, int value) {
        return switch (atom) {
            case Atom.TextIs a -> value == column.code(a.text());
            case Atom.Holds a -> value == BatchColumn.TRUE;
            case Atom.TypeIs a -> value == BatchColumn.code(a.type());
            case Atom.Present a -> value != column.noCode();
            default -> throw new IllegalStateException(atom + " is no question about a code.");
        };
    }

    private void writeAtom(Atom atom) {
        int local = value(layout.group(atom));
        switch (atom) {
            case Atom.Below a -> {
                writeLess(a.number(), new Known(RegoNumber.of(a.bound())));
            }
            case Atom.Less a -> {
                writeLess(a.a(), a.b());
            }
            case Atom.BelowReal a ->
                code.dload(local)
                        .loadConstant(a.bound())
                        .dcmpg()
                        .i2l()
                        .loadConstant(LAST_BIT)
                        .lushr();
            case Atom.Has a -> {
                code.lload(local)
                        .loadConstant(layout.column(a.reading()).code(a.text()))
                        .lushr()
                        .lconst_1()
                        .land();
            }
            case Atom.HasOther a -> {
                BatchColumn column = layout.column(a.reading());
                long others = column.otherBit();
                for (String text : column.texts()) {
                    others |= a.texts().contains(text) ? 0 : column.bit(text);
                }
                code.lload(local).loadConstant(others).land();
                writeIsNotZero();
            }
            case Atom.Present a -> writePresent(layout.column(a.reading()), local);
            default -> throw new IllegalStateException(atom + " is a question about a code.");
        }
    }

    /** The sign of the difference, where that cannot overflow. */
    private void writeLess(Sym a, Sym b) {
        writeNumber(a);
        writeNumber(b);
        if (Numbers.differ(a, b)) {
            code.lsub();
        } else {
            code.lcmp().i2l();
        }
        code.loadConstant(LAST_BIT).lushr();
    }

    private void writePresent(BatchColumn column, int local) {
        switch (column.kind()) {
            case WHOLE, TEXTS -> {
                code.lload(local).loadConstant(Long.MIN_VALUE).lxor();
                writeIsNotZero();
            }
            default -> code.dload(local).dload(local).dcmpg().i2l().lconst_1().lxor();
        }
    }

    private void writeIsNotZero() {
        code.dup2().lneg().lor().loadConstant(LAST_BIT).lushr();
    }

    /** Within the bounds that are known of it, nothing overflows. */
    private void writeNumber(Sym number) {
        switch (number) {
            case Leaf leaf -> code.lload(value(layout.place(leaf.reading())));
            case Known known -> code.loadConstant(((RegoNumber) known.value()).longValue());
            case Computed c -> {
                writeNumber(c.a());
                writeNumber(c.b());
                switch (c.operation()) {
                    case PLUS -> code.ladd();
                    case MINUS -> code.lsub();
                    case TIMES -> code.lmul();
                }
            }
            default -> throw new IllegalStateException(number + " is no number of columns.");
        }
    }
}
