package org.wayleave.engine.evaluate;

import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.Builtin;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.value.RegoValue;

/**
 * One call of a built-in function in compiled code, by its number of operands. A record, because the just-in-time
 * compiler takes the components of a constant record as constants too, and so knows the function.
 */
public sealed interface BuiltinCall {

    /** A call of any function. */
    record Any(String name, Builtin builtin, Location at) implements BuiltinCall {
        public @Nullable RegoValue call(Evaluation evaluation, RegoValue[] args) {
            return evaluation.call(name, builtin, args, at);
        }
    }

    /** A call of a function of one value. */
    record One(String name, Builtin.Unary builtin, Location at) implements BuiltinCall {
        public @Nullable RegoValue call(Evaluation evaluation, RegoValue a) {
            try {
                return builtin.call(a);
            } catch (BuiltinException e) {
                return evaluation.failed(name, e, at);
            }
        }
    }

    /** A call of a function of two values. */
    record Two(String name, Builtin.Binary builtin, Location at) implements BuiltinCall {
        public @Nullable RegoValue call(Evaluation evaluation, RegoValue a, RegoValue b) {
            try {
                return builtin.call(a, b);
            } catch (BuiltinException e) {
                return evaluation.failed(name, e, at);
            }
        }
    }

    /** A call of a function of three values. */
    record Three(String name, Builtin.Ternary builtin, Location at) implements BuiltinCall {
        public @Nullable RegoValue call(Evaluation evaluation, RegoValue a, RegoValue b, RegoValue c) {
            try {
                return builtin.call(a, b, c);
            } catch (BuiltinException e) {
                return evaluation.failed(name, e, at);
            }
        }
    }
}
