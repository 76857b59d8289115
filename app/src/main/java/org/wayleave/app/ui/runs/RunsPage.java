package org.wayleave.app.ui.runs;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.app.cli.Failures;
import org.wayleave.app.ui.session.Surroundings;
import org.wayleave.app.ui.words.RunStates;
import org.wayleave.app.ui.words.Times;
import org.wayleave.journey.simulate.RunResult;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.page.DrawerTab;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.PageHeader;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.task.TaskHandle;
import org.wayleave.workspace.RunState;
import org.wayleave.workspace.Workspace;

/** Runs: the list with states and key figures, one in detail, two compared, and their reports. */
public final class RunsPage implements Page {
    private static final String ID = "runs";

    private final Workspace workspace;
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final Navigator navigator;
    private final Surroundings surroundings;
    private final Times times;
    private final PageHeader header = new PageHeader("Runs");
    private final FilterTable<RunRow> table = new FilterTable<>("run", "runs");
    private final ReadOnlyObjectWrapper<@Nullable Node> inspector = new ReadOnlyObjectWrapper<>();
    private final ObservableList<DrawerTab> drawer = FXCollections.observableArrayList();
    private final Command openJourney;
    private final Command openReport;
    private final Command saveReport;
    private final ListChangeListener<TaskHandle<?>> afterTask = this::onTasks;
    private @Nullable String wanted;

