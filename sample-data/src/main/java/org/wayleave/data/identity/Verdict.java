package org.wayleave.data.identity;

/** What became of a pair of identifiers. */
public enum Verdict {
    MERGED("merged", "The pair joined two clusters."),
    AGREES("agrees", "The two were in one cluster already; the pair agrees with that."),
    TOO_FEW_DAYS("too few days", "They occur together on fewer days than the rule needs."),
    TOO_WEAK("too weak", "The confidence is below what the rule needs; it may have decayed."),
    SHARED("shared", "One of the two is used by several people, so that it belongs to none of them."),
    UNDECIDED(
            "undecided", "The evidence of one of the two is spread over several clusters, none of them ahead enough."),
    CONTRADICTION("contradiction", "Joining them would put two logins or two customer numbers into one cluster.");

    private final String wire;
    private final String sentence;

    Verdict(String wire, String sentence) {
        this.wire = wire;
        this.sentence = sentence;
    }

    /** Returns the verdict in a word or two. */
    public String wire() {
        return wire;
    }

    /** Returns what the verdict means. */
    public String sentence() {
        return sentence;
    }
}
