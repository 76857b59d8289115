package org.wayleave.app.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A page of one file: its style is inside, all text is escaped, and it has the colours of the desktop in light and dark. */
final class HtmlTemplate {
    private final PebbleEngine engine = new PebbleEngine.Builder()
            .loader(new ClasspathLoader(HtmlTemplate.class.getClassLoader()))
            .autoEscaping(true)
            .defaultEscapingStrategy("html")
            .strictVariables(true)
            .defaultLocale(Locale.ROOT)
            .build();

    private final String template;
    private final String[] sheets;

    /**
     * A template.
     *
     * @param template name on the class path
     * @param sheets names of style sheets beside this class, in order
     */
    HtmlTemplate(String template, String... sheets) {
        this.template = template;
        this.sheets = sheets.clone();
    }

    /** The page as text; the style is there as {@code style}. */
    String html(Map<String, Object> context) {
        Map<String, Object> all = new HashMap<>(context);
        all.put("style", style());
        StringWriter out = new StringWriter();
        try {
            engine.getTemplate(template).evaluate(out, all, Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** Writes a page; a reader sees either the old file or the whole new one. */
    static void write(String html, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is not the name of a file");
        }
        Files.createDirectories(folder);
        Path partial = Files.createTempFile(folder, "report", ".part");
        try {
            Files.writeString(partial, html);
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    private String style() {
        StringBuilder style = new StringBuilder(":root{" + Tokens.css("light")
                + "}\n@media (prefers-color-scheme: dark){@media screen{:root{" + Tokens.css("dark") + "}}}\n");
        for (String sheet : sheets) {
            try (InputStream in = HtmlTemplate.class.getResourceAsStream(sheet)) {
                if (in == null) {
                    throw new IllegalStateException(sheet + " is not on the class path; build the app module again");
                }
                style.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return style.toString();
    }
}
