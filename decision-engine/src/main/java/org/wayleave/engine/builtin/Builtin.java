package org.wayleave.engine.builtin;

import org.jspecify.annotations.Nullable;
import org.wayleave.engine.value.RegoValue;

/**
 * A built-in function. It returns null where its result is undefined and throws {@link BuiltinException} where it
 * fails, which means undefined unless errors are strict. Implementations keep no state; what lasts for one decision
 * lies in the {@link BuiltinContext}.
 */
@FunctionalInterface
public interface Builtin {
    @Nullable
    RegoValue call(BuiltinContext context, RegoValue[] args);

    /** A function of one value that needs no context. */
    interface Unary extends Builtin {
        @Nullable
        RegoValue call(RegoValue a);

        @Override
        default @Nullable RegoValue call(BuiltinContext context, RegoValue[] args) {
            return call(args[0]);
        }
    }

    /** A function of two values that needs no context. */
    interface Binary extends Builtin {
        @Nullable
        RegoValue call(RegoValue a, RegoValue b);

        @Override
        default @Nullable RegoValue call(BuiltinContext context, RegoValue[] args) {
            return call(args[0], args[1]);
        }
    }

    /** A function of three values that needs no context. */
    interface Ternary extends Builtin {
        @Nullable
        RegoValue call(RegoValue a, RegoValue b, RegoValue c);

        @Override
        default @Nullable RegoValue call(BuiltinContext context, RegoValue[] args) {
            return call(args[0], args[1], args[2]);
        }
    }
}
