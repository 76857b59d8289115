package org.wayleave.engine.builtin;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Regular expressions as Go takes them: RE2 in which several groups may have one name. */
final class GoRegex {
    private static final String AGAIN = "__again";

    private GoRegex() {}

    /**
     * Compiles an expression.
     *
     * @throws BuiltinException when it is none
     */
    static Pattern compile(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            String renamed = renamed(expression);
            if (renamed.equals(expression)) {
                throw BuiltinException.failed(String.valueOf(e.getMessage()));
            }
            try {
                return Pattern.compile(renamed);
            } catch (PatternSyntaxException f) {
                throw BuiltinException.failed(String.valueOf(e.getMessage()));
            }
        }
    }

    /** The numbers of the groups of a name, first to last. */
    static List<Integer> groups(Pattern pattern, String name) {
        List<Integer> result = new ArrayList<>();
        Integer group = pattern.namedGroups().get(name);
        for (int n = 1; group != null; n++) {
            result.add(group);
            group = pattern.namedGroups().get(name + AGAIN + n);
        }
        return result;
    }

    /** The expression with a name of its own for each group whose name an earlier one has. */
    private static String renamed(String expression) {
        StringBuilder out = new StringBuilder();
        Set<String> taken = new HashSet<>();
        boolean bracketed = false;
        int i = 0;
        while (i < expression.length()) {
            char c = expression.charAt(i);
            if (c == '\\') {
                int end = expression.startsWith("\\Q", i) ? expression.indexOf("\\E", i) : i + 1;
                end = end < 0 ? expression.length() : Math.min(expression.length(), end + (end == i + 1 ? 1 : 2));
                out.append(expression, i, end);
                i = end;
                continue;
            }
            bracketed = c == '[' || (bracketed && c != ']');
            int name = !bracketed && expression.startsWith("(?P<", i)
                    ? i + 4
                    : !bracketed && expression.startsWith("(?<", i) ? i + 3 : 0;
            int close = name == 0 ? -1 : expression.indexOf('>', name);
            if (close < 0) {
                out.append(c);
                i++;
                continue;
            }
            String first = expression.substring(name, close);
            String unique = first;
            for (int n = 1; !taken.add(unique); n++) {
                unique = first + AGAIN + n;
            }
            out.append("(?P<").append(unique).append('>');
            i = close + 1;
        }
        return out.toString();
    }
}
