package org.wayleave.app.cli;

/** Opens the desktop. */
public interface DesktopStart {
    /** Whether there is a display to open it on. */
    boolean possible();

    /**
     * Opens it and returns when it was closed.
     *
     * @throws CommandFailure when the display cannot be used after all
     */
    void run();
}
