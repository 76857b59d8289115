package org.wayleave.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The colours of the desktop's theme as CSS custom properties, so that a report and the screen look alike. */
final class Tokens {
    private static final Pattern TOKEN = Pattern.compile("-wl-([a-z0-9-]+)\\s*:\\s*(#[0-9a-fA-F]{3,8})\\s*;");

    private Tokens() {}

    /** The declarations of an appearance, {@code light} or {@code dark}. */
    static String css(String appearance) {
        String resource = "/org/wayleave/ui/theme/tokens-" + appearance + ".css";
        try (InputStream in = Tokens.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path; build the ui-kit module again");
            }
            Matcher token = TOKEN.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            StringBuilder css = new StringBuilder();
            while (token.find()) {
                css.append("--")
                        .append(token.group(1))
                        .append(':')
                        .append(token.group(2))
                        .append(';');
            }
            return css.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
