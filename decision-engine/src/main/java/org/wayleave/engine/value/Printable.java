package org.wayleave.engine.value;

/** Which characters stand for themselves in a quoted text, as Go's {@code strconv} has it. */
public final class Printable {
    private Printable() {}

    /**
     * Whether a code point is a letter, mark, number, sign or symbol, or the blank of ASCII.
     *
     * @param c the code point
     * @return whether it stands for itself
     */
    public static boolean is(int c) {
        if (c < 0x7F) {
            return c >= ' ';
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
