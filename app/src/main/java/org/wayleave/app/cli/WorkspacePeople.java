package org.wayleave.app.cli;

import org.wayleave.data.PersonGenerator;
import org.wayleave.data.Recipe;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.ui.WorkspacePopulation;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.workspace.Workspace;

/**
 * The people of a workspace and the catalogue that describes their data, as the Data page shows them.
 *
 * @param generator makes each person
 * @param catalogue the catalogue in force
 */
record WorkspacePeople(PersonGenerator generator, Catalogue catalogue) {
    static WorkspacePeople of(Workspace workspace) {
        ObservedPopulation population = new WorkspacePopulation(
                        workspace, SimulationPlan.DEFAULT_START, new WorkspacePopulation.Usual(100_000, 90, 1))
                .read();
        return new WorkspacePeople(population.generator(), population.catalogue());
    }

    /** The recipe of the people. */
    Recipe recipe() {
        return generator.recipe();
    }
}
