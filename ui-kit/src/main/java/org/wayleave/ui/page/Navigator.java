package org.wayleave.ui.page;

/** Takes the user to a place; the shell keeps the way back. */
public interface Navigator {
    /** Shows the page of {@code place} and opens the place on it; remembered for back and forward. */
    void go(Place place);

    /** A page says where the user now is, after opening a document by itself; remembered for back and forward. */
    void arrived(Place place);
}
