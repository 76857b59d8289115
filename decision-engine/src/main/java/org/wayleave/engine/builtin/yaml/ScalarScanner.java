package org.wayleave.engine.builtin.yaml;

/** Reads scalars: plain ones, quoted ones and blocks (YAML 1.1, chapter 9), lines folded as they are read. */
final class ScalarScanner {
    private static final String FLOW_ENDS = ",?[]{}";
    private static final String ESCAPES = "0abt\tnvfre \"'\\N_LP";
    private static final String ESCAPED = "\0\u0007\b\t\t\n\u000B\f\r\u001B \"'\\\u0085\u00A0\u2028\u2029";

    private final YamlText text;

    ScalarScanner(YamlText text) {
        this.text = text;
    }

    /** Blanks and line breaks between two pieces of a scalar. */
    private static final class Gap {
        private final StringBuilder blanks = new StringBuilder();
        private final StringBuilder breaks = new StringBuilder();
        private int first; // the first line break, 0 where there is none

        boolean hasBreak() {
            return first != 0;
        }

        void addBreak(int c) {
            if (first == 0) {
                first = c;
                blanks.setLength(0);
            } else {
                breaks.appendCodePoint(c);
            }
        }

        /** Appends what the gap stands for: one new line is a blank, each further one stays. */
        void moveTo(StringBuilder out) {
            if (first == '\n') {
                out.append(breaks.isEmpty() ? " " : breaks);
            } else if (first != 0) {
                out.appendCodePoint(first).append(breaks);
            } else {
                out.append(blanks);
            }
            blanks.setLength(0);
            breaks.setLength(0);
            first = 0;
        }
    }

    /**
     * A plain scalar.
     *
     * @param text what was read
     * @param endsLine whether it goes up to the end of its line, so that a key may follow
     */
    record Plain(String text, boolean endsLine) {}

    /** Reads a plain scalar inside a block that is indented so far, -1 for none. */
    Plain plain(int indent, boolean inFlow) {
        StringBuilder out = new StringBuilder();
        Gap gap = new Gap();
        while (!text.isDocumentMark() && text.peek() != '#') {
            while (!text.isSpaceOrEnd(0) && !endsPlain(inFlow)) {
                gap.moveTo(out);
                out.appendCodePoint(text.take());
            }
            if (!text.isBlank() && !text.isBreak()) {
                break;
            }
            while (text.isBlank() || text.isBreak()) {
                if (text.isBreak()) {
                    gap.addBreak(text.takeBreak());
                } else if (!gap.hasBreak()) {
                    gap.blanks.appendCodePoint(text.take());
                } else if (text.peek() == '\t' && text.column() <= indent) {
                    throw text.error("found a tab character that violates indentation");
                } else {
                    text.skip();
                }
            }
            if (!inFlow && text.column() <= indent) {
                break;
            }
        }
        return new Plain(out.toString(), gap.hasBreak());
    }

    private boolean endsPlain(boolean inFlow) {
        int c = text.peek();
        return (c == ':' && text.isSpaceOrEnd(1)) || (inFlow && FLOW_ENDS.indexOf(c) >= 0);
    }

    /** Reads a scalar in single or double quotes. */
    String quoted() {
        int quote = text.take();
        StringBuilder out = new StringBuilder();
        while (true) {
            if (text.isDocumentMark()) {
                throw text.error("found unexpected document indicator");
            }
            if (text.isEnd()) {
                throw text.error("found unexpected end of stream");
            }
            boolean joined = quotedPiece(quote, out);
            if (text.peek() == quote) {
                text.skip();
                return out.toString();
            }
            quotedGap(joined, out);
        }
    }

    /** Reads up to a blank, a line break or the quote; true when a line break was escaped. */
    private boolean quotedPiece(int quote, StringBuilder out) {
        while (!text.isSpaceOrEnd(0)) {
            int c = text.peek();
            if (quote == '\'' && c == '\'' && text.peek(1) == '\'') {
                out.append('\'');
                text.skip(2);
            } else if (c == quote) {
                return false;
            } else if (quote == '"' && c == '\\') {
                text.skip();
                if (text.isBreak()) {
                    text.takeBreak();
                    return true;
                }
                escape(out);
            } else {
                out.appendCodePoint(text.take());
            }
        }
        return false;
    }

