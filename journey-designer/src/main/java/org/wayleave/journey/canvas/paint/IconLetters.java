package org.wayleave.journey.canvas.paint;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.IkonHandler;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/** Paints icons as letters of their font. */
public final class IconLetters {

    private record Letter(String text, Font font) {}

    private final Map<Ikon, Letter> letters = new HashMap<>();
    private final double size;

    /**
     * Creates the painter.
     *
     * @param size height of an icon in world units
     */
    public IconLetters(double size) {
        this.size = size;
    }

    /** Paints an icon around a place. */
    public void paint(Pen pen, Ikon icon, Ink ink, double x, double y) {
        Letter letter = letters.computeIfAbsent(icon, this::letter);
        pen.write(letter.text, letter.font, ink, x, y, TextAlignment.CENTER, VPos.CENTER);
    }

    private Letter letter(Ikon icon) {
        IkonHandler handler =
                IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance()).resolve(icon.getDescription());
        Font font = handler.getFont() instanceof Font loaded
                ? Font.font(loaded.getFamily(), size)
                : Font.font(handler.getFontFamily(), size);
        return new Letter(Character.toString(icon.getCode()), font);
    }
}
