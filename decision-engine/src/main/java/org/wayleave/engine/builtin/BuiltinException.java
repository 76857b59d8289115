package org.wayleave.engine.builtin;

import org.wayleave.engine.PolicyException;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** A built-in function that failed. Undefined unless errors are strict, so it is cheap: no stack trace. */
public final class BuiltinException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final PolicyException.Code code;

    private BuiltinException(PolicyException.Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** A failure of the function's own work. */
    public static BuiltinException failed(String message) {
        return new BuiltinException(PolicyException.Code.BUILTIN, message);
    }

    /** An argument of a wrong type; {@code position} counts from 1. */
    public static BuiltinException operand(int position, RegoValue got, RegoType... wanted) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < wanted.length; i++) {
            names.append(i == 0 ? "" : ", ").append(wanted[i].regoName());
        }
        return operand(
                position,
                "must be " + (wanted.length > 1 ? "one of {" + names + "}" : names) + " but got "
                        + got.type().regoName());
    }

    /** A collection argument with an element of a wrong type. */
    public static BuiltinException element(int position, RegoValue collection, RegoValue got, RegoType... wanted) {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < wanted.length; i++) {
            names.append(i == 0 ? "" : ", ").append(wanted[i].regoName());
        }
        return operand(
                position,
                "must be " + collection.type().regoName() + " of "
                        + (wanted.length > 1 ? "(any of) {" + names + "}" : names + "s") + " but got "
                        + collection.type().regoName() + " containing "
                        + got.type().regoName());
    }

    /** An argument that is of the right type but not right. */
    public static BuiltinException operand(int position, String problem) {
        return new BuiltinException(PolicyException.Code.TYPE, "operand " + position + " " + problem);
    }

    /** Arguments of types that do not go together. */
    public static BuiltinException type(String problem) {
        return new BuiltinException(PolicyException.Code.TYPE, problem);
    }

    public PolicyException.Code code() {
        return code;
    }
}
