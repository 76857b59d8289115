package org.wayleave.engine.builtin.template;

/**
 * A piece of a template's text.
 *
 * @param text the piece itself; of a text outside actions, after trimming
 */
record Token(Kind kind, String text) {
    enum Kind {
        TEXT,
        LEFT,
        RIGHT,
        SPACE,
        ASSIGN,
        DECLARE,
        PIPE,
        OPEN,
        CLOSE,
        STRING,
        RAW_STRING,
        CHARACTER,
        NUMBER,
        DOT,
        FIELD,
        VARIABLE,
        WORD,
        COMMA,
        OTHER,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
