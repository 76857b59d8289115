package org.wayleave.ui.task;

/** How running work says how far it is, and learns that it should stop. Safe from any thread and cheap to call. */
public interface Progress {
    /**
     * Says how much is done.
     *
     * @param done units done, 0 or more
     * @param total units in all; 0 or less when not known
     */
    void count(long done, long total);

    /** Says what is being done now, in a few words. */
    void message(String text);

    /** Whether the user, or newer work of the same key, asked this work to stop. */
    boolean cancelled();
}
