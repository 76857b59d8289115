package org.wayleave.engine.differential.call;

import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** {@code sprintf} with every verb, flag, width, precision and index, over every type. */
final class FormatCalls implements CallFamily {
    private static final List<String> VERBS = List.of(
            "v", "s", "d", "q", "x", "X", "f", "e", "g", "G", "E", "F", "t", "T", "c", "b", "o", "O", "U", "p", "z",
            "w", "%", "");

    @Override
    public List<String> functions() {
        return List.of("sprintf", "format_int");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        if (function.equals("format_int")) {
            return List.of(choices.number(), RegoNumber.of(choices.of(2, 8, 10, 16, 3)));
        }
        String format = choices.joined(0, 3, () -> choices.of("", "a", "é ", "%%", "|") + directive(choices));
        return List.of(RegoString.of(format), RegoArray.of(choices.many(0, 3, () -> value(choices))));
    }

    static String directive(Choices choices) {
        String flags = choices.joined(0, 2, () -> choices.of("", "", "+", "-", "#", "0", " "));
        String width = choices.of("", "", "", "1", "5", "12", "*", "[1]*", "20");
        String precision = choices.of("", "", "", ".", ".0", ".2", ".5", ".10", ".*", ".[2]*");
        String index = choices.of("", "", "", "", "[1]", "[2]", "[5]", "[", "[x]", "[0]");
        return "%" + flags + width + precision + index + choices.from(VERBS);
    }

    private static RegoValue value(Choices choices) {
        return switch (choices.below(4)) {
            case 0 -> choices.number();
            case 1 -> RegoString.of(choices.text());
            case 2 -> RegoNumber.of(choices.of(0, 1, 65, -3, 8364, 128512, 1234567));
            default -> choices.json(2);
        };
    }
}
