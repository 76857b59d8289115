package org.wayleave.engine.builtin.template;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wayleave.engine.builtin.BuiltinException;

/** Cuts a template into tokens: text, and between double braces the words of actions. */
final class TemplateLexer {
    private static final String LEFT = "{{";
    private static final String RIGHT = "}}";
    private static final String BLANKS = " \t\r\n";
    private static final int MARKER = 2; // a blank and a minus

    private static final Pattern NUMBER = Pattern.compile(
            "[+-]?(?:0[xX][0-9a-fA-F_]*(?:\\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*|0[bB][01_]*"
                    + "|[0-9_]*(?:\\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?");

    private final String input;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private TemplateLexer(String input) {
        this.input = input;
    }

    /**
     * The tokens of a template; the last is {@link Token.Kind#END}.
     *
     * @throws BuiltinException when an action or comment is not closed or holds what it may not
     */
    static List<Token> tokens(String input) {
        TemplateLexer lexer = new TemplateLexer(input);
        lexer.run();
        lexer.add(Token.Kind.END, "");
        return lexer.tokens;
    }

    private void add(Token.Kind kind, String text) {
        tokens.add(new Token(kind, text));
    }

    private static BuiltinException bad(String problem) {
        return failed("template: template: " + problem);
    }

    private void run() {
        while (at < input.length()) {
            int left = input.indexOf(LEFT, at);
            if (left < 0) {
                add(Token.Kind.TEXT, input.substring(at));
                return;
            }
            int inside = left + LEFT.length();
            boolean trims = input.startsWith("-", inside) && isBlank(inside + 1);
            String text = input.substring(at, left);
            text = trims ? text.replaceFirst("[ \\t\\r\\n]+\\z", "") : text;
            if (!text.isEmpty()) {
                add(Token.Kind.TEXT, text);
            }
            at = inside + (trims ? MARKER : 0);
            if (input.startsWith("/*", at)) {
                comment();
            } else {
                add(Token.Kind.LEFT, LEFT);
                action();
            }
        }
    }

    private boolean isBlank(int i) {
        return i < input.length() && BLANKS.indexOf(input.charAt(i)) >= 0;
    }

    private boolean atTrimmingRight() {
        return isBlank(at) && input.startsWith("-" + RIGHT, at + 1);
    }

    private void comment() {
        int end = input.indexOf("*/", at + 2);
        if (end < 0) {
            throw bad("unclosed comment");
        }
        at = end + 2;
        if (!atTrimmingRight() && !input.startsWith(RIGHT, at)) {
            throw bad("comment ends before closing delimiter");
        }
        right();
    }

    /** Takes the end of an action, and the blanks after it where it says so. */
    private void right() {
        boolean trims = atTrimmingRight();
        at += RIGHT.length() + (trims ? MARKER : 0);
        while (trims && isBlank(at)) {
            at++;
        }
    }

    private void action() {
        int depth = 0;
        while (true) {
            if (atTrimmingRight() || input.startsWith(RIGHT, at)) {
                if (depth > 0) {
                    throw bad("unclosed left paren");
                }
                right();
                add(Token.Kind.RIGHT, RIGHT);
                return;
            }
            if (at >= input.length()) {
                throw bad("unclosed action");
            }
            Token token = next();
            tokens.add(token);
            if (token.is(Token.Kind.OPEN)) {
                depth++;
            } else if (token.is(Token.Kind.CLOSE) && --depth < 0) {
                throw bad("unexpected right paren");
            }
        }
    }

    private Token next() {
        int from = at;
        char c = input.charAt(at);
        if (isBlank(at)) {
            while (isBlank(at) && !atTrimmingRight()) {
                at++;
            }
            return new Token(Token.Kind.SPACE, " ");
        }
        boolean digitFollows = at + 1 < input.length() && isDigit(input.charAt(at + 1));
        if ((c == '.' && digitFollows) || c == '+' || c == '-' || isDigit(c)) {
            return number();
        }
        return switch (c) {
            case '.', '$' -> name(c);
            case '"', '\'' -> quoted(c);
            case '`' -> {
                int end = input.indexOf('`', at + 1);
                if (end < 0) {
                    throw bad("unterminated raw quoted string");
                }
                at = end + 1;
                yield new Token(Token.Kind.RAW_STRING, input.substring(from + 1, end));
            }
            case ':' -> {
                if (!input.startsWith(":=", at)) {
                    throw bad("expected :=");
                }
                at += 2;
                yield new Token(Token.Kind.DECLARE, ":=");
            }
            default -> {
                int point = input.codePointAt(at);
                if (isAlphanumeric(point)) {
                    yield name('\0');
                }
                if (point < ' ' || point > '~') {
                    throw bad("unrecognized character in action");
                }
                at++;
                yield new Token(
                        switch (c) {
                            case '=' -> Token.Kind.ASSIGN;
                            case '|' -> Token.Kind.PIPE;
                            case '(' -> Token.Kind.OPEN;
                            case ')' -> Token.Kind.CLOSE;
                            case ',' -> Token.Kind.COMMA;
                            default -> Token.Kind.OTHER;
                        },
                        String.valueOf(c));
            }
        };
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAlphanumeric(int c) {
        return c == '_' || Character.isLetter(c) || Character.isDigit(c);
    }

    /** A word, a field with its dot or a variable with its dollar sign. */
    private Token name(char sign) {
        int from = at;
        at += sign == '\0' ? 0 : 1;
        int start = at;
        while (at < input.length() && isAlphanumeric(input.codePointAt(at))) {
            at += Character.charCount(input.codePointAt(at));
        }
        boolean terminated = at >= input.length()
                || isBlank(at)
                || ".,|:)(".indexOf(input.charAt(at)) >= 0
                || input.startsWith(RIGHT, at);
        if (!terminated) {
            throw bad("bad character in action");
        }
        return switch (sign) {
            case '$' -> new Token(Token.Kind.VARIABLE, input.substring(from, at));
            case '.' ->
                at == start ? new Token(Token.Kind.DOT, ".") : new Token(Token.Kind.FIELD, input.substring(start, at));
            default -> new Token(Token.Kind.WORD, input.substring(from, at));
        };
    }

    private Token number() {
        Matcher m = NUMBER.matcher(input).region(at, input.length());
        if (!m.lookingAt()) {
            throw bad("bad number syntax");
        }
        int end = m.end();
        if (end < input.length() && "+-".indexOf(input.charAt(end)) >= 0) {
            Matcher imaginary = NUMBER.matcher(input).region(end, input.length());
            if (imaginary.lookingAt() && imaginary.group().endsWith("i")) {
                end = imaginary.end();
            }
        }
        if (end < input.length() && (isAlphanumeric(input.codePointAt(end)) || "+-".indexOf(input.charAt(end)) >= 0)) {
            throw bad("bad number syntax: \"" + input.substring(at, end + 1) + "\"");
        }
        String text = input.substring(at, end);
        at = end;
        return new Token(Token.Kind.NUMBER, text);
    }

    private Token quoted(char quote) {
        int from = at;
        for (at++; at < input.length(); at++) {
            char c = input.charAt(at);
            if (c == '\n') {
                break;
            }
            if (c == '\\') {
                at++;
                if (at < input.length() && input.charAt(at) == '\n') {
                    break;
                }
            } else if (c == quote) {
                at++;
                String text = Unquoting.unquoted(input.substring(from + 1, at - 1), quote);
                return new Token(quote == '"' ? Token.Kind.STRING : Token.Kind.CHARACTER, text);
            }
        }
        throw bad(quote == '"' ? "unterminated quoted string" : "unterminated character constant");
    }
}
