package org.wayleave.dpia.ui;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.dpia.Assessment;
import org.wayleave.dpia.Assessments;
import org.wayleave.model.ui.RecordForms;
import org.wayleave.ui.form.FormOption;
import org.wayleave.ui.form.FormPage;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.workspace.DocumentSummary;

/** The page "DPIAs": the impact assessments of a workspace, each with a form to fill it in. */
public final class DpiaPage extends FormPage<Assessment> {
    /** Id of the page. */
    public static final String ID = "dpias";

    private final Assessments assessments;
    private final BackgroundTasks tasks;
    private final AtomicReference<List<FormOption>> journeys;

    /**
     * The page.
     *
     * @param tasks reads and saves off the FX thread
     * @param navigator hears which assessment is open
     * @param clock stamps assessments that are not saved yet
     */
    public DpiaPage(Assessments assessments, BackgroundTasks tasks, Navigator navigator, InstantSource clock) {
        this(assessments, tasks, navigator, clock, new AtomicReference<>(List.of()));
    }

    private DpiaPage(
            Assessments assessments,
            BackgroundTasks tasks,
            Navigator navigator,
            InstantSource clock,
            AtomicReference<List<FormOption>> journeys) {
        super(
                ID,
                "DPIAs",
                Feather.CHECK_SQUARE,
                DpiaOutline.outline(journeys::get),
                new RecordForms<>(assessments.documents()),
                tasks,
                navigator,
                clock);
        this.assessments = assessments;
        this.tasks = tasks;
        this.journeys = journeys;
    }

    @Override
    public void shown() {
        tasks.lookUp(ID + ".journeys", "Reading journeys", progress -> assessments.journeys())
                .onDone(found -> {
                    journeys.set(found.stream().map(DpiaPage::option).toList());
                    super.shown();
                })
                .onFailed(failure -> complain("The journeys cannot be read", failure));
    }

    private static FormOption option(DocumentSummary journey) {
        return new FormOption(journey.id(), journey.title());
    }
}
