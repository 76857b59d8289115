package org.wayleave.journey.canvas;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of a package in one language. Numbers within texts are written as that language does. */
public final class Texts {

    private final ResourceBundle bundle;
    private final Locale locale;

    /**
     * Reads the texts.
     *
     * @param baseName name of the resource bundle
     * @param locale the language
     * @throws java.util.MissingResourceException when there is no such bundle
     */
    public Texts(String baseName, Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                baseName,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.locale = locale;
    }

    /** Returns the texts of the canvas in English. */
    public static Texts ofCanvas() {
        return new Texts("org.wayleave.journey.canvas.canvas", Locale.ENGLISH);
    }

    /**
     * Returns a text with its places filled in.
     *
     * @throws java.util.MissingResourceException when there is no text of that key
     */
    public String get(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }

    /** Returns a whole number with the separators of the language. */
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** Returns a share of 1 as a percentage with one decimal. */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(100 * share) + " %";
    }

    /** Returns a number with a fixed number of decimals. */
    public String decimal(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }

    /** Returns the language. */
    public Locale locale() {
        return locale;
    }
}
