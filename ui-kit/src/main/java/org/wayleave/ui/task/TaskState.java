package org.wayleave.ui.task;

/** Where a background task stands. */
public enum TaskState {
    RUNNING,
    DONE,
    FAILED,
    CANCELLED
}
