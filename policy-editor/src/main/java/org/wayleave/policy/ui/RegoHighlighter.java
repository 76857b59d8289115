package org.wayleave.policy.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wayleave.ui.control.Highlighter;

/** Colours Rego; raw strings may run over several lines. */
final class RegoHighlighter implements Highlighter {

    private static final int NORMAL = 0;
    private static final int IN_RAW_STRING = 1;

    private static final Set<String> KEYWORDS = Set.of(
            "package",
            "import",
            "as",
            "default",
            "else",
            "every",
            "if",
            "in",
            "not",
            "some",
            "with",
            "contains",
            "true",
            "false",
            "null");
    private static final Set<String> ROOTS = Set.of("input", "data");

    private static final Pattern TOKEN = Pattern.compile("""
            (?<comment>\\#.*)
            |(?<string>"(?:\\\\.|[^"\\\\])*"?)
            |(?<raw>`)
            |(?<number>\\b\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?\\b)
            |(?<word>[A-Za-z_][A-Za-z0-9_]*(?:\\.[A-Za-z_][A-Za-z0-9_]*)*)
            |(?<operator>:=|==|!=|<=|>=|[<>=|&+*/%-])
            """, Pattern.COMMENTS);

    @Override
    public Line highlight(String line, int stateBefore) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        if (stateBefore == IN_RAW_STRING) {
            int end = line.indexOf('`');
            if (end < 0) {
                return new Line(List.of(new Span(0, line.length(), Kind.STRING)), IN_RAW_STRING);
            }
            spans.add(new Span(0, end + 1, Kind.STRING));
            from = end + 1;
        }
        Matcher token = TOKEN.matcher(line);
        while (from < line.length() && token.find(from)) {
            from = token.end();
            if (token.group("raw") != null) {
                int end = line.indexOf('`', from);
                if (end < 0) {
                    spans.add(new Span(token.start(), line.length(), Kind.STRING));
                    return new Line(spans, IN_RAW_STRING);
                }
                from = end + 1;
                spans.add(new Span(token.start(), from, Kind.STRING));
            } else if (token.group("comment") != null) {
                spans.add(new Span(token.start(), token.end(), Kind.COMMENT));
            } else if (token.group("string") != null) {
                spans.add(new Span(token.start(), token.end(), Kind.STRING));
            } else if (token.group("number") != null) {
                spans.add(new Span(token.start(), token.end(), Kind.NUMBER));
            } else if (token.group("operator") != null) {
                spans.add(new Span(token.start(), token.end(), Kind.OPERATOR));
            } else {
                word(line, token.group("word"), token.start(), spans);
            }
        }
        return new Line(spans, NORMAL);
    }

    private static void word(String line, String word, int start, List<Span> spans) {
        if (KEYWORDS.contains(word)) {
            spans.add(new Span(start, start + word.length(), Kind.KEYWORD));
            return;
        }
        int dot = word.indexOf('.');
        String root = dot < 0 ? word : word.substring(0, dot);
        if (ROOTS.contains(root)) {
            spans.add(new Span(start, start + root.length(), Kind.TYPE));
        } else if (start + word.length() < line.length() && line.charAt(start + word.length()) == '(') {
            spans.add(new Span(start, start + word.length(), Kind.BUILTIN));
        }
    }
}
