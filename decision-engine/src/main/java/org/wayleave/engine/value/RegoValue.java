package org.wayleave.engine.value;

import org.jspecify.annotations.Nullable;

/**
 * A value of Rego. Values are immutable and safe to share between threads; equality and order are Rego's: {@code 1}
 * equals {@code 1.0}, values of different types sort null, boolean, number, string, array, object, set.
 *
 * <p>{@link Object#toString()} gives the value as Rego source, as OPA's {@code sprintf("%v")} prints it.
 */
public sealed interface RegoValue extends Comparable<RegoValue>
        permits RegoNull, RegoBoolean, RegoNumber, RegoString, RegoArray, RegoObject, RegoSet {

    /** {@return the type, which is also the first sort key} */
    RegoType type();

    /**
     * What {@code value[key]} is.
     *
     * @param key an array's index, an object's key, a set's member
     * @return an array's element, an object's value, a set's member; null where it is undefined
     */
    default @Nullable RegoValue get(RegoValue key) {
        return null;
    }

    /** Makes a collection that is still growing final, with everything in it; other values are final from the start. */
    default void seal() {}
}