    private void quotedGap(boolean joined, StringBuilder out) {
        Gap gap = new Gap();
        StringBuilder further = new StringBuilder();
        while (text.isBlank() || text.isBreak()) {
            if (text.isBreak()) {
                if (joined) {
                    further.appendCodePoint(text.takeBreak());
                } else {
                    gap.addBreak(text.takeBreak());
                }
            } else if (joined || gap.hasBreak()) {
                text.skip();
            } else {
                gap.blanks.appendCodePoint(text.take());
            }
        }
        if (joined) {
            out.append(further);
        } else {
            gap.moveTo(out);
        }
    }

    private void escape(StringBuilder out) {
        int c = text.peek();
        int known = c == 0 ? -1 : ESCAPES.indexOf(c);
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (known < 0 && digits == 0) {
            throw text.error("found unknown escape character");
        }
        text.skip();
        if (known >= 0) {
            out.append(ESCAPED.charAt(known));
            return;
        }
        long value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = text.peek() < 0x80 ? Character.digit(text.peek(), 16) : -1;
            if (digit < 0) {
                throw text.error("did not find expected hexdecimal number");
            }
            value = value * 16 + digit;
            text.skip();
        }
        if (value > Character.MAX_CODE_POINT || (value >= 0xD800 && value <= 0xDFFF)) {
            throw text.error("found invalid Unicode character escape code");
        }
        out.appendCodePoint((int) value);
    }

    /** Reads a block scalar inside a block that is indented so far, -1 for none. */
    String block(int parentIndent) {
        boolean literal = text.take() == '|';
        int chomping = 0;
        int increment = 0;
        for (int i = 0; i < 2; i++) {
            int c = text.peek();
            if ((c == '+' || c == '-') && chomping == 0) {
                chomping = text.take();
            } else if (c >= '0' && c <= '9' && increment == 0) {
                if (c == '0') {
                    throw text.error("found an indentation indicator equal to 0");
                }
                increment = text.take() - '0';
            }
        }
        text.endLine("while scanning a block scalar");
        int indent = increment > 0 ? Math.max(parentIndent, 0) + increment : 0;
        StringBuilder breaks = new StringBuilder();
        indent = emptyLines(indent, parentIndent, breaks);
        StringBuilder out = new StringBuilder();
        int lineBreak = 0; // of the line before
        boolean indented = false;
        while (text.column() == indent && !text.isEnd()) {
            boolean more = text.isBlank();
            if (!literal && lineBreak == '\n' && !indented && !more) {
                out.append(breaks.isEmpty() ? " " : "");
            } else if (lineBreak != 0) {
                out.appendCodePoint(lineBreak);
            }
            out.append(breaks);
            breaks.setLength(0);
            indented = more;
            while (!text.isBreakOrEnd()) {
                out.appendCodePoint(text.take());
            }
            lineBreak = text.isBreak() ? text.takeBreak() : 0;
            indent = emptyLines(indent, parentIndent, breaks);
        }
        if (chomping != '-' && lineBreak != 0) {
            out.appendCodePoint(lineBreak);
        }
        return chomping == '+' ? out.append(breaks).toString() : out.toString();
    }

    /** Passes over indentation and empty lines; gives the indentation, found out here where it is still 0. */
    private int emptyLines(int indent, int parentIndent, StringBuilder breaks) {
        int deepest = 0;
        while (true) {
            while ((indent == 0 || text.column() < indent) && text.peek() == ' ') {
                text.skip();
            }
            deepest = Math.max(deepest, text.column());
            if ((indent == 0 || text.column() < indent) && text.peek() == '\t') {
                throw text.error("found a tab character where an indentation space is expected");
            }
            if (!text.isBreak()) {
                return indent == 0 ? Math.max(1, Math.max(deepest, parentIndent + 1)) : indent;
            }
            breaks.appendCodePoint(text.takeBreak());
        }
    }
}
