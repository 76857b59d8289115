package org.wayleave.app.report.svg;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Numbers as people read them, the same in every locale: 1,204 · 22.4 % · €3.10. */
public final class Figures {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

    private Figures() {}

    /** A count with thousands separated. */
    public static String count(long value) {
        return new DecimalFormat("#,##0", SYMBOLS).format(value);
    }

    /** A number with so many decimals. */
    public static String decimal(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        DecimalFormat format = new DecimalFormat(pattern, SYMBOLS);
        format.setRoundingMode(RoundingMode.HALF_UP);
        String text = format.format(BigDecimal.valueOf(value));
        // A proper minus, and none before a zero.
        return text.startsWith("-") ? (text.matches("-[0.,]*") ? text.substring(1) : "−" + text.substring(1)) : text;
    }

    /** A part of a whole in per cent, with one decimal below ten. */
    public static String share(double part, double whole) {
        if (whole == 0) {
            return "–";
        }
        double percent = 100 * part / whole;
        return decimal(percent, Math.abs(percent) < 9.95 && part != 0 ? 1 : 0) + " %";
    }

    /** A count of a whole in per cent. */
    public static String share(long part, long whole) {
        return share((double) part, (double) whole);
    }

    /** An amount of money with its sign in front. */
    public static String money(double amount, String currency) {
        String digits = decimal(Math.abs(amount), 2);
        return (amount < 0 && !digits.equals("0.00") ? "−" : "") + currency + digits;
    }

    /** An amount of money that is a difference: its sign is always said. */
    public static String difference(double amount, String currency) {
        String text = money(amount, currency);
        return text.startsWith("−") || text.equals(currency + "0.00") ? text : "+" + text;
    }
}
