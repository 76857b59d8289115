package org.wayleave.ui.theme;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Line icons; the style sheet gives them size and colour. */
public final class Icons {
    private Icons() {}

    /** A new icon node, such as {@code Icons.of(Feather.PLAY)}. It carries no accessible text of its own. */
    public static FontIcon of(Ikon ikon) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().add("icon");
        return icon;
    }
}
