package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Regular expressions in RE2's syntax, which run in time linear in the text. */
final class RegexBuiltins {
    private RegexBuiltins() {}

    static void declare(BuiltinTable table) {
        table.add("regex.match", RegexBuiltins::match);
        table.add("re_match", RegexBuiltins::match);
        table.unary("regex.is_valid", RegexBuiltins::isValid);
        table.add("regex.split", RegexBuiltins::split);
        table.add("regex.find_n", RegexBuiltins::find);
        table.add("regex.find_all_string_submatch_n", RegexBuiltins::findGroups);
        table.add("regex.replace", RegexBuiltins::replace);
        table.add("regex.template_match", RegexBuiltins::templateMatch);
        table.add(
                "regex.globs_match",
                (context, args) -> RegoBoolean.of(GlobIntersection.isNotEmpty(
                        Operands.string(args[0], 1), Operands.string(args[1], 2), () -> context.spend(1))));
    }

    private static RegoValue match(BuiltinContext context, RegoValue[] args) {
        String expression = Operands.string(args[0], 1);
        String text = Operands.string(args[1], 2);
        return RegoBoolean.of(context.caches().regex(expression).matcher(text).find());
    }

    private static RegoValue isValid(RegoValue a) {
        if (!(a instanceof RegoString s)) {
            return RegoBoolean.FALSE;
        }
        try {
            GoRegex.compile(s.value());
            return RegoBoolean.TRUE;
        } catch (BuiltinException e) {
            return RegoBoolean.FALSE;
        }
    }

    /** The places of all matches, an empty match right after another left out, as Go finds them. */
    private static List<int[]> matches(Pattern pattern, String text, long limit) {
        List<int[]> result = new ArrayList<>();
        Matcher m = pattern.matcher(text);
        int from = 0;
        int previousEnd = -1;
        while (from <= text.length() && (limit < 0 || result.size() < limit) && m.find(from)) {
            boolean accept = m.end() > m.start() || m.start() != previousEnd;
            if (accept) {
                int[] groups = new int[2 * (m.groupCount() + 1)];
                for (int g = 0; g <= m.groupCount(); g++) {
                    groups[2 * g] = m.start(g);
                    groups[2 * g + 1] = m.end(g);
                }
                result.add(groups);
            }
            previousEnd = m.end();
            if (m.end() > m.start()) {
                from = m.end();
            } else if (m.end() < text.length()) {
                from = m.end() + Character.charCount(text.codePointAt(m.end()));
            } else {
                break;
            }
        }
        return result;
    }

    private static RegoValue split(BuiltinContext context, RegoValue[] args) {
        Pattern pattern = context.caches().regex(Operands.string(args[0], 1));
        String text = Operands.string(args[1], 2);
        if (text.isEmpty() && !Operands.string(args[0], 1).isEmpty()) {
            return Operands.arrayOfStrings(List.of(""));
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        int end = 0;
        for (int[] m : matches(pattern, text, -1)) {
            end = m[0];
            if (m[1] != 0) {
                parts.add(text.substring(from, end));
            }
            from = m[1];
        }
        if (end != text.length()) {
            parts.add(text.substring(from));
        }
        return Operands.arrayOfStrings(parts);
    }

    private static RegoValue find(BuiltinContext context, RegoValue[] args) {
        String expression = Operands.string(args[0], 1);
        String text = Operands.string(args[1], 2);
        long limit = Operands.whole(args[2], 3);
        RegoArray result = RegoArray.open(4);
        for (int[] m : matches(context.caches().regex(expression), text, limit)) {
            result.adding(RegoString.of(text.substring(m[0], m[1])));
        }
        return result;
    }

    private static RegoValue findGroups(BuiltinContext context, RegoValue[] args) {
        String expression = Operands.string(args[0], 1);
        String text = Operands.string(args[1], 2);
        long limit = Operands.whole(args[2], 3);
        RegoArray result = RegoArray.open(4);
        for (int[] m : matches(context.caches().regex(expression), text, limit)) {
            RegoArray groups = RegoArray.open(m.length / 2);
            for (int g = 0; g < m.length; g += 2) {
                groups.adding(RegoString.of(m[g] < 0 ? "" : text.substring(m[g], m[g + 1])));
            }
            result.adding(groups);
        }
        return result;
    }

    private static RegoValue replace(BuiltinContext context, RegoValue[] args) {
        String text = Operands.string(args[0], 1);
        Pattern pattern = context.caches().regex(Operands.string(args[1], 2));
        String replacement = Operands.string(args[2], 3);
        StringBuilder out = new StringBuilder();
        int from = 0;
        for (int[] m : matches(pattern, text, -1)) {
            out.append(text, from, m[0]);
            expand(out, replacement, pattern, text, m);
            from = m[1];
        }
        return RegoString.of(out.append(text, from, text.length()).toString());
    }

    /** {@code $1}, {@code ${1}}, {@code $name}, {@code ${name}} and {@code $$}; a group that is not there is empty. */
    private static void expand(StringBuilder out, String template, Pattern pattern, String text, int[] groups) {
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i);
            if (c != '$') {
                out.append(c);
                i++;
                continue;
            }
            if (i + 1 < template.length() && template.charAt(i + 1) == '$') {
                out.append('$');
                i += 2;
                continue;
            }
            boolean braced = i + 1 < template.length() && template.charAt(i + 1) == '{';
            int start = i + (braced ? 2 : 1);
            int end = start;
            while (end < template.length()
                    && (Character.isLetterOrDigit(template.charAt(end)) || template.charAt(end) == '_')) {
                end++;
            }
            if (end == start || (braced && (end == template.length() || template.charAt(end) != '}'))) {
                out.append('$');
                i++;
                continue;
            }
            String name = template.substring(start, end);
            List<Integer> candidates =
                    name.matches("[0-9]{1,8}") ? List.of(Integer.valueOf(name)) : GoRegex.groups(pattern, name);
            for (int group : candidates) {
                if (2 * group < groups.length && groups[2 * group] >= 0) {
                    out.append(text, groups[2 * group], groups[2 * group + 1]);
                    break;
                }
            }
            i = end + (braced ? 1 : 0);
        }
    }

    private static RegoValue templateMatch(BuiltinContext context, RegoValue[] args) {
        String template = Operands.string(args[0], 1);
        String text = Operands.string(args[1], 2);
        String open = Operands.string(args[2], 3);
        String close = Operands.string(args[3], 4);
        int opens = EncodingBuiltins.bytes(args[2], 3).length;
        if (opens != 1) {
            throw failed("start delimiter has to be exactly one character long but is " + opens + " long");
        }
        if (EncodingBuiltins.bytes(args[3], 4).length != 1) {
            throw failed("end delimiter has to be exactly one character long but is " + opens + " long");
        }
        StringBuilder expression = new StringBuilder("^");
        int level = 0;
        int from = 0;
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            if (c == open.charAt(0)) {
                if (++level == 1) {
                    expression
                            .append(Pattern.quote(template.substring(from, i)))
                            .append('(');
                    from = i + 1;
                }
            } else if (c == close.charAt(0) && --level == 0) {
                expression.append(template, from, i).append(')');
                from = i + 1;
            }
            if (level < 0) {
                break;
            }
        }
        if (level != 0) {
            throw failed("unbalanced braces in " + RegoString.of(template));
        }
        expression.append(Pattern.quote(template.substring(from))).append('$');
        return RegoBoolean.of(
                context.caches().regex(expression.toString()).matcher(text).find());
    }
}
