package org.wayleave.engine.compile;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Objects that compiled code loads as constants: the class data of its hidden class. */
final class Constants {
    private static final DirectMethodHandleDesc CLASS_DATA_AT = MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            ClassDesc.of(MethodHandles.class.getName()),
            "classDataAt",
            MethodTypeDesc.of(
                    ConstantDescs.CD_Object,
                    ConstantDescs.CD_MethodHandles_Lookup,
                    ConstantDescs.CD_String,
                    ConstantDescs.CD_Class,
                    ConstantDescs.CD_int));

    private final List<Object> objects = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> places = new IdentityHashMap<>();
    private final Map<String, Integer> values = new HashMap<>();

    /** A constant of a class. */
    DynamicConstantDesc<?> of(Object object, Class<?> type) {
        int place = places.computeIfAbsent(object, o -> {
            objects.add(o);
            return objects.size() - 1;
        });
        return DynamicConstantDesc.ofNamed(
                CLASS_DATA_AT,
                ConstantDescs.DEFAULT_NAME,
                type.describeConstable().orElseThrow(),
                place);
    }

    /** A constant value; equal scalars with the same text share a place. */
    DynamicConstantDesc<?> of(RegoValue value) {
        boolean scalar = value.type().compareTo(RegoType.STRING) <= 0;
        Integer known = scalar ? values.get(value.type() + " " + value) : null;
        Object object = known == null ? value : objects.get(known);
        DynamicConstantDesc<?> constant = of(object, RegoValue.class);
        if (scalar) {
            values.put(value.type() + " " + value, Objects.requireNonNull(places.get(object)));
        }
        return constant;
    }

    /** All objects, in the order of their places. */
    List<Object> objects() {
        // Class data must not be empty for its accessor to be asked.
        return objects.isEmpty() ? List.of(RegoNull.NULL) : List.copyOf(objects);
    }
}
