package org.wayleave.engine.batch;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Writes the conditions of a residual as bytecode: one loop over the rows for as many outputs as fit, each condition as
 * arithmetic on bits without a branch, since what people consented to is not what a processor can foresee.
 */
final class BatchWriter {
    /** A loop with more nodes would outgrow what HotSpot compiles. */
    static final int MOST_NODES = 400;

    static final ClassDesc CODE = ClassDesc.of(BatchWriter.class.getPackageName() + ".BatchLoops");
    static final MethodTypeDesc RUN =
            MethodTypeDesc.of(CD_void, CD_Object.arrayType(), CD_int, CD_int, CD_long.arrayType(), CD_int.arrayType());

    private static final int PUBLIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC;
    private static final int STATIC = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;

    private final Residual residual;
    private final int words;
    private final List<List<Output>> loops = new ArrayList<>();

    /**
     * Outputs to be written; throws {@link Conditions.TooMany} when one alone is too large for a loop.
     *
     * @param words words of fired rules a row
     */
    BatchWriter(Residual residual, List<Output> outputs, int words) {
        this.residual = residual;
        this.words = words;
        BitSet nodes = new BitSet();
        List<Output> loop = new ArrayList<>();
        for (Output output : outputs) {
            BitSet more = residual.conditions().nodesOf(output.condition());
            nodes.or(more);
            if (more.cardinality() > MOST_NODES) {
                throw new Conditions.TooMany("more than " + MOST_NODES + " nodes for the condition of one rule");
            }
            if (nodes.cardinality() > MOST_NODES && !loop.isEmpty()) {
                loops.add(loop);
                loop = new ArrayList<>();
                nodes = more;
            }
            loop.add(output);
        }
        if (!loop.isEmpty()) {
            loops.add(loop);
        }
    }

    /** The loops, ready to run. */
    BatchCode define() {
        try {
            return (BatchCode) MethodHandles.lookup()
                    .defineHiddenClass(write(), true)
                    .lookupClass()
                    .getConstructor()
                    .newInstance();
        } catch (IllegalAccessException
                | NoSuchMethodException
                | InstantiationException
                | InvocationTargetException e) {
            throw new IllegalStateException("The compiled batch is refused: " + e.getMessage(), e);
        }
    }

    /** The bytes of the class file. */
    byte[] write() {
        return ClassFile.of().build(CODE, this::write);
    }

    private void write(ClassBuilder builder) {
        builder.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER | ClassFile.ACC_SYNTHETIC)
                .withInterfaceSymbols(BatchCode.class.describeConstable().orElseThrow());
        builder.withMethodBody(
                ConstantDescs.INIT_NAME,
                ConstantDescs.MTD_void,
                PUBLIC,
                code -> code.aload(0)
                        .invokespecial(CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                        .return_());
        builder.withMethodBody("run", RUN, PUBLIC, code -> {
            for (int i = 0; i < loops.size(); i++) {
                code.aload(1).iload(2).iload(3).aload(4).aload(5).invokestatic(CODE, "loop" + i, RUN);
            }
            code.return_();
        });
        for (int i = 0; i < loops.size(); i++) {
            List<Output> outputs = loops.get(i);
            builder.withMethodBody("loop" + i, RUN, STATIC, code -> writeLoop(code, outputs));
        }
    }

    private void writeLoop(CodeBuilder code, List<Output> outputs) {
        ConditionWriter conditions = new ConditionWriter(code, residual);
        outputs.forEach(output -> conditions.need(output.condition()));
        conditions.loadArrays(0);
        int row = code.allocateLocal(java.lang.classfile.TypeKind.INT);
        code.iload(1).istore(row);
        var next = code.newBoundLabel();
        var end = code.newLabel();
        code.iload(row).iload(2).if_icmpge(end);
        conditions.loadRow(row);
        for (int word = 0; word < words; word++) {
            int here = word;
            List<Output> mine = outputs.stream().filter(o -> o.word() == here).toList();
            if (!mine.isEmpty()) {
                code.aload(3);
                writeIndex(code, row, word);
                code.dup2().laload();
                writeBits(code, conditions, mine);
                code.lastore();
            }
        }
        List<Output> verdict =
                outputs.stream().filter(o -> o.word() == Output.VERDICT).toList();
        if (!verdict.isEmpty()) {
            code.aload(4).iload(row).dup2().iaload().i2l();
            writeBits(code, conditions, verdict);
            code.l2i().iastore();
        }
        code.iinc(row, 1).goto_(next).labelBinding(end).return_();
    }

    private void writeIndex(CodeBuilder code, int row, int word) {
        code.iload(row);
        if (words > 1) {
            code.loadConstant(words).imul().loadConstant(word).iadd();
        }
    }

    /** Adds the bits of outputs that hold to the word on the stack. */
    private static void writeBits(CodeBuilder code, ConditionWriter conditions, List<Output> outputs) {
        for (Output output : outputs) {
            conditions.write(output.condition());
            code.lneg().loadConstant(output.bit()).land().lor();
        }
    }

    static ClassDesc arrayType(BatchColumn column) {
        return switch (column.kind()) {
            case TEXT, FLAG, TYPE -> CD_int.arrayType();
            case WHOLE, TEXTS -> CD_long.arrayType();
            case REAL -> CD_double.arrayType();
        };
    }
}
