package org.wayleave.engine.compile;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.List;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoValue;

/** Names of classes and method types in compiled code. */
final class Types {
    static final ClassDesc CODE = ClassDesc.of(Types.class.getPackageName() + ".PolicyCode");
    static final ClassDesc COMPILED = of(CompiledPolicy.class);
    static final ClassDesc OPERATIONS = of(Operations.class);
    static final ClassDesc EVALUATION = of(Evaluation.class);
    static final ClassDesc VALUE = of(RegoValue.class);
    static final ClassDesc VALUES = VALUE.arrayType();
    static final ClassDesc ARRAY = of(RegoArray.class);
    static final ClassDesc OBJECT = of(RegoObject.class);
    static final ClassDesc SET = of(RegoSet.class);
    static final ClassDesc LOOKUP = of(RegoObject.Lookup.class);
    static final ClassDesc LAYOUT = of(RegoObject.Layout.class);
    static final ClassDesc LOCATION = of(Location.class);
    static final ClassDesc BUILTIN = of(Builtin.class);
    static final ClassDesc UNARY = of(Builtin.Unary.class);
    static final ClassDesc BINARY = of(Builtin.Binary.class);

    static final MethodTypeDesc VALUE_OF_NOTHING = MethodTypeDesc.of(VALUE);
    static final MethodTypeDesc VALUE_OF_ONE = MethodTypeDesc.of(VALUE, VALUE);
    static final MethodTypeDesc VALUE_OF_TWO = MethodTypeDesc.of(VALUE, VALUE, VALUE);
    static final MethodTypeDesc SAME = MethodTypeDesc.of(CD_boolean, VALUE, VALUE);
    static final MethodTypeDesc PART = MethodTypeDesc.of(CD_int, EVALUATION, VALUES);
    static final MethodTypeDesc ENTRY = MethodTypeDesc.of(CD_void, EVALUATION, VALUE, VALUE);
    static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_int, EVALUATION, VALUE, VALUE);
    static final MethodTypeDesc DISPATCH = MethodTypeDesc.of(VALUE, EVALUATION, CD_int, VALUE, VALUE);
    static final MethodTypeDesc CALL = MethodTypeDesc.of(VALUE, CD_String, BUILTIN, VALUES, LOCATION);
    static final MethodTypeDesc CALL_UNARY = MethodTypeDesc.of(VALUE, CD_String, UNARY, VALUE, LOCATION);
    static final MethodTypeDesc CALL_BINARY = MethodTypeDesc.of(VALUE, CD_String, BINARY, VALUE, VALUE, LOCATION);
    static final ClassDesc ANY = CD_Object;

    private Types() {}

    private static ClassDesc of(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** The type of a function's method: the evaluation, then its parameters. */
    static MethodTypeDesc function(int parameters) {
        List<ClassDesc> values = Collections.nCopies(parameters, VALUE);
        return MethodTypeDesc.of(VALUE, values).insertParameterTypes(0, EVALUATION);
    }
}
