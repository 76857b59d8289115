package org.wayleave.data;

/** Age in bands, so that no date of birth is kept. */
public enum AgeBand {
    UNDER_16("under-16"),
    FROM_16("16-17"),
    FROM_18("18-24"),
    FROM_25("25-34"),
    FROM_35("35-44"),
    FROM_45("45-54"),
    FROM_55("55-64"),
    FROM_65("65-plus");

    private final String wire;

    AgeBand(String wire) {
        this.wire = wire;
    }

    /** Returns the name used in documents. */
    public String wire() {
        return wire;
    }

    /** Returns the name for people, as it stands within a sentence. */
    public String title() {
        return switch (this) {
            case UNDER_16 -> "under 16";
            case FROM_65 -> "65 and over";
            default -> wire.replace('-', '–');
        };
    }
}
