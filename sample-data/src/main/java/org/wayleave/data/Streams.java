package org.wayleave.data;

/** The purposes for which numbers are drawn about a population or a person; each has a stream of its own. */
final class Streams {
    static final int PROFILE = 1;
    static final int AFFINITY = 2;
    static final int CONSENT = 3;
    static final int ANSWERS = 4;
    static final int AMOUNT = 5;
    static final int REACTION = 9;
    static final int PRICES = 10;
    static final int STOCK = 11;
    static final int PEOPLE = 12;

    private Streams() {}
}
