package org.wayleave.ui.form;

/** How far a section has come. */
public enum SectionState {
    /** Nothing is answered. */
    OPEN("nothing answered yet"),
    /** Some of it is answered. */
    STARTED("partly answered"),
    /** An answer is missing or wrong. */
    PROBLEM("has something to mend"),
    /** Everything is answered and settled. */
    DONE("complete");

    private final String words;

    SectionState(String words) {
        this.words = words;
    }

    /** The state in words, for screen readers. */
    public String words() {
        return words;
    }
}
