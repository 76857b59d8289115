package org.wayleave.journey.graph;

/**
 * The consents that an action asks the person to give, or to give again.
 *
 * @param channel channel of the catalogue
 * @param purpose purpose of the catalogue
 * @param topic topic of the catalogue
 */
public record ConsentAsk(String channel, String purpose, String topic, Extras extras) {

    public ConsentAsk(String channel, String purpose, String topic) {
        this(channel, purpose, topic, Extras.NONE);
    }
}
