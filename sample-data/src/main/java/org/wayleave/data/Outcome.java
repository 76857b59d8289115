package org.wayleave.data;

import org.wayleave.data.event.EventType;

/**
 * What contacts of a vertical are for, and by what their effect is measured.
 *
 * @param event the event that counts
 * @param title in words, e.g. "Purchase"
 * @param counted whether each counts 1; otherwise its amount counts
 * @param unit of what counts, e.g. "EUR" or "minutes"
 */
public record Outcome(EventType event, String title, boolean counted, String unit) {
    /** Returns what an event of an amount counts. */
    public double worth(double amount) {
        return counted ? 1 : amount;
    }
}
