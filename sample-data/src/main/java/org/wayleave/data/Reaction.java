package org.wayleave.data;

import org.jspecify.annotations.Nullable;

/**
 * What a contact changes in a person's behaviour, over {@link Person#future()}.
 *
 * @param opened whether the person noticed the contact
 * @param clicked whether the person followed it
 * @param extra an outcome that would not have happened without the contact, null if there is none
 * @param preventsNext whether the contact annoys the person so much that the next outcome in the window does not come
 * @param discountShare share of the price given away on the next outcome in the window that would have happened anyway, 0 to 1
 * @param unsubscribes whether the person withdraws the consent to the channel because of the contact
 * @param unsubscribeDelayMillis how long after the contact, 0 if they do not
 * @param renewal the answer to a request for renewal of consent, null if none was asked or answered
 */
public record Reaction(
        boolean opened,
        boolean clicked,
        @Nullable ExtraOutcome extra,
        boolean preventsNext,
        double discountShare,
        boolean unsubscribes,
        long unsubscribeDelayMillis,
        @Nullable Renewal renewal) {
    /**
     * An outcome, such as a purchase, caused by a contact.
     *
     * @param delayMillis after the contact
     * @param value its amount in the unit of the event, the discount taken off
     * @param category position in the recipe's list of categories
     * @param discount share of the full price given away, 0 to 1
     */
    public record ExtraOutcome(long delayMillis, double value, int category, double discount) {}

    /**
     * An answer to a request for renewal.
     *
     * @param granted whether the consent is given again
     * @param delayMillis after the contact
     */
    public record Renewal(boolean granted, long delayMillis) {}
}
