package org.wayleave.app.ui.session;

import java.util.List;
import org.wayleave.ui.command.CommandRegistry;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Page;

/** Makes the pages of an open workspace, in the order of the rail. */
final class WorkspacePages {
    private WorkspacePages() {}

    static List<Page> of(OpenWorkspace open, WindowServices window, CommandRegistry commands, Navigator navigator) {
        return List.of();
    }
}
