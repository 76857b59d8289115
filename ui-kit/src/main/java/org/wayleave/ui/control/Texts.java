package org.wayleave.ui.control;

import javafx.scene.control.Label;

/** Labels in the sizes of the type scale. */
public final class Texts {
    private Texts() {}

    /** 20 px, for the one title of a page. */
    public static Label title(String text) {
        return styled(text, "text-title");
    }

    /** 15 px, for a section. */
    public static Label heading(String text) {
        return styled(text, "text-heading");
    }

    /** 13 px bold. */
    public static Label strong(String text) {
        return styled(text, "text-strong");
    }

    /** 13 px, wraps. */
    public static Label body(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    /** 12 px muted, wraps. */
    public static Label secondary(String text) {
        Label label = styled(text, "text-secondary");
        label.setWrapText(true);
        return label;
    }

    /** 24 px bold, for a key figure. */
    public static Label figure(String text) {
        return styled(text, "text-figure");
    }

    private static Label styled(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
