package org.wayleave.engine.differential.call;

import java.util.List;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** YAML texts, most of them well formed, with the corners of scalars, indentation, anchors and tags. */
final class YamlCalls implements CallFamily {
    private static final List<String> SCALARS = List.of(
            "a",
            "1",
            "-1",
            "1.5",
            "1e3",
            "0x1F",
            "0o17",
            "017",
            "0b11",
            "1_000",
            "~",
            "null",
            "true",
            "True",
            "yes",
            "on",
            "off",
            "n",
            ".inf",
            "-.INF",
            ".nan",
            "2020-01-02",
            "2020-01-02T03:04:05Z",
            "1:30",
            "'q'",
            "'it''s'",
            "\"d\"",
            "\"\\n\\t\\\"\"",
            "\"\\u00e9\"",
            "\"\\x41\"",
            "\"\\uD83D\\uDE00\"",
            "\"\\U0001F600\"",
            "\"\\uD83D\"",
            "a b",
            "a#b",
            "a #b",
            "é",
            "\u2028",
            "a\u2028b",
            "a\u0085b",
            "\u0085",
            "a\u2029b",
            "\uD83D\uDE00",
            "-",
            "?",
            ":",
            "- a",
            "!!str 1",
            "!!int \"1\"",
            "!!float 1",
            "!x a",
            "!!binary YQ==",
            "&x a",
            "*x",
            "|\n  l\n",
            ">\n  f\n  g\n",
            "|-\n  s\n",
            "|+\n  k\n\n",
            ">-\n  a\n\n  b\n",
            "[]",
            "{}",
            "[a, b]",
            "{a: 1}",
            "[a, [b]]",
            "{a: {b: c}}",
            "[a,]",
            "{a, b}",
            "{a: 1, a: 2}",
            "\"a\n b\"",
            "'a\n\n b'",
            "%",
            "@a",
            "`a",
            "a:b",
            "a: b",
            "http://x",
            "0.",
            ".5",
            "+1",
            "0x",
            "1__0",
            "9223372036854775808",
            "18446744073709551616",
            "1e400",
            "\t",
            "a\tb",
            "\"a\u2028b\"",
            "\"a\u0085b\"",
            "\"\\N\\L\\P\\_\\e\\0\"",
            "\"\\/\"",
            "\"a\\\n  b\"",
            "\"\u0001\"",
            "\uFEFF",
            "'\t'",
            "a\u00a0",
            "[a\tb]",
            "12e03",
            "-0",
            "0o8",
            "=",
            "<<",
            "!!null x",
            "!!bool yes",
            "!!timestamp 2020-01-02",
            "!!merge x");
    private static final List<String> KEYS = List.of(
            "a", "b", "c", "'a'", "\"b\"", "1", "true", "null", "? a\n", "<<", "é", "a b", "1.5", "~", "[x]", "{x: y}",
            "!!str 1", "&k a", "*x", "", "on");
    private static final List<String> COLONS =
            List.of(": ", ": ", ": ", ": ", ":  ", ":\t", " : ", ": \t", ":", ":\u00a0");
    private static final List<String> BREAKS =
            List.of("\n", "\n", "\n", "\n", "\n\n", "\r\n", "\r", " # c\n", "\n# c\n", "\n\t\n");
    private static final List<String> STARTS = List.of(
            "",
            "",
            "",
            "",
            "---\n",
            "--- ",
            "%YAML 1.1\n---\n",
            "%YAML 1.2\n---\n",
            "# c\n",
            "\uFEFF",
            "...\n",
            "%TAG ! tag:x,2000:\n---\n",
            "\t",
            "\n");
    private static final List<String> ENDS =
            List.of("", "", "", "", "\n", "...\n", "---\nb\n", "\n---\n", "\n\t", "\n...\nx", "\u0000");

    @Override
    public List<String> functions() {
        return List.of("yaml.unmarshal", "yaml.is_valid", "yaml.marshal");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        if (function.equals("yaml.marshal")) {
            return List.of(choices.oneIn(2) ? RegoString.of(plain(choices)) : choices.json(3));
        }
        // OPA loses characters of a text that starts with two byte order marks.
        String start = choices.from(STARTS);
        return List.of(
                RegoString.of((start + block(choices, 0, 3) + choices.from(ENDS)).replaceFirst("^\\uFEFF+", "\uFEFF")));
    }

    /** A scalar's text as a value to write. */
    private static String plain(Choices choices) {
        return choices.from(SCALARS) + choices.of("", "", "\n", " ", choices.text());
    }

    private static String block(Choices choices, int indent, int depth) {
        if (depth == 0 || choices.oneIn(4)) {
            return choices.from(SCALARS);
        }
        StringBuilder out = new StringBuilder();
        boolean mapping = choices.oneIn(2);
        for (int n = 1 + choices.below(3); n > 0; n--) {
            out.append(" ".repeat(choices.oneIn(20) ? indent + 1 : indent));
            if (mapping) {
                out.append(choices.from(KEYS)).append(choices.from(COLONS));
            } else {
                out.append(choices.oneIn(15) ? "-\t" : "- ");
            }
            if (choices.oneIn(3)) {
                out.append(choices.of("", "", "&x ", "!!map ", "!t "));
                int deeper = indent + choices.of(2, 2, 2, 1, 0, 4);
                out.append('\n').append(block(choices, deeper, depth - 1));
            } else {
                out.append(choices.from(SCALARS));
            }
            if (n > 1) {
                out.append(choices.from(BREAKS));
            }
        }
        return out.toString();
    }
}
