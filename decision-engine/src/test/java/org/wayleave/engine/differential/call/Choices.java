package org.wayleave.engine.differential.call;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Random choices that follow from a seed. */
public final class Choices {
    private static final List<String> NUMBERS = List.of(
            "0",
            "1",
            "-1",
            "2",
            "3",
            "7",
            "-5",
            "10",
            "100",
            "255",
            "1.5",
            "-0.5",
            "2.50",
            "1e3",
            "1e-7",
            "1e21",
            "0.1",
            "123456.789",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "12345678901234567890123");
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "b",
            "ab",
            "abc",
            "A",
            "x y",
            "é",
            "ß",
            "\u2028",
            "\uD83D\uDE00",
            "\n",
            "\t",
            "\"",
            "'",
            "<",
            "&",
            "0",
            "1",
            "-1",
            "1.5",
            "true",
            "null",
            "z\u0301",
            "\u00a0",
            "日本",
            "\u0000",
            "\u007f",
            "\uFEFF",
            "a b c");

    private final SplittableRandom random;

    public Choices(long seed) {
        this.random = new SplittableRandom(seed);
    }

    @SafeVarargs
    final <T> T of(T first, T... others) {
        int at = random.nextInt(others.length + 1);
        return at == 0 ? first : others[at - 1];
    }

    <T> T from(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** A number from 0 to just below another. */
    int below(int end) {
        return random.nextInt(end);
    }

    /** True once in so many times. */
    boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** Up to so many random pieces in a row. */
    String joined(int most, List<String> pieces) {
        return joined(0, most, () -> from(pieces));
    }

    String joined(int least, int most, Supplier<String> piece) {
        StringBuilder out = new StringBuilder();
        for (int n = least + random.nextInt(most - least + 1); n > 0; n--) {
            out.append(piece.get());
        }
        return out.toString();
    }

    <T> List<T> many(int least, int most, Supplier<T> each) {
        List<T> result = new ArrayList<>();
        for (int n = least + random.nextInt(most - least + 1); n > 0; n--) {
            result.add(each.get());
        }
        return result;
    }

    /** A short text, often with something in it that needs care. */
    String text() {
        return joined(3, TEXTS);
    }

    RegoValue number() {
        return RegoJson.parse(from(NUMBERS));
    }

    /** Any JSON value. */
    RegoValue json(int depth) {
        return switch (below(depth > 0 ? 8 : 5)) {
            case 0 -> RegoJson.parse(of("true", "false", "null"));
            case 1, 2 -> number();
            case 3, 4 -> RegoString.of(text());
            case 5 -> RegoArray.of(many(0, 3, () -> json(depth - 1)));
            default -> object(List.of("a", "b", "c"), () -> json(depth - 1));
        };
    }

    /** An object with some of the keys. */
    RegoObject object(Collection<String> keys, Supplier<RegoValue> value) {
        RegoObject.Builder object = RegoObject.builder();
        for (String key : keys) {
            if (!oneIn(3)) {
                object.put(key, value.get());
            }
        }
        return object.build();
    }

    static RegoString string(String text) {
        return RegoString.of(text);
    }
}
