package org.wayleave.engine.compile;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Collections;
import java.util.List;
import org.wayleave.engine.evaluate.Evaluation;
import org.wayleave.engine.evaluate.ResultCache;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.value.KeyLookup;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
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
    static final ClassDesc LOOKUP = of(KeyLookup.class);
    static final ClassDesc LAYOUT = of(RegoObject.Layout.class);
    static final ClassDesc LOCATION = of(Location.class);
    static final ClassDesc BOOLEAN = of(RegoBoolean.class);
    static final ClassDesc TEXT = of(RegoString.class);
    static final ClassDesc CACHE = of(ResultCache.class);

    static final MethodTypeDesc VALUE_OF_ONE = MethodTypeDesc.of(VALUE, VALUE);
    static final MethodTypeDesc VALUE_OF_TWO = MethodTypeDesc.of(VALUE, VALUE, VALUE);
    static final MethodTypeDesc VALUE_OF_THREE = MethodTypeDesc.of(VALUE, VALUE, VALUE, VALUE);
    static final MethodTypeDesc TEST_OF_TWO = MethodTypeDesc.of(CD_boolean, VALUE, VALUE);
    static final MethodTypeDesc PART = MethodTypeDesc.of(CD_int, EVALUATION, VALUES);
    static final MethodTypeDesc ENTRY = MethodTypeDesc.of(CD_void, EVALUATION, VALUE, VALUE);
    static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_int, EVALUATION, VALUE, VALUE);
    static final MethodTypeDesc DISPATCH = MethodTypeDesc.of(VALUE, EVALUATION, CD_int, VALUE, VALUE);

    private Types() {}

    static ClassDesc of(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    /** The type of a function's method: the evaluation, then its parameters. */
    static MethodTypeDesc function(int parameters) {
        List<ClassDesc> values = Collections.nCopies(parameters, VALUE);
        return MethodTypeDesc.of(VALUE, values).insertParameterTypes(0, EVALUATION);
    }
}
