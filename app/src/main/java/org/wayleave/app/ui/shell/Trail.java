package org.wayleave.app.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.wayleave.ui.page.Place;

/** The places the user came through, with the way back and forward again. */
final class Trail {
    private static final int KEPT = 100;

    private final Deque<Place> behind = new ArrayDeque<>();
    private final Deque<Place> ahead = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper();
    private @Nullable Place here;

    ReadOnlyBooleanProperty canGoBack() {
        return canGoBack.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty canGoForward() {
        return canGoForward.getReadOnlyProperty();
    }

    Optional<Place> here() {
        return Optional.ofNullable(here);
    }

    /** The user is at a new place; what was ahead is forgotten. */
    void arrive(Place place) {
        if (place.equals(here)) {
            return;
        }
        Place before = here;
        // Opening a document on the page just entered refines the place rather than being a step of its own.
        boolean refines =
                before != null && before.document() == null && before.page().equals(place.page());
        if (before != null && !refines) {
            behind.push(before);
            if (behind.size() > KEPT) {
                behind.removeLast();
            }
        }
        here = place;
        ahead.clear();
        refresh();
    }

    Optional<Place> back() {
        return step(behind, ahead);
    }

    Optional<Place> forward() {
        return step(ahead, behind);
    }

    private Optional<Place> step(Deque<Place> from, Deque<Place> to) {
        Place next = from.poll();
        if (next == null) {
            return Optional.empty();
        }
        if (here != null) {
            to.push(here);
        }
        here = next;
        refresh();
        return Optional.of(next);
    }

    private void refresh() {
        canGoBack.set(!behind.isEmpty());
        canGoForward.set(!ahead.isEmpty());
    }
}
