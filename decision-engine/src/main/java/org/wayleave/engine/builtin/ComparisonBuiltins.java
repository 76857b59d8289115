package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.operand;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoType;
import org.wayleave.engine.value.RegoValue;

/** Comparison, type tests and casts. */
final class ComparisonBuiltins {
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private ComparisonBuiltins() {}

    static void declare(BuiltinTable table) {
        table.binary("eq", (a, b) -> RegoBoolean.of(a.equals(b)));
        table.binary("equal", (a, b) -> RegoBoolean.of(a.equals(b)));
        table.binary("neq", (a, b) -> RegoBoolean.of(!a.equals(b)));
        table.binary("lt", (a, b) -> RegoBoolean.of(a.compareTo(b) < 0));
        table.binary("lte", (a, b) -> RegoBoolean.of(a.compareTo(b) <= 0));
        table.binary("gt", (a, b) -> RegoBoolean.of(a.compareTo(b) > 0));
        table.binary("gte", (a, b) -> RegoBoolean.of(a.compareTo(b) >= 0));
        table.unary("type_name", a -> RegoString.of(a.type().regoName()));
        for (RegoType type : RegoType.values()) {
            table.unary("is_" + type.regoName(), a -> RegoBoolean.of(a.type() == type));
        }
        table.unary("to_number", ComparisonBuiltins::toNumber);
        table.unary("cast_array", ComparisonBuiltins::castArray);
        table.unary("cast_set", ComparisonBuiltins::castSet);
        cast(table, RegoType.STRING);
        cast(table, RegoType.BOOLEAN);
        cast(table, RegoType.NULL);
        cast(table, RegoType.OBJECT);
    }

    private static void cast(BuiltinTable table, RegoType type) {
        table.unary("cast_" + type.regoName(), a -> {
            if (a.type() != type) {
                throw operand(1, a, type);
            }
            return a;
        });
    }

    private static RegoValue castArray(RegoValue a) {
        return switch (a) {
            case RegoArray array -> array;
            case RegoSet set -> {
                RegoArray result = RegoArray.open(set.size());
                set.forEach(result::adding);
                yield result;
            }
            default -> throw operand(1, a, RegoType.ARRAY, RegoType.SET);
        };
    }

    private static RegoValue castSet(RegoValue a) {
        return switch (a) {
            case RegoArray array -> RegoSet.of(array.toList());
            case RegoSet set -> set;
            default -> throw operand(1, a, RegoType.ARRAY, RegoType.SET);
        };
    }

    private static RegoValue toNumber(RegoValue a) {
        return switch (a) {
            case RegoNull n -> RegoNumber.of(0);
            case RegoBoolean b -> RegoNumber.of(b.value() ? 1 : 0);
            case RegoNumber n -> n;
            case RegoString s -> fromText(s.value());
            default -> throw operand(1, a, RegoType.NULL, RegoType.BOOLEAN, RegoType.NUMBER, RegoType.STRING);
        };
    }

    private static RegoNumber fromText(String text) {
        String bare = text.replaceFirst("^[+-]+", "").toLowerCase(Locale.ROOT);
        if (bare.equals("inf") || bare.equals("infinity") || bare.equals("nan")) {
            throw operand(1, "must be valid number string but got string");
        }
        try {
            RegoNumber number = hexadecimal(text) ? fromHexadecimal(text) : RegoNumber.parse(text);
            // OPA keeps the text, and then fails to write it as JSON.
            return JSON_NUMBER.matcher(text).matches() ? number : RegoNumber.of(number.decimal());
        } catch (NumberFormatException e) {
            throw BuiltinException.failed("strconv.ParseFloat: parsing " + RegoString.of(text) + ": invalid syntax");
        }
    }

    private static boolean hexadecimal(String text) {
        return text.regionMatches(true, text.startsWith("-") || text.startsWith("+") ? 1 : 0, "0x", 0, 2);
    }

    private static RegoNumber fromHexadecimal(String text) {
        return RegoNumber.of(new BigDecimal(Double.parseDouble(text)), text);
    }
}