    /** The page, over a workspace that may be read-only. */
    public RunsPage(
            Workspace workspace,
            BackgroundTasks tasks,
            Toasts toasts,
            Navigator navigator,
            Surroundings surroundings,
            Times times) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.toasts = toasts;
        this.navigator = navigator;
        this.surroundings = surroundings;
        this.times = times;
        BooleanBinding withFigures = Bindings.createBooleanBinding(
                () -> hasFigures(table.selectedProperty().get()), table.selectedProperty());
        BooleanBinding any = table.selectedProperty().isNotNull();
        BooleanBinding two = Bindings.createBooleanBinding(
                () -> table.selectedRows().size() == 2
                        && table.selectedRows().stream().allMatch(RunsPage::hasFigures),
                table.selectedRows());
        openJourney = Command.of("runs.journey", "Open the journey", this::goToJourney)
                .withIcon(Feather.GIT_BRANCH)
                .enabledWhen(any);
        openReport = Command.of("runs.report", "Open the report", this::showReport)
                .withIcon(Feather.FILE_TEXT)
                .withKey("Shortcut+R")
                .enabledWhen(withFigures)
                .explained("Writes the report beside the run's ledger and shows it in the browser");
        saveReport = Command.of("runs.report-save", "Save the report…", this::writeReport)
                .withIcon(Feather.DOWNLOAD)
                .enabledWhen(withFigures);
        Command compare = Command.of("runs.compare", "Compare two runs", this::compare)
                .withIcon(Feather.COLUMNS)
                .enabledWhen(two)
                .explained("Select two runs with Ctrl, then compare their figures");
        header.secondary().setAll(openJourney, compare, saveReport);
        header.primaryProperty().set(openReport);
        buildTable();
        table.selectedProperty().subscribe(this::inspect);
    }

    private static String value(RunRow row) {
        double estimate = row.estimate();
        return Double.isNaN(estimate) ? "–" : RunDetail.money(estimate, row.currency());
    }

    private void buildTable() {
        table.identifiedBy(row -> row.run().id());
        table.text("Run", 5.5, row -> row.run().id());
        table.text(
                "Journey",
                18,
                row -> row.journeyTitle() + " v" + row.run().request().journeyVersion());
        table.value("State", 7.5, row -> row.run().state(), RunStates::words)
                .showing(row -> RunStates.chip(row.run().state()));
        table.number("People", 5, 0, row -> row.run().request().people());
        table.number("Decisions", 6, 0, row -> figure(row, RunResult::decisions))
                .hidden();
        table.number("Messages", 6.5, 0, row -> figure(row, RunResult::contacts));
        table.number("No message %", 8.5, 1, row -> row.silenced() * 100)
                .explained("Decisions in which even the last rung of the ladder was not allowed, of 100");
        table.number("Value per person", 9.5, 2, RunRow::estimate)
                .showing(row -> new Label(value(row)))
                .explained("What the journey brought per person, measured against the people held out");
        table.value("Started", 9.5, row -> row.run().started(), times::full);
        table.value("Took", 6, RunsPage::took, Times::span).hidden();
        table.number("Seed", 5, 0, row -> row.run().request().seed()).hidden();
        table.number("Days", 5, 0, row -> row.run().request().days()).hidden();
        table.text("By", 7, row -> row.run().author()).hidden();
        table.setPlaceholder(new EmptyState(
                Feather.PLAY_CIRCLE,
                "No runs yet",
                "A run walks simulated people through a journey. Open a journey and run it; it is listed here with its"
                        + " figures.",
                Command.of("runs.go-journeys", "Go to the journeys", () -> navigator.go(Place.of("journeys")))
                        .withIcon(Feather.GIT_BRANCH)));
        table.onOpen(row -> goToJourney());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Runs";
    }

    @Override
    public Ikon icon() {
        return Feather.PLAY_CIRCLE;
    }

    @Override
    public Node content() {
        return table;
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public ObservableValue<@Nullable Node> inspector() {
        return inspector.getReadOnlyProperty();
    }

    @Override
    public ObservableList<DrawerTab> drawer() {
        return drawer;
    }

    @Override
    public void shown() {
        tasks.running().addListener(afterTask);
        refresh();
    }

    @Override
    public void hidden() {
        tasks.running().removeListener(afterTask);
    }

    @Override
    public void open(Place place) {
        wanted = place.document();
        selectWanted();
    }

    private void onTasks(ListChangeListener.Change<? extends TaskHandle<?>> change) {
        while (change.next()) {
            if (change.getRemoved().stream().anyMatch(TaskHandle::announced)) {
                refresh();
            }
        }
    }

    private void refresh() {
        tasks.lookUp("runs", "Read the runs", progress -> RunRow.all(workspace)).onDone(rows -> {
            table.setRows(rows);
            long complete = rows.stream()
                    .filter(row -> row.run().state() == RunState.COMPLETE)
                    .count();
            header.noteProperty()
                    .set(
                            rows.isEmpty()
                                    ? ""
                                    : complete + " of " + rows.size() + " complete. Everybody in them is simulated.");
            if (wanted != null) {
                selectWanted();
            } else if (table.selectedProperty().get() == null
                    && !table.shownRows().isEmpty()) {
                table.select(table.shownRows().getFirst());
            }
        });
    }

    private void selectWanted() {
        String id = wanted;
        table.rows().stream()
                .filter(row -> row.run().id().equals(id))
                .findFirst()
                .ifPresent(row -> {
                    wanted = null;
                    table.select(row);
                });
    }

    private void inspect(@Nullable RunRow row) {
        inspector.set(row == null ? null : new RunDetail(row, times, List.of(openReport, openJourney)));
    }

    private void goToJourney() {
        RunRow row = table.selectedProperty().get();
        if (row != null) {
            navigator.go(Place.of("journeys", row.run().request().journeyId()));
        }
    }

    private void showReport() {
        RunRow row = table.selectedProperty().get();
        if (row != null) {
            String id = row.run().id();
            Path target = workspace.folder().resolve("runs").resolve(id + ".html");
            report(id, target);
        }
    }

    private void writeReport() {
        RunRow row = table.selectedProperty().get();
        if (row != null) {
            String id = row.run().id();
            surroundings.chooseTarget("Save the report", id + ".html").ifPresent(target -> report(id, target));
        }
    }

    private void report(String id, Path target) {
        tasks.start("Write the report of " + id, progress -> {
                    new RunReportFile(workspace).write(id, target);
                    return target;
                })
                .onDone(written -> {
                    toasts.good("The report of " + id + " is in " + written + ".");
                    surroundings.show(written);
                })
                .onFailed(failure -> toasts.bad("The report was not written. " + Failures.line(failure)));
    }

    private void compare() {
        RunRow one = table.selectedRows().getFirst();
        RunRow two = table.selectedRows().getLast();
        boolean inOrder = !one.run().started().isAfter(two.run().started());
        RunRow first = inOrder ? one : two;
        RunRow second = inOrder ? two : one;
        FilterTable<RunComparison.Line> lines = new FilterTable<>("figure", "figures");
        lines.text("Figure", 26, RunComparison.Line::name);
        lines.right(
                first.run().id() + " · " + first.journeyTitle() + " v"
                        + first.run().request().journeyVersion(),
                16,
                RunComparison.Line::first);
        lines.right(
                second.run().id() + " · " + second.journeyTitle() + " v"
                        + second.run().request().journeyVersion(),
                16,
                RunComparison.Line::second);
        lines.right("Difference", 10, RunComparison.Line::difference);
        lines.setRows(RunComparison.of(first, second));
        drawer.setAll(new DrawerTab("comparison", "Comparison", lines));
    }

    private static boolean hasFigures(@Nullable RunRow row) {
        return row != null && row.result() != null;
    }

    private static Number figure(RunRow row, java.util.function.ToLongFunction<RunResult> figure) {
        RunResult result = row.result();
        return result == null ? Double.NaN : (Number) figure.applyAsLong(result);
    }

    private static Duration took(RunRow row) {
        Duration took = row.took();
        return took == null ? Duration.ZERO : took;
    }
}
