package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoValue;

/** Amounts with units: {@code 10Ki}, {@code 1.5GB}. */
final class UnitBuiltins {
    private static final String STEPS = "kmgtpe";

    /** The double nearest to a thousandth, which is what OPA multiplies with. */
    private static final BigDecimal THOUSANDTH =
            new BigDecimal("0.001000000000000000020816681711721685132943093776702880859375");

    private static final int LONGEST_EXPONENT = 6;

    private UnitBuiltins() {}

    static void declare(BuiltinTable table) {
        table.unary("units.parse", UnitBuiltins::parse);
        table.unary("units.parse_bytes", UnitBuiltins::parseBytes);
    }

    private record Amount(String number, String unit) {}

    private static String amountName(String function) {
        return function.equals("units.parse_bytes") ? "byte amount" : "amount";
    }

    private static Amount amount(String function, String text) {
        if (text.contains(" ")) {
            throw failed(function + ": spaces not allowed in resource strings");
        }
        int end = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean exponent = c == 'e' || c == 'E';
            if (!isDigit(c) && c != '.' && c != '+' && c != '-' && !exponent) {
                end = i;
                break;
            }
            if (exponent) {
                char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                if (!isDigit(next) && next != '+' && next != '-') {
                    end = i;
                    break;
                }
                i += isDigit(next) ? 0 : 1;
                int digits = 0;
                while (i + 1 + digits < text.length() && isDigit(text.charAt(i + 1 + digits))) {
                    digits++;
                }
                if (digits > LONGEST_EXPONENT) {
                    throw failed(function + ": exponent too large");
                }
            }
        }
        if (end == 0) {
            throw failed(function + ": no " + amountName(function) + " provided");
        }
        return new Amount(text.substring(0, end), text.substring(end));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static BigDecimal number(String function, String text) {
        try {
            return RegoNumber.parse(text.endsWith(".") ? text.substring(0, text.length() - 1) : text)
                    .decimal();
        } catch (NumberFormatException e) {
            throw failed(function + ": could not parse " + amountName(function) + " to a number");
        }
    }

    private static BigDecimal power(int base, char step) {
        return BigDecimal.valueOf(base).pow(STEPS.indexOf(step) + 1);
    }

    /** {@code m} is a thousandth here and {@code M} a million; other units differ in case only. */
    private static RegoValue parse(RegoValue a) {
        String function = "units.parse";
        Amount amount = amount(function, Operands.string(a, 1).replace("\"", ""));
        String unit = amount.unit().length() > 1
                ? amount.unit().charAt(0) + amount.unit().substring(1).toLowerCase(Locale.ROOT)
                : amount.unit();
        char step = unit.isEmpty() ? ' ' : Character.toLowerCase(unit.charAt(0));
        BigDecimal factor;
        if (unit.isEmpty()) {
            factor = BigDecimal.ONE;
        } else if (unit.equals("m")) {
            factor = THOUSANDTH;
        } else if (unit.length() == 1 && STEPS.indexOf(step) >= 0) {
            factor = power(1000, step);
        } else if (unit.length() == 2 && unit.charAt(1) == 'i' && STEPS.indexOf(step) >= 0) {
            factor = power(1024, step);
        } else {
            throw failed(function + ": unit " + unit + " not recognized");
        }
        BigDecimal result = number(function, amount.number()).multiply(factor);
        if (result.stripTrailingZeros().scale() <= 0) {
            return RegoNumber.of(result.toBigInteger());
        }
        String text = result.setScale(10, RoundingMode.HALF_UP).toPlainString();
        return RegoNumber.of(new BigDecimal(text), text);
    }

    private static RegoValue parseBytes(RegoValue a) {
        String function = "units.parse_bytes";
        String text = Operands.string(a, 1).toLowerCase(Locale.ROOT).replace("\"", "");
        Amount amount = amount(function, text);
        String unit = amount.unit();
        String short1 = unit.endsWith("b") && unit.length() > 1 ? unit.substring(0, unit.length() - 1) : unit;
        char step = short1.isEmpty() ? ' ' : short1.charAt(0);
        BigDecimal factor;
        if (unit.isEmpty()) {
            factor = BigDecimal.ONE;
        } else if (short1.length() == 1 && STEPS.indexOf(step) >= 0) {
            factor = power(1000, step);
        } else if (short1.length() == 2 && short1.charAt(1) == 'i' && STEPS.indexOf(step) >= 0) {
            factor = power(1024, step);
        } else {
            throw failed(function + ": byte unit " + unit + " not recognized");
        }
        BinaryFloat number = BinaryFloat.of(RegoNumber.of(number(function, amount.number()), amount.number()));
        return RegoNumber.of(
                number.times(BinaryFloat.whole(factor.toBigInteger())).truncated());
    }
}
