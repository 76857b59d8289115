package org.wayleave.data.process;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.event.EventType;

/**
 * A rule by which an event comes about, and what may follow from it.
 *
 * @param origin number of the rule in its recipe, 0 to 126
 * @param path where it stands in the recipe
 * @param event kind of event
 * @param chance whether it happens
 * @param delay how long after what it follows
 * @param subject what it is about
 * @param amount its amount, null if it has none
 * @param stock what happens where the product is out of stock, null if that does not matter
 * @param available whether the product is always in stock for it
 * @param then what follows, each on its own or at most one of it
 * @param oneOf whether the first that follows rules out the others
 */
public record Emission(
        int origin,
        String path,
        EventType event,
        Chance chance,
        Delay delay,
        Subject subject,
        @Nullable Amount amount,
        @Nullable StockWatch stock,
        boolean available,
        List<Emission> then,
        boolean oneOf) {
    /** Copies the list. */
    public Emission {
        then = List.copyOf(then);
    }

    /**
     * What happens instead when a product is out of stock.
     *
     * @param soldOut the event in its place
     * @param back the event when it is back, if that is soon enough, and what follows from it
     * @param watchDays how long a person waits for it
     */
    public record StockWatch(EventType soldOut, Emission back, int watchDays) {}
}
