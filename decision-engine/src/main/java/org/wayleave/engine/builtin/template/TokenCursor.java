package org.wayleave.engine.builtin.template;

import java.util.List;
import org.wayleave.engine.builtin.BuiltinException;

/** A place among the tokens of a template, and how deep in its actions that is. */
final class TokenCursor {
    /** Deeper than any template that somebody wrote. */
    private static final int MAX_DEPTH = 200;

    private final List<Token> tokens;
    private int at;
    private int depth;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    void enter() {
        if (++depth > MAX_DEPTH) {
            throw TemplateParser.bad("max expression depth exceeded");
        }
    }

    void leave() {
        depth--;
    }

    int place() {
        return at;
    }

    void backTo(int place) {
        at = place;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token next() {
        return tokens.get(at).is(Token.Kind.END) ? tokens.get(at) : tokens.get(at++);
    }

    Token peekNonSpace() {
        while (peek().is(Token.Kind.SPACE)) {
            at++;
        }
        return peek();
    }

    Token nextNonSpace() {
        peekNonSpace();
        return next();
    }

    static BuiltinException unexpected(Token token, String context) {
        return TemplateParser.bad(
                token.is(Token.Kind.END) ? "unexpected EOF" : "unexpected \"" + token.text() + "\" in " + context);
    }

    void expectRight(String context) {
        Token token = nextNonSpace();
        if (!token.is(Token.Kind.RIGHT)) {
            throw unexpected(token, context);
        }
    }
}
