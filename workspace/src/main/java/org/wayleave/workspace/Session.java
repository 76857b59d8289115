package org.wayleave.workspace;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.wayleave.workspace.WorkspaceException.Reason;

/** In whose name and at what time changes are made while a workspace is open. */
final class Session {

    private final InstantSource clock;
    private volatile Author author;

    Session(InstantSource clock, Author author) {
        this.clock = clock;
        this.author = author;
    }

    Author author() {
        return author;
    }

    /** The author as entered in the workspace, whose role counts. */
    void actAs(Author entered) {
        author = entered;
    }

    /** Now, to the millisecond, which is what the store keeps. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    void requireWriter(String what) {
        if (!author.role().mayWrite()) {
            throw forbidden(what);
        }
    }

    void requireApprover(String what) {
        if (!author.role().mayApprove()) {
            throw new WorkspaceException(
                    Reason.FORBIDDEN,
                    what + ": approving needs a privacy officer, an approver or an administrator, and " + author.name()
                            + " is " + author.role().title().toLowerCase(Locale.ROOT) + ".");
        }
    }

    WorkspaceException forbidden(String what) {
        return new WorkspaceException(
                Reason.FORBIDDEN,
                what + ": the role of " + author.name() + " ("
                        + author.role().title().toLowerCase(Locale.ROOT) + ") does not allow it.");
    }
}
