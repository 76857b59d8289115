package org.wayleave.data.event;

/** What a person did, or what happened to a product they look for. */
public enum EventType {
    VIEW("view", "Viewed a product"),
    SEARCH("search", "Searched"),
    ADD_TO_CART("add-to-cart", "Added to cart"),
    OUT_OF_STOCK_VIEW("out-of-stock-view", "Viewed a size that is out of stock"),
    BACK_IN_STOCK("back-in-stock", "A wanted size is back in stock"),
    PURCHASE("purchase", "Purchased"),
    RETURN("return", "Returned a purchase"),
    SUPPORT("support", "Contacted support"),
    UNSUBSCRIBE("unsubscribe", "Unsubscribed");

    private final String wire;
    private final String title;

    EventType(String wire, String title) {
        this.wire = wire;
        this.title = title;
    }

    /** Returns the id of the event's contract in the catalogue. */
    public String wire() {
        return wire;
    }

    /** Returns the event in words. */
    public String title() {
        return title;
    }
}
