package org.wayleave.data.event;

/** What a person did, or what happened to a product they look for. */
public enum EventType {
    VIEW(0, "view", "Viewed a product"),
    SEARCH(1, "search", "Searched"),
    ADD_TO_CART(2, "add-to-cart", "Added to cart"),
    OUT_OF_STOCK_VIEW(3, "out-of-stock-view", "Viewed a size that is out of stock"),
    BACK_IN_STOCK(4, "back-in-stock", "A wanted size is back in stock"),
    PURCHASE(5, "purchase", "Purchased"),
    RETURN(6, "return", "Returned a purchase"),
    SUPPORT(7, "support", "Contacted support"),
    UNSUBSCRIBE(8, "unsubscribe", "Unsubscribed");

    private static final EventType[] BY_CODE = values();

    private final int code;
    private final String wire;
    private final String title;

    EventType(int code, String wire, String title) {
        this.code = code;
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

    /** Returns the number that stands for the type in columns, 0 to 8. */
    public int code() {
        return code;
    }

    /** Returns the type of a code. */
    public static EventType ofCode(int code) {
        return BY_CODE[code];
    }
}
