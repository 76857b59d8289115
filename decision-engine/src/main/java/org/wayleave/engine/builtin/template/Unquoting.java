package org.wayleave.engine.builtin.template;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.wayleave.engine.builtin.BuiltinException;

/** The text of a quoted constant of Go, where {@code \x} and octal escapes stand for bytes. */
final class Unquoting {
    private static final String NAMED = "abfnrtv\\";
    private static final byte[] NAMED_BYTES = {7, 8, 12, 10, 13, 9, 11, '\\'};

    private final String text;
    private final char quote;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int at;

    private Unquoting(String text, char quote) {
        this.text = text;
        this.quote = quote;
    }

    /**
     * The text between the quotes.
     *
     * @throws BuiltinException when an escape is none
     */
    static String unquoted(String text, char quote) {
        Unquoting run = new Unquoting(text, quote);
        while (run.at < text.length()) {
            run.step();
        }
        return run.out.toString(StandardCharsets.UTF_8);
    }

    private void step() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        if (c != '\\') {
            put(c);
            return;
        }
        char escape = at < text.length() ? text.charAt(at++) : '\0';
        int named = NAMED.indexOf(escape);
        if (named >= 0) {
            out.write(NAMED_BYTES[named]);
        } else if (escape == quote) {
            out.write(escape);
        } else {
            switch (escape) {
                case 'x' -> out.write(digits(2, 16));
                case 'u' -> put(digits(4, 16));
                case 'U' -> put(digits(8, 16));
                case '0', '1', '2', '3', '4', '5', '6', '7' -> {
                    at--;
                    int value = digits(3, 8);
                    if (value > 255) {
                        throw invalid();
                    }
                    out.write(value);
                }
                default -> throw invalid();
            }
        }
    }

    private void put(int c) {
        if (c < 0 || c > Character.MAX_CODE_POINT || (c >= 0xD800 && c < 0xE000)) {
            throw invalid();
        }
        out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
    }

    private int digits(int count, int radix) {
        if (at + count > text.length()) {
            throw invalid();
        }
        String digits = text.substring(at, at + count);
        at += count;
        if (digits.startsWith("+") || digits.startsWith("-")) {
            throw invalid();
        }
        try {
            return Integer.parseUnsignedInt(digits, radix);
        } catch (NumberFormatException e) {
            throw invalid();
        }
    }

    private static BuiltinException invalid() {
        return failed("template: template: invalid syntax");
    }
}
