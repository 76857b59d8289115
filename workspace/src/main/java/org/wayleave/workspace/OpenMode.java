package org.wayleave.workspace;

/** How a workspace is opened. */
public enum OpenMode {
    /** Exclusive: everything may be read and changed; a second writer is refused. */
    READ_WRITE,
    /** A snapshot of the moment of opening; nothing may be changed, and a writer elsewhere is not disturbed. */
    READ_ONLY
}
