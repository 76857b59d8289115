package org.wayleave.app.ui.home;

import org.jspecify.annotations.Nullable;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.Place;

/**
 * Something that waits for a person.
 *
 * @param tone how urgent it is
 * @param title what waits
 * @param reason why, or what to do
 * @param place where it is done; null when the window has no page for it
 */
record Waiting(
        Tone tone, String title, String reason, @Nullable Place place) {}
