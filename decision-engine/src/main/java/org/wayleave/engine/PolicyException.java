package org.wayleave.engine;

import org.jspecify.annotations.Nullable;

/** A policy that cannot be loaded, or a decision that cannot be made. The message is one line: what, where, what to do. */
public final class PolicyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    public enum Code {
        /** The bundle or plan is damaged, incomplete or beyond the limits. */
        BAD_BUNDLE("bad_bundle"),
        /** The plan holds a statement this engine does not know: it comes from a newer OPA. */
        NEWER_PLAN("newer_plan"),
        /** The plan calls a built-in function that is refused on purpose. */
        REFUSED_BUILTIN("refused_builtin"),
        /** The plan calls a built-in function that nobody has heard of. */
        UNKNOWN_BUILTIN("unknown_builtin"),
        /** The plan has no such entry point. */
        MISSING_ENTRYPOINT("missing_entrypoint"),
        /** Two results for one document or key. */
        CONFLICT("eval_conflict_error"),
        /** A built-in function got a value of a wrong type, under strict errors. */
        TYPE("eval_type_error"),
        /** A built-in function failed, under strict errors. */
        BUILTIN("eval_builtin_error"),
        /** The decision took more steps than allowed. */
        STEP_LIMIT("step_limit"),
        /** The decision took longer than allowed. */
        DEADLINE("deadline"),
        /** Values or calls are nested deeper than the engine follows. */
        TOO_DEEP("too_deep"),
        /** The engine broke one of its own rules; please report it. */
        INTERNAL("internal");

        private final String wireName;

        Code(String wireName) {
            this.wireName = wireName;
        }

        /** {@return the code as JSON output shows it; OPA's own code where OPA has one} */
        public String wireName() {
            return wireName;
        }
    }

    /** What went wrong. */
    private final Code code;

    /**
     * A failure.
     *
     * @param code what went wrong
     * @param message one line: what, where, what to do
     */
    public PolicyException(Code code, String message) {
        super(message);
        this.code = code;
    }

    /**
     * A failure that another one led to.
     *
     * @param code what went wrong
     * @param message one line: what, where, what to do
     * @param cause what led to it
     */
    public PolicyException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** {@return what went wrong} */
    public Code code() {
        return code;
    }
}
