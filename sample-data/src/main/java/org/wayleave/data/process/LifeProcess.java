package org.wayleave.data.process;

/** Something that goes on in people's lives and leaves events, or changes how often others do. */
public sealed interface LifeProcess permits Sessions, Recurring, States, Joining {
    /** Returns the name by which other parts of the recipe refer to it. */
    String id();

    /** Returns what it is, in words. */
    String title();
}
