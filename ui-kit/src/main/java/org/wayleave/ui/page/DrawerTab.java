package org.wayleave.ui.page;

import java.util.Objects;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/**
 * One tab of the drawer below the work area.
 *
 * @param id stable name, such as {@code problems}
 * @param title such as "Problems"
 * @param badge a short live addition to the title, such as "2"; empty for none
 * @param content what the tab shows
 */
public record DrawerTab(String id, String title, ObservableValue<String> badge, Node content) {
    public DrawerTab {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(badge);
        Objects.requireNonNull(content);
    }

    /** A tab without badge. */
    public DrawerTab(String id, String title, Node content) {
        this(id, title, new ReadOnlyStringWrapper("").getReadOnlyProperty(), content);
    }
}
