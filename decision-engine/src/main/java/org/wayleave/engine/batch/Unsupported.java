package org.wayleave.engine.batch;

/** Something that is not followed in columns; rows that come to it are left to the compiled policy. */
final class Unsupported extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsupported(String what) {
        super(what, null, false, false);
    }
}
