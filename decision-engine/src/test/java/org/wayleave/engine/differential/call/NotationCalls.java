package org.wayleave.engine.differential.call;

import java.util.List;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Versions, quantities with units, and bits. */
final class NotationCalls implements CallFamily {
    private static final List<String> UNITS = List.of(
            "", "k", "K", "M", "G", "T", "P", "E", "m", "Ki", "ki", "Mi", "Gi", "Ti", "Pi", "Ei", "KB", "kb", "MB",
            "GB", "KiB", "kib", "B", "Z", "b", "i", "mi", "u", " K", "K ");
    private static final List<String> AMOUNTS = List.of(
            "",
            "0",
            "1",
            "-1",
            "1.5",
            "-2.5",
            "1e3",
            "1E",
            "1e",
            ".5",
            "100",
            "1_0",
            "+1",
            "0x1",
            "\"1\"",
            "--1",
            "1e-3",
            "12345678901234567890",
            "1e3k");

    @Override
    public List<String> functions() {
        return List.of(
                "semver.is_valid",
                "semver.compare",
                "units.parse",
                "units.parse_bytes",
                "bits.and",
                "bits.or",
                "bits.xor",
                "bits.lsh",
                "bits.rsh",
                "bits.negate",
                "numbers.range",
                "numbers.range_step",
                "round",
                "ceil",
                "floor",
                "abs",
                "plus",
                "minus",
                "mul",
                "div",
                "rem",
                "to_number");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        if (function.startsWith("semver.")) {
            RegoValue first = RegoString.of(version(choices));
            return function.endsWith("is_valid") ? List.of(first) : List.of(first, RegoString.of(version(choices)));
        }
        if (function.startsWith("units.")) {
            String amount = choices.from(AMOUNTS) + choices.from(UNITS);
            return List.of(RegoString.of(choices.oneIn(10) ? '"' + amount + '"' : amount));
        }
        if (function.startsWith("numbers.")) {
            List<RegoValue> args = choices.many(
                    3,
                    3,
                    () -> org.wayleave.engine.value.RegoJson.parse(
                            choices.of("0", "1", "5", "-3", "10", "1.0", "2.5", "1e1", "7")));
            return args.subList(0, function.endsWith("step") ? 3 : 2);
        }
        if (function.equals("to_number")) {
            return List.of(choices.oneIn(4) ? choices.json(1) : RegoString.of(number(choices)));
        }
        boolean one = List.of("bits.negate", "round", "ceil", "floor", "abs").contains(function);
        boolean shift = function.endsWith("sh");
        RegoValue first = choices.number();
        if (one) {
            return List.of(first);
        }
        return List.of(
                first,
                shift
                        ? org.wayleave.engine.value.RegoJson.parse(
                                choices.of("0", "1", "3", "64", "100", "-1", "1.5", "2.0"))
                        : choices.number());
    }

    /** OPA takes {@code .5} and {@code 1_0} for numbers and cannot write them. */
    private static String number(Choices choices) {
        return choices.of(
                "",
                "0",
                "1",
                "-1",
                "1.5",
                "-2.50",
                "1e3",
                "1E2",
                "1e",
                "100",
                "0x1z",
                "--1",
                "1e-3",
                "12345678901234567890",
                "a",
                " 1");
    }

    private static String version(Choices choices) {
        String core =
                choices.of("", "", "", "", "v") + choices.of("1", "0", "2", "10", "01", "x", "99999999999999999999")
                        + "." + choices.of("0", "2", "10") + choices.of(".0", ".3", ".10", "", ".x", ".1.1");
        String before = choices.of(
                "", "", "-", "-alpha", "-alpha.1", "-1", "-01", "-a.b.c", "-rc.10", "-rc.9", "-é", "-a..b", "-0a");
        return core + before + choices.of("", "", "+b", "+01", "+", "+a.b", "+a+b", " ");
    }
}
