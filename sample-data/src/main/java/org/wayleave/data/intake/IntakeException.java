package org.wayleave.data.intake;

/** A file that cannot be taken in: what is wrong, where, and what to do. Nothing was taken in. */
public final class IntakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final int column;

    /** Says what is wrong with the file as a whole. */
    public IntakeException(String message) {
        super(message);
        line = 0;
        column = 0;
    }

    /** Says what is wrong with the file as a whole, and what brought it about. */
    public IntakeException(String message, Throwable cause) {
        super(message, cause);
        line = 0;
        column = 0;
    }

    /**
     * Says what is wrong in one place.
     *
     * @param line 1 for the first
     * @param column 1 for the first field of the line
     */
    public IntakeException(long line, int column, String message) {
        super("Line " + line + ", column " + column + ": " + message);
        this.line = line;
        this.column = column;
    }

    /** Returns the line, 1 for the first; 0 where it is about the whole file. */
    public long line() {
        return line;
    }

    /** Returns the number of the field in its line, 1 for the first; 0 where it is about the whole file. */
    public int column() {
        return column;
    }
}
