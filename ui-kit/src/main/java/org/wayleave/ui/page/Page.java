package org.wayleave.ui.page;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/** One page of the navigation rail. The shell lays out its header, work area, inspector and drawer. */
public interface Page {
    /** Stable name, such as {@code journeys}; {@link Place#page()} refers to it. */
    String id();

    /** Title in the rail, such as "Journeys". */
    String title();

    /** Icon in the rail. */
    Ikon icon();

    /** The work area; always the same node. */
    Node content();

    /** What the header says; always the same object, its properties change. */
    PageHeader header();

    /** The inspector at the right, or null inside when there is nothing to inspect; the shell gives it 360 px. */
    default ObservableValue<@Nullable Node> inspector() {
        return new ReadOnlyObjectWrapper<@Nullable Node>(null).getReadOnlyProperty();
    }

    /** The tabs of the drawer, live; empty when the page has no drawer. */
    default ObservableList<DrawerTab> drawer() {
        return FXCollections.emptyObservableList();
    }

    /** Edits that are not yet saved, or null when the page edits nothing. */
    default @Nullable UnsavedWork unsavedWork() {
        return null;
    }

    /** The page comes to the front: time to load, off the FX thread, what is newer than what it shows. */
    default void shown() {}

    /** The page leaves the front. */
    default void hidden() {}

    /** Opens a place on this page, such as one document; called after {@link #shown()}. */
    default void open(Place place) {}

    /** Releases threads and files when the workspace closes. */
    default void dispose() {}
}
