package org.wayleave.engine.differential.call;

import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Regular expressions and globs, built of small pieces so that many of them match. */
final class PatternCalls implements CallFamily {
    private static final List<String> ATOMS = List.of(
            "a",
            "b",
            "c",
            ".",
            "[ab]",
            "[^a]",
            "[a-c]",
            "\\d",
            "\\w",
            "\\s",
            "\\.",
            "é",
            "x",
            "(a)",
            "(b|c)",
            "(?:ab)",
            "(?P<n>a)",
            "(?i:A)",
            "[[:alpha:]]",
            "\\pL",
            "\\x61",
            "\\b",
            "^",
            "$",
            "\\Qa.b\\E",
            "(?s).",
            "",
            "\\D",
            "😀",
            "[\\w-]",
            "\\z",
            "\\A",
            "(?m)^");
    private static final List<String> REPEATS =
            List.of("", "", "", "", "*", "+", "?", "*?", "{2}", "{1,2}", "{0}", "{2,}");
    private static final List<String> BROKEN = List.of(
            "(", "[", "a**", "\\", "(?<n", "[z-a]", "a{1001}", ")", "*a", "(?=a)", "\\1", "[[:x:]]", "\\8", "x{2,1}");
    private static final List<String> LETTERS =
            List.of("a", "b", "c", "ab", "A", "é", "x", ".", "/", "1", " ", "\n", "😀", "-");
    private static final List<String> GLOB = List.of(
            "a",
            "b",
            "*",
            "**",
            "?",
            "[ab]",
            "[!a]",
            "[a-c]",
            "{a,b}",
            "{ab,c*}",
            ".",
            "/",
            "\\*",
            "é",
            "x",
            ",",
            "-",
            "{a,{b,c}}",
            "[!a-b]",
            "]",
            "^",
            "$",
            "(",
            "+",
            "!",
            "😀");
    private static final List<String> SMALL = List.of("a", "b", "c", ".", "[ab]", "[a-c]", "x", "\\.", "é");

    @Override
    public List<String> functions() {
        return List.of(
                "regex.match",
                "regex.is_valid",
                "regex.split",
                "regex.find_n",
                "regex.find_all_string_submatch_n",
                "regex.replace",
                "regex.template_match",
                "regex.globs_match",
                "glob.match",
                "glob.quote_meta");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        RegoString text = RegoString.of(choices.joined(6, LETTERS));
        RegoString regex = RegoString.of(regex(choices));
        return switch (function) {
            case "regex.is_valid" -> List.of(regex);
            case "regex.match", "regex.split" -> List.of(regex, text);
            case "regex.find_n", "regex.find_all_string_submatch_n" ->
                List.of(regex, text, RegoNumber.of(choices.of(-1, -1, 0, 1, 2)));
            case "regex.replace" ->
                List.of(
                        text,
                        regex,
                        RegoString.of(choices.joined(
                                3, List.of("$1", "${1}", "$0", "x", "$$", "${n}", "$n", "$1x", "$", "é", "\\1"))));
            case "regex.template_match" -> {
                String template =
                        choices.joined(1, 3, () -> choices.of("a", "{", "}", "{a+}", "{[ab]}", "<b>", "x", "."));
                yield List.of(
                        RegoString.of(template),
                        text,
                        RegoString.of(choices.of("{", "{", "<", "")),
                        RegoString.of(choices.of("}", "}", ">", "")));
            }
            case "regex.globs_match" -> List.of(RegoString.of(small(choices)), RegoString.of(small(choices)));
            case "glob.quote_meta" -> List.of(RegoString.of(choices.joined(4, GLOB)));
            default -> List.of(RegoString.of(choices.joined(4, GLOB)), delimiters(choices), text);
        };
    }

    private static String regex(Choices choices) {
        if (choices.oneIn(12)) {
            return choices.joined(1, ATOMS) + choices.from(BROKEN);
        }
        return choices.joined(1, 4, () -> choices.from(ATOMS) + choices.from(REPEATS));
    }

    private static String small(Choices choices) {
        return choices.joined(0, 4, () -> choices.from(SMALL) + choices.of("", "", "*", "+"));
    }

    private static RegoValue delimiters(Choices choices) {
        return switch (choices.below(5)) {
            case 0 -> RegoNull.NULL;
            case 1 -> RegoArray.EMPTY;
            case 2 -> RegoJson.parse("[\"/\"]");
            case 3 -> RegoJson.parse("[\".\", \"/\"]");
            default ->
                RegoArray.of(choices.many(0, 2, () -> RegoString.of(choices.of("a", "é", "/", "-", "]", "^", "ab"))));
        };
    }
}
