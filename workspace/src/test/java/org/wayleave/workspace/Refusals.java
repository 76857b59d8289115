package org.wayleave.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;
import org.wayleave.workspace.WorkspaceException.Reason;

/** Checks that something is refused for a reason and in one line. */
final class Refusals {

    private Refusals() {}

    static WorkspaceException assertRefused(Reason reason, Executable action) {
        WorkspaceException refused = assertThrows(WorkspaceException.class, action);
        assertEquals(reason, refused.reason(), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
        return refused;
    }
}
