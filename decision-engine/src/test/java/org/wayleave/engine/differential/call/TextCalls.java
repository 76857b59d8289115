package org.wayleave.engine.differential.call;

import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Functions of strings and encodings, over texts that share pieces. */
final class TextCalls implements CallFamily {
    private static final List<String> PIECES = List.of(
            "a", "b", "ab", "A", "é", "É", "ß", "ﬁ", "İ", "😀", "日", " ", ".", "/", "\n", "\u0085", "%", "+", "=", "Σ",
            "ς", "ǅ");
    private static final List<String> BASE64 =
            List.of("YQ==", "YWI=", "YWJj", "YQ", "_-8=", "/+8=", "=", "\n", "*", "A", "YR==");
    private static final List<String> URLS =
            List.of("a=b", "&", "a", "=", "%20", "%zz", "+", ";", "a=c", "é", "b=%C3%A9", "%", "?");

    @Override
    public List<String> functions() {
        return List.of(
                "strings.replace_n",
                "replace",
                "split",
                "substring",
                "indexof",
                "indexof_n",
                "trim",
                "trim_left",
                "trim_right",
                "trim_space",
                "trim_prefix",
                "trim_suffix",
                "lower",
                "upper",
                "strings.reverse",
                "strings.count",
                "strings.any_prefix_match",
                "base64.decode",
                "base64url.decode",
                "base64.is_valid",
                "base64url.encode_no_pad",
                "hex.decode",
                "urlquery.decode",
                "urlquery.decode_object",
                "urlquery.encode",
                "json.unmarshal",
                "json.marshal",
                "json.is_valid",
                "uuid.parse",
                "startswith",
                "contains");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        RegoString text = text(choices, 6);
        return switch (function) {
            case "strings.replace_n" -> {
                RegoObject.Builder pairs = RegoObject.builder();
                choices.many(0, 3, () -> text(choices, 2)).forEach(key -> pairs.put(key.value(), text(choices, 2)));
                yield List.of(pairs.build(), text);
            }
            case "replace" -> List.of(text, text(choices, 2), text(choices, 2));
            case "substring" ->
                List.of(text, RegoNumber.of(choices.of(0, 1, 3, 9, -1)), RegoNumber.of(choices.of(-1, 0, 1, 4, 20)));
            case "strings.any_prefix_match" -> List.of(text, RegoArray.of(choices.many(0, 3, () -> text(choices, 1))));
            case "base64.decode", "base64url.decode", "base64.is_valid" ->
                List.of(RegoString.of(choices.joined(3, BASE64)));
            case "hex.decode" ->
                List.of(RegoString.of(choices.joined(4, List.of("6", "1", "aF", "g", "0x", "ff", "c3a9"))));
            case "urlquery.decode", "urlquery.decode_object" -> List.of(RegoString.of(choices.joined(5, URLS)));
            case "json.unmarshal", "json.is_valid" -> List.of(RegoString.of(document(choices)));
            case "json.marshal" -> List.of(choices.json(3));
            case "uuid.parse" -> List.of(RegoString.of(uuid(choices)));
            case "trim_space", "lower", "upper", "strings.reverse", "base64url.encode_no_pad", "urlquery.encode" ->
                List.of(text);
            default -> List.of(text, text(choices, 2));
        };
    }

    private static RegoString text(Choices choices, int most) {
        return RegoString.of(choices.joined(most, PIECES));
    }

    private static String document(Choices choices) {
        if (choices.oneIn(12)) {
            return choices.of("null", " null ", "nul", "nulll");
        }
        return choices.joined(
                1,
                4,
                () -> choices.of(
                        "1",
                        "-",
                        "0",
                        "[",
                        "]",
                        "{",
                        "}",
                        "\"a\"",
                        ":",
                        ",",
                        "true",
                        " ",
                        "1e5",
                        "1.",
                        "\"\\uD83D\\uDE00\"",
                        "\"\\uD83D\"",
                        "\"\\x\"",
                        "\t",
                        "\"\n\"",
                        "[1,2]",
                        "{\"a\":1}",
                        "{\"a\":1,\"a\":2}",
                        "-1e40",
                        "-0",
                        "1.01",
                        "\"\u0001\"",
                        "[1,]",
                        "\uFEFF"));
    }

    private static String uuid(Choices choices) {
        String version = choices.of("1", "2", "3", "4", "5", "6", "7", "0", "f");
        String variant = choices.of("0", "8", "a", "c", "e", "f");
        String base = "6ba7b810-9dad-" + version + "1d1-" + variant + "0b4-00c04fd430c8";
        return choices.of(
                base,
                base,
                base,
                "urn:uuid:" + base,
                "{" + base + "}",
                base.replace("-", ""),
                base.toUpperCase(java.util.Locale.ROOT),
                base + "0");
    }
}
