package org.wayleave.engine.compile;

import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/** Writes statements that make and fill collections. */
final class CollectionWriter {
    private final MethodFrame frame;
    private final CodeBuilder code;

    CollectionWriter(MethodFrame frame) {
        this.frame = frame;
        this.code = frame.code();
    }

    /** Writes an object that is made and filled at once with known keys; returns of how many statements, 0 for none. */
    int write(List<Statement> statements, int from) {
        if (!(statements.get(from) instanceof Statement.MakeObject make)) {
            return 0;
        }
        int n = Filling.length(statements, from);
        if (n == 1) {
            return 0;
        }
        List<RegoValue> keys = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        for (Statement statement : statements.subList(from + 1, from + n)) {
            Statement.ObjectInsert insert = (Statement.ObjectInsert) statement;
            RegoValue key = frame.known(insert.key());
            if (key == null || keys.contains(key)) {
                return 0;
            }
            keys.add(key);
            values.add(insert.value());
        }
        RegoObject.Layout layout = RegoObject.Layout.of(keys.toArray(RegoValue[]::new));
        code.ldc(frame.constants().of(layout, RegoObject.Layout.class));
        frame.array(values);
        code.invokevirtual(Types.LAYOUT, "object", MethodTypeDesc.of(Types.OBJECT, Types.VALUES));
        frame.store(make.target());
        return n;
    }

    void make(Statement.MakeArray s) {
        code.loadConstant(s.capacity()).invokestatic(Types.ARRAY, "open", MethodTypeDesc.of(Types.ARRAY, CD_int));
        frame.store(s.target());
    }

    void make(Statement.MakeObject s) {
        code.invokestatic(Types.OBJECT, "open", MethodTypeDesc.of(Types.OBJECT));
        frame.store(s.target());
    }

    void make(Statement.MakeSet s) {
        code.invokestatic(Types.SET, "open", MethodTypeDesc.of(Types.SET));
        frame.store(s.target());
    }

    void append(Statement.ArrayAppend s) {
        frame.load(s.array());
        frame.operand(s.value());
        frame.operation("append", Types.VALUE_OF_TWO);
        frame.store(s.array());
    }

    void add(Statement.SetAdd s) {
        frame.load(s.set());
        frame.operand(s.value());
        frame.operation("add", Types.VALUE_OF_TWO);
        frame.store(s.set());
    }

    void insert(Statement.ObjectInsert s) {
        frame.load(s.object());
        frame.operand(s.key());
        frame.operand(s.value());
        frame.operation("insert", Types.VALUE_OF_THREE);
        frame.store(s.object());
    }

    void insert(Statement.ObjectInsertOnce s) {
        frame.load(s.object());
        frame.operand(s.key());
        frame.operand(s.value());
        frame.location(s.location());
        frame.operation(
                "insertOnce", MethodTypeDesc.of(Types.VALUE, Types.VALUE, Types.VALUE, Types.VALUE, Types.LOCATION));
        frame.store(s.object());
    }
}
