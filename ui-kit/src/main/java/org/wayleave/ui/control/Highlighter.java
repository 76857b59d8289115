package org.wayleave.ui.control;

import java.util.List;

/**
 * Colours code line by line. A state carries over from line to line, so that a text over several lines, such as a raw
 * string, is coloured without reading the whole file again.
 */
@FunctionalInterface
public interface Highlighter {
    /** Colours nothing. */
    Highlighter NONE = (line, stateBefore) -> new Line(List.of(), 0);

    /**
     * Colours one line. Called often; must be quick and must depend on its arguments only.
     *
     * @param line the line without its end
     * @param stateBefore the state after the line above; 0 at the first line
     */
    Line highlight(String line, int stateBefore);

    /** What a piece of code is. */
    enum Kind {
        KEYWORD,
        STRING,
        NUMBER,
        COMMENT,
        BUILTIN,
        OPERATOR,
        TYPE
    }

    /**
     * A coloured piece of a line.
     *
     * @param start first character, from 0
     * @param end after the last character
     */
    record Span(int start, int end, Kind kind) {}

    /**
     * A coloured line.
     *
     * @param spans ascending, not overlapping
     * @param stateAfter given to the next line
     */
    record Line(List<Span> spans, int stateAfter) {}
}
