package org.wayleave.data.catalogue;

/**
 * One consent that can be asked for, written {@code purpose:marketing} in documents.
 *
 * @param dimension channel, purpose or category
 * @param key id of the channel, purpose or topic
 */
public record ConsentName(String dimension, String key) {
    /** Returns the name as documents write it. */
    public String wire() {
        return dimension + ":" + key;
    }
}
