package org.wayleave.engine.builtin.yaml;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import org.wayleave.engine.builtin.BuiltinException;

/** A YAML text and a place in it. Lines and columns count from 0; behind the end stand zeros. */
final class YamlText {
    private static final int NEXT_LINE = 0x85;

    private final int[] text;
    private int at;
    private int line;
    private int column;

    /**
     * A text at its start; a byte order mark in front is passed over.
     *
     * @throws BuiltinException when a character may not stand in YAML
     */
    YamlText(String text) {
        this.text = text.codePoints().toArray();
        for (int c : this.text) {
            if (!isAllowed(c)) {
                throw failed("yaml: control characters are not allowed");
            }
        }
        this.at = this.text.length > 0 && this.text[0] == 0xFEFF ? 1 : 0;
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c == NEXT_LINE
                || (c >= ' ' && c <= '~')
                || (c >= 0xA0 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    int index() {
        return at;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    /** The character here. */
    int peek() {
        return peek(0);
    }

    /** The character so many places ahead. */
    int peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] : 0;
    }

    boolean isEnd() {
        return at >= text.length;
    }

    boolean isBlank() {
        return isBlank(peek());
    }

    boolean isBreak() {
        return isBreak(peek());
    }

    /** Whether a blank, a line break or the end stands so many places ahead. */
    boolean isSpaceOrEnd(int ahead) {
        int c = peek(ahead);
        return isBlank(c) || isBreak(c) || c == 0;
    }

    boolean isBreakOrEnd() {
        return isBreak() || isEnd();
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBreak(int c) {
        return c == '\n' || c == '\r' || c == NEXT_LINE || c == 0x2028 || c == 0x2029;
    }

    /** Whether {@code ---} or {@code ...} stands here at the start of a line. */
    boolean isDocumentMark() {
        return column == 0
                && (peek() == '-' || peek() == '.')
                && peek(1) == peek()
                && peek(2) == peek()
                && isSpaceOrEnd(3);
    }

    void skip() {
        at++;
        column++;
    }

    void skip(int count) {
        at += count;
        column += count;
    }

    /** Passes over a character and gives it. */
    int take() {
        int c = peek();
        skip();
        return c;
    }

    /** Passes over a line break and gives what it stands for: a separator of lines or paragraphs itself, else a new line. */
    int takeBreak() {
        int c = peek();
        at += c == '\r' && peek(1) == '\n' ? 2 : 1;
        line++;
        column = 0;
        return c == 0x2028 || c == 0x2029 ? c : '\n';
    }

    void skipBlanks() {
        while (isBlank()) {
            skip();
        }
    }

    /** Passes over the rest of a line, not over its end. */
    void skipComment() {
        while (!isBreakOrEnd()) {
            skip();
        }
    }

    /** Passes over what may follow on a line: blanks and a comment, then its end. */
    void endLine(String context) {
        skipBlanks();
        if (peek() == '#') {
            skipComment();
        }
        if (!isBreakOrEnd()) {
            throw error(context + ": did not find expected comment or line break");
        }
        if (isBreak()) {
            takeBreak();
        }
    }

    BuiltinException error(String problem) {
        return failed("yaml: line " + (line + 1) + ": " + problem);
    }
}
