package org.wayleave.app.ui.find;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.workspace.DocumentKind;

/** The icon and the word of each kind of document. */
public final class DocumentIcons {
    private DocumentIcons() {}

    /** The icon. */
    public static Ikon of(DocumentKind kind) {
        return switch (kind) {
            case JOURNEY -> Feather.GIT_BRANCH;
            case POLICY -> Feather.SHIELD;
            case CATALOGUE -> Feather.DATABASE;
            case DPIA -> Feather.CHECK_SQUARE;
            case MODEL_CARD -> Feather.CPU;
            case SETTINGS -> Feather.SLIDERS;
            case IDENTITY_RULES, IDENTITY_CHANGES -> Feather.USERS;
        };
    }

    /** The kind as it begins a line, such as "Model card". */
    public static String word(DocumentKind kind) {
        String title = kind.title();
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }
}
