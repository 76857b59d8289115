package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;
import static org.wayleave.engine.builtin.BuiltinException.operand;

import com.google.re2j.Pattern;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/**
 * Globs with delimiters: {@code *} and {@code ?} stop at a delimiter, {@code **} does not; {@code [a-z]}, {@code [!abc]},
 * {@code {a,b}}. A glob is translated to a regular expression.
 */
final class GlobBuiltins {
    private static final String SPECIAL = "\\*?[]{}";

    private GlobBuiltins() {}

    static void declare(BuiltinTable table) {
        table.add("glob.match", GlobBuiltins::match);
        table.unary("glob.quote_meta", a -> RegoString.of(quoted(Operands.string(a, 1))));
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        text.chars()
                .forEach(c -> out.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").append((char) c));
        return out.toString();
    }

    private static RegoValue match(BuiltinContext context, RegoValue[] args) {
        String glob = Operands.string(args[0], 1);
        StringBuilder delimiters = new StringBuilder();
        if (args[1] instanceof RegoArray array) {
            for (RegoValue item : array) {
                if (!(item instanceof RegoString s)) {
                    throw BuiltinException.element(2, array, item, RegoType.STRING);
                }
                if (s.value().codePointCount(0, s.value().length()) != 1) {
                    throw operand(2, "must be array of strings of length 1");
                }
                delimiters.append(s.value());
            }
            if (array.size() == 0) {
                delimiters.append('.');
            }
        } else if (!(args[1] instanceof RegoNull)) {
            throw operand(2, args[1], RegoType.ARRAY, RegoType.NULL);
        }
        String text = Operands.string(args[2], 3);
        Pattern pattern = context.caches()
                .glob(
                        new BuiltinCaches.Glob(glob, delimiters.toString()),
                        g -> GoRegex.compile(new Translation(g.pattern(), g.delimiters()).run()));
        return RegoBoolean.of(pattern.matches(text));
    }

    private static final class Translation {
        private final String glob;
        private final String one; // any character that is no delimiter
        private final StringBuilder out = new StringBuilder("(?s)");
        private int at;
        private int depth;

        Translation(String glob, String delimiters) {
            this.glob = glob;
            StringBuilder set = new StringBuilder();
            delimiters.codePoints().forEach(c -> set.append(literal(c)));
            this.one = set.isEmpty() ? "." : "[^" + set + "]";
        }

        private static String literal(int c) {
            return c < 0x80 && !Character.isLetterOrDigit(c) && c > ' '
                    ? "\\" + (char) c
                    : Pattern.quote(Character.toString(c));
        }

        String run() {
            while (at < glob.length()) {
                int c = glob.codePointAt(at);
                at += Character.charCount(c);
                switch (c) {
                    case '*' -> {
                        boolean all = at < glob.length() && glob.charAt(at) == '*';
                        at += all ? 1 : 0;
                        out.append(all ? ".*" : one + "*");
                    }
                    case '?' -> out.append(one);
                    case '[' -> set();
                    case '{' -> {
                        depth++;
                        out.append("(?:");
                    }
                    case '}' -> {
                        if (depth == 0) {
                            out.append("\\}");
                        } else {
                            depth--;
                            out.append(')');
                        }
                    }
                    case ',' -> out.append(depth > 0 ? "|" : ",");
                    case '\\' -> escaped();
                    default -> out.append(literal(c));
                }
            }
            if (depth > 0) {
                throw failed("the glob " + RegoString.of(glob) + " lacks a closing }");
            }
            return out.toString();
        }

        private void escaped() {
            if (at >= glob.length()) {
                throw failed("the glob " + RegoString.of(glob) + " ends with a \\");
            }
            int c = glob.codePointAt(at);
            at += Character.charCount(c);
            out.append(literal(c));
        }

        private void set() {
            boolean not = at < glob.length() && glob.charAt(at) == '!';
            at += not ? 1 : 0;
            int close = at;
            while (close < glob.length() && glob.charAt(close) != ']') {
                close += glob.charAt(close) == '\\' ? 2 : 1;
            }
            if (close >= glob.length()) {
                throw failed("the glob " + RegoString.of(glob) + " lacks a closing ]");
            }
            int[] members = glob.substring(at, close).codePoints().toArray();
            at = close + 1;
            if (members.length == 0) {
                throw failed("the glob " + RegoString.of(glob) + " has an empty set");
            }
            out.append(not ? "[^" : "[");
            if (members.length == 3 && members[1] == '-') {
                if (members[0] > members[2]) {
                    throw failed("the glob " + RegoString.of(glob) + " has a range that runs backwards");
                }
                out.append(literal(members[0])).append('-').append(literal(members[2]));
            } else {
                for (int i = 0; i < members.length; i++) {
                    i += members[i] == '\\' && i + 1 < members.length ? 1 : 0;
                    out.append(literal(members[i]));
                }
            }
            out.append(']');
        }
    }
}
