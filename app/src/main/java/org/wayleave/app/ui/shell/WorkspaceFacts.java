package org.wayleave.app.ui.shell;

/**
 * What the frame says about the open workspace.
 *
 * @param name name of its folder
 * @param folder its path
 * @param person in whose name changes are made
 * @param role that person's role in words
 * @param encrypted whether it is encrypted
 * @param readOnly whether nothing can be changed
 * @param readOnlyReason one sentence on why; empty when it can be changed
 */
public record WorkspaceFacts(
        String name,
        String folder,
        String person,
        String role,
        boolean encrypted,
        boolean readOnly,
        String readOnlyReason) {}
