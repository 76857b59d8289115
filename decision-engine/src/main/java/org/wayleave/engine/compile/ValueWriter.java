package org.wayleave.engine.compile;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Objects;
import org.wayleave.engine.plan.Statement;
import org.wayleave.engine.value.KeyLookup;
import org.wayleave.engine.value.KeyTables;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Writes statements that look into values and compare them. */
final class ValueWriter {
    private final MethodFrame frame;
    private final CodeBuilder code;
    private final KeyTables keyTables;

    ValueWriter(MethodFrame frame, KeyTables keyTables) {
        this.frame = frame;
        this.code = frame.code();
        this.keyTables = keyTables;
    }

    /** Replaces the value on the stack, which may be nothing, by what it has under a key. */
    private void lookup(RegoValue key) {
        code.ldc(frame.constants().of(new KeyLookup(key, keyTables), KeyLookup.class))
                .swap()
                .invokevirtual(Types.LOOKUP, "in", Types.VALUE_OF_ONE);
    }

    void dot(Statement.Dot s) {
        if (s.source() < 0) {
            frame.leave(0);
            return;
        }
        RegoValue key = frame.known(s.key());
        if (key != null && !(s.ofData() && !(key instanceof RegoString))) {
            code.ldc(frame.constants().of(new KeyLookup(key, keyTables), KeyLookup.class));
            frame.operand(s.source());
            code.invokevirtual(Types.LOOKUP, "in", Types.VALUE_OF_ONE);
        } else {
            frame.operand(s.source());
            frame.operand(s.key());
            frame.operation(s.ofData() ? "dotOfData" : "dot", Types.VALUE_OF_TWO);
        }
        frame.storeOrLeave(s.target());
    }

    void equal(int a, int b, boolean wanted) {
        RegoValue x = frame.known(a);
        RegoValue y = frame.known(b);
        Label otherwise = frame.undefined();
        if (x instanceof RegoBoolean || y instanceof RegoBoolean) {
            frame.operand(a);
            frame.operand(b);
            if (wanted) {
                code.if_acmpne(otherwise);
            } else {
                code.if_acmpeq(otherwise);
            }
            return;
        }
        if (x instanceof RegoString || y instanceof RegoString) {
            RegoValue text = x instanceof RegoString ? x : Objects.requireNonNull(y);
            frame.operand(x instanceof RegoString ? b : a);
            code.ldc(frame.constants().of(text, RegoString.class));
            frame.operation("isText", MethodTypeDesc.of(CD_boolean, Types.VALUE, Types.TEXT));
        } else {
            frame.operand(a);
            frame.operand(b);
            frame.operation("same", Types.TEST_OF_TWO);
        }
        if (wanted) {
            code.ifeq(otherwise);
        } else {
            code.ifne(otherwise);
        }
    }

    void isA(int source, ClassDesc type) {
        if (source < 0) {
            frame.leave(0);
            return;
        }
        frame.operand(source);
        code.instanceOf(type).ifeq(frame.undefined());
    }

    void isDefined(Statement.IsDefined s) {
        frame.load(s.source());
        code.ifnull(frame.undefined());
    }

    void isUndefined(Statement.IsUndefined s) {
        frame.load(s.source());
        code.ifnonnull(frame.undefined());
    }

    void length(Statement.Len s) {
        frame.operand(s.source());
        frame.operation("length", Types.VALUE_OF_ONE);
        frame.store(s.target());
    }

    /** Finds which bodies of an index can hold; returns the slot that then has their number. */
    int number(BodyIndex index) {
        int slot = frame.newSlot();
        code.ldc(frame.constants().of(index.numbers(), TextNumbers.class));
        frame.load(index.path().parameter());
        index.path().keys().forEach(this::lookup);
        code.invokevirtual(Types.of(TextNumbers.class), "of", MethodTypeDesc.of(CD_int, Types.VALUE))
                .istore(slot);
        return slot;
    }
}
