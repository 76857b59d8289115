package org.wayleave.journey.canvas;

import java.util.Locale;
import javafx.scene.layout.StackPane;
import org.wayleave.ui.theme.Icons;

/** The icon of a kind of step in its tinted square, as a node for lists and headings. */
public final class KindIcon extends StackPane {

    /** Creates the icon of a look. */
    public KindIcon(StepLook look) {
        getStyleClass()
                .addAll(
                        "kind-square",
                        look.tint().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(Icons.of(look.icon()));
        setMouseTransparent(true);
    }
}
