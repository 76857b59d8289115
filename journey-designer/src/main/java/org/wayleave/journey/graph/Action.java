package org.wayleave.journey.graph;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one rung would do: the action on which policy decides.
 *
 * @param channel channel of the catalogue
 * @param purpose purpose of the catalogue; empty when nobody has said it yet, which is a problem of the design
 * @param topic topic of the catalogue
 * @param dataElements data elements used to choose, fill or send it, in a stable order
 * @param creative what it says
 * @param discount share of the price given away, 0 to 1
 * @param model the model behind it, if any
 * @param asks the consents it asks for, if any
 */
public record Action(
        String channel,
        String purpose,
        String topic,
        List<String> dataElements,
        Creative creative,
        double discount,
        @Nullable ModelRef model,
        @Nullable ConsentAsk asks,
        Extras extras) {

    public Action {
        dataElements = List.copyOf(dataElements);
        if (!(discount >= 0 && discount <= 1)) {
            throw new IllegalArgumentException("a discount lies between 0 and 1: " + discount);
        }
        discount = discount + 0.0;
    }

    public Action(String channel, String purpose, String topic, List<String> dataElements, Creative creative) {
        this(channel, purpose, topic, dataElements, creative, 0, null, null, Extras.NONE);
    }

    /** The same action with a discount. */
    public Action withDiscount(double share) {
        return new Action(channel, purpose, topic, dataElements, creative, share, model, asks, extras);
    }

    /** The same action chosen by a model. */
    public Action withModel(@Nullable ModelRef chooser) {
        return new Action(channel, purpose, topic, dataElements, creative, discount, chooser, asks, extras);
    }

    /** The same action, asking for consents. */
    public Action asking(@Nullable ConsentAsk wanted) {
        return new Action(channel, purpose, topic, dataElements, creative, discount, model, wanted, extras);
    }
}
