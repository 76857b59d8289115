package org.wayleave.data.intake;

/** What is done with a column. */
public enum Treatment {
    /** It is taken in as it is. */
    KEEP("keep", "Keep"),
    /** It is not taken in. */
    LEAVE_OUT("leave-out", "Leave out"),
    /** Its values are replaced by keyed tokens before anything is stored. */
    TOKENISE("tokenise", "Replace by tokens"),
    /** The user has to choose; nothing is taken in before. */
    UNDECIDED("undecided", "Choose");

    private final String wire;
    private final String title;

    Treatment(String wire, String title) {
        this.wire = wire;
        this.title = title;
    }

    /** Returns the name used in documents. */
    public String wire() {
        return wire;
    }

    /** Returns the treatment in words. */
    public String title() {
        return title;
    }
}
