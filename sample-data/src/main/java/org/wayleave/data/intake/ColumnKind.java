package org.wayleave.data.intake;

/** What the values of a column are. */
public enum ColumnKind {
    /** Numbers. */
    NUMBER("number", "Number"),
    /** Whole numbers. */
    WHOLE("whole", "Whole number"),
    /** Days, as ISO 8601 dates. */
    DAY("day", "Day"),
    /** Texts out of a set. */
    CATEGORY("category", "Category"),
    /** Points at a person by itself: e-mail address, phone number, name, customer number. */
    IDENTIFIER("identifier", "Direct identifier"),
    /** Texts of which nearly every row has another: a key or free text, which says who it is about. */
    KEY("key", "Key or free text"),
    /** No values at all. */
    EMPTY("empty", "Empty");

    private final String wire;
    private final String title;

    ColumnKind(String wire, String title) {
        this.wire = wire;
        this.title = title;
    }

    /** Returns the name used in documents. */
    public String wire() {
        return wire;
    }

    /** Returns the kind in words. */
    public String title() {
        return title;
    }
}
