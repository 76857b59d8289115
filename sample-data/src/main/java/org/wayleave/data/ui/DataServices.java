package org.wayleave.data.ui;

import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.data.ui.dataset.ImportSource;
import org.wayleave.data.ui.model.Keeping;
import org.wayleave.data.ui.model.Neighbours;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Theme;

/**
 * What the Data page works with.
 *
 * @param source which people and which catalogue, such as {@link WorkspacePopulation}
 * @param keeping where contracts and changes of identities are kept, such as {@link WorkspaceKeeping}
 * @param neighbours what other parts of the program know: who reads data, and what messages consents allow
 * @param tasks runs searches, measurements and exports
 * @param toasts says how an export ended
 * @param navigator is told where the user is
 * @param datasets the tables that were taken in from files
 * @param files lets the user choose a file to take in
 * @param target lets the user choose where an export goes
 * @param theme colours and sizes of what is painted
 */
public record DataServices(
        PopulationSource source,
        Keeping keeping,
        Neighbours neighbours,
        BackgroundTasks tasks,
        Toasts toasts,
        Navigator navigator,
        WorkspaceDatasets datasets,
        ImportSource files,
        ExportTarget target,
        Theme theme) {}
