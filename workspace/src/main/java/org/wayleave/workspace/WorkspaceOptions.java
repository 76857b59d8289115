package org.wayleave.workspace;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What opening or creating a workspace needs to know.
 *
 * @param clock where the times of changes come from
 * @param passphrase opens or encrypts the store, null for a workspace that is not encrypted; the array is overwritten with
 *     zeros as soon as it has been used, so that a second use needs a fresh array
 * @param author in whose name changes are made
 */
@SuppressWarnings("ArrayRecordComponent") // a passphrase must be wiped, which a String does not allow
public record WorkspaceOptions(InstantSource clock, char @Nullable [] passphrase, Author author) {

    /** Options for a workspace that is not encrypted. */
    public static WorkspaceOptions plain(InstantSource clock, Author author) {
        return new WorkspaceOptions(clock, null, author);
    }

    /** Shows no passphrase. */
    @Override
    public String toString() {
        return "WorkspaceOptions[author=" + author.id() + ", encrypted=" + (passphrase != null) + "]";
    }
}
