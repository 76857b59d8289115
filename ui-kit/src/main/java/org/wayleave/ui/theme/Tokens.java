package org.wayleave.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** The token colours of one appearance, read from the same file that the style sheets use. Immutable. */
public final class Tokens {
    private static final Pattern LINE = Pattern.compile("(-wl-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6});");

    private final boolean dark;
    private final Map<Token, Color> colours;

    private Tokens(boolean dark, Map<Token, Color> colours) {
        this.dark = dark;
        this.colours = colours;
    }

    /** Tokens of the light appearance. */
    public static Tokens light() {
        return read(false);
    }

    /** Tokens of the dark appearance. */
    public static Tokens dark() {
        return read(true);
    }

    /** Whether these are the tokens of the dark appearance. */
    public boolean isDark() {
        return dark;
    }

    /** The colour of a token. */
    public Color color(Token token) {
        @Nullable Color colour = colours.get(token);
        if (colour == null) {
            throw new IllegalStateException("No colour for " + token.cssName() + " in " + resource(dark));
        }
        return colour;
    }

    /** Relative luminance contrast of two opaque colours, 1 to 21, as WCAG 2.2 defines it. */
    public static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    static String resource(boolean dark) {
        return dark ? "tokens-dark.css" : "tokens-light.css";
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Tokens read(boolean dark) {
        String css;
        try (InputStream in = Tokens.class.getResourceAsStream(resource(dark))) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + resource(dark));
            }
            css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Color> byName = new java.util.HashMap<>();
        Matcher matcher = LINE.matcher(css);
        while (matcher.find()) {
            byName.put(matcher.group(1), Color.web(matcher.group(2)));
        }
        Map<Token, Color> colours = new EnumMap<>(Token.class);
        for (Token token : Token.values()) {
            @Nullable Color colour = byName.get(token.cssName());
            if (colour != null) {
                colours.put(token, colour);
            }
        }
        return new Tokens(dark, colours);
    }
}
