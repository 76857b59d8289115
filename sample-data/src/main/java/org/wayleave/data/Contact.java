package org.wayleave.data;

/**
 * A contact made with a person.
 *
 * @param time epoch milliseconds
 * @param channel channel id
 * @param topic topic id
 * @param rung "personalised", "contextual" or "generic"
 * @param discount share of the price given away, 0 to 1
 * @param contactsInWeek contacts already made in the seven days before
 * @param stepKey hash of the journey step, see {@link org.wayleave.data.random.Draws#hash}; the same step gives the same draws
 * @param number which visit of this person to this step, from 0
 * @param asksRenewal whether the contact asks the person to renew the consents of its channel and topic
 */
public record Contact(
        long time,
        String channel,
        String topic,
        String rung,
        double discount,
        int contactsInWeek,
        long stepKey,
        int number,
        boolean asksRenewal) {
    /** A contact that does not ask for a renewal of consent. */
    public Contact(
            long time,
            String channel,
            String topic,
            String rung,
            double discount,
            int contactsInWeek,
            long stepKey,
            int number) {
        this(time, channel, topic, rung, discount, contactsInWeek, stepKey, number, false);
    }
}
