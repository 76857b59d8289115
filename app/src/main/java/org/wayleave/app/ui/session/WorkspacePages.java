package org.wayleave.app.ui.session;

import java.util.ArrayList;
import java.util.List;
import org.wayleave.app.ui.find.DocumentPlaces;
import org.wayleave.app.ui.governance.GovernancePage;
import org.wayleave.app.ui.home.HomePage;
import org.wayleave.app.ui.runs.RunsPage;
import org.wayleave.app.ui.words.Times;
import org.wayleave.data.intake.WorkspaceDatasets;
import org.wayleave.data.ui.DataPage;
import org.wayleave.data.ui.DataServices;
import org.wayleave.data.ui.WorkspaceKeeping;
import org.wayleave.data.ui.WorkspacePopulation;
import org.wayleave.dpia.Assessments;
import org.wayleave.dpia.ui.DpiaPage;
import org.wayleave.journey.simulate.SimulationPlan;
import org.wayleave.journey.ui.JourneysPage;
import org.wayleave.journey.ui.service.RunOptions;
import org.wayleave.journey.ui.service.WorkspaceJourneys;
import org.wayleave.journey.ui.service.WorkspaceRuns;
import org.wayleave.model.ModelCardDocuments;
import org.wayleave.model.ui.ModelCardPage;
import org.wayleave.policy.opa.OpaExecutable;
import org.wayleave.policy.ui.PoliciesPage;
import org.wayleave.ui.command.CommandRegistry;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Page;
import org.wayleave.workspace.Workspace;

/** Makes the pages of an open workspace, in the order of the rail. */
final class WorkspacePages {
    /** Ids of the pages in the order of the rail. */
    private static final List<String> IDS =
            List.of("home", "journeys", "policies", "data", "models", "dpias", "runs", "governance");

    private WorkspacePages() {}

    /** Where documents open among these pages. */
    static DocumentPlaces places() {
        return new DocumentPlaces(java.util.Set.copyOf(IDS));
    }

    static List<Page> of(
            OpenWorkspace open,
            WindowServices window,
            CommandRegistry commands,
            Navigator navigator,
            WorkspaceUpkeep upkeep) {
        Workspace workspace = open.workspace();
        DocumentPlaces places = places();
        List<Page> pages = new ArrayList<>();
        pages.add(new HomePage(workspace, window, navigator, places));
        pages.add(journeys(workspace, window, navigator));
        pages.add(new PoliciesPage(
                workspace,
                window.tasks(),
                commands,
                window.toasts(),
                navigator,
                window.theme(),
                OpaExecutable::search));
        pages.add(new DataPage(new DataServices(
                new WorkspacePopulation(
                        workspace,
                        SimulationPlan.DEFAULT_START,
                        new WorkspacePopulation.Usual(
                                RunOptions.USUAL.people(), RunOptions.USUAL.days(), RunOptions.USUAL.seed())),
                new WorkspaceKeeping(workspace, window.clock()),
                new WorkspaceNeighbours(workspace),
                window.tasks(),
                window.toasts(),
                navigator,
                new WorkspaceDatasets(workspace, window.clock()),
                window.surroundings()::chooseFile,
                window.surroundings()::chooseTarget,
                window.theme())));
        pages.add(new ModelCardPage(new ModelCardDocuments(workspace), window.tasks(), navigator, window.clock()));
        pages.add(new DpiaPage(new Assessments(workspace), window.tasks(), navigator, window.clock()));
        pages.add(new RunsPage(
                workspace,
                window.tasks(),
                window.toasts(),
                navigator,
                window.surroundings(),
                new Times(window.zone())));
        pages.add(new GovernancePage(workspace, window, navigator, places, upkeep.commands()));
        return pages;
    }

    private static Page journeys(Workspace workspace, WindowServices window, Navigator navigator) {
        int threads = Math.min(Runtime.getRuntime().availableProcessors(), SimulationPlan.MOST_THREADS);
        return new JourneysPage(
                new WorkspaceJourneys(workspace),
                new WorkspaceRuns(workspace, new OpaSecondOpinion(), threads),
                new ActivationChecks(workspace.documents()),
                window.tasks(),
                window.toasts(),
                new RuleLinks(workspace, window.tasks(), navigator),
                navigator,
                window.zone());
    }
}
