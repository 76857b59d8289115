package org.wayleave.journey.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.journey.canvas.Board;
import org.wayleave.journey.canvas.JourneyCanvas;
import org.wayleave.journey.canvas.JourneyEditor;
import org.wayleave.journey.canvas.JourneyOutline;
import org.wayleave.journey.canvas.StepFigures;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.canvas.geometry.Point;
import org.wayleave.journey.ui.drawer.ExpectationsPane;
import org.wayleave.journey.ui.drawer.HistoryPane;
import org.wayleave.journey.ui.drawer.ProblemsPane;
import org.wayleave.journey.ui.drawer.RunPane;
import org.wayleave.journey.ui.inspect.Inspector;
import org.wayleave.journey.ui.inspect.StoryView;
import org.wayleave.journey.ui.model.Background;
import org.wayleave.journey.ui.model.ExpectationsModel;
import org.wayleave.journey.ui.model.JourneysModel;
import org.wayleave.journey.ui.model.ProblemsModel;
import org.wayleave.journey.ui.model.RunModel;
import org.wayleave.journey.ui.model.WhyModel;
import org.wayleave.journey.ui.service.JourneyChecks;
import org.wayleave.journey.ui.service.JourneyDocuments;
import org.wayleave.journey.ui.service.JourneyRuns;
import org.wayleave.journey.ui.service.OpenedJourney;
import org.wayleave.ui.control.StateChip;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.DrawerTab;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.PageHeader;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.page.UnsavedWork;
import org.wayleave.ui.task.BackgroundTasks;

/** Journeys: the list, and one of them open on the canvas. */
public final class JourneysPage implements Page {

    private static final String ID = "journeys";
    /** The bar of a card lies between these heights above its lower edge, with some room for the pointer. */
    private static final double BAR_ABOVE = 18;

    private static final double BAR_BELOW = 5;
    private static final Duration DRAFT_AFTER = Duration.seconds(2);

    private final Texts texts = new Texts("org.wayleave.journey.ui.journeys", Locale.ENGLISH);
    private final JourneysModel journeys;
    private final ProblemsModel problems;
    private final RunModel runs;
    private final WhyModel why;
    private final Board board;
    private final JourneyCanvas canvas;
    private final PageHeader header;
    private final Inspector inspector;
    private final ReadOnlyObjectWrapper<@Nullable Node> inspectorShown = new ReadOnlyObjectWrapper<>();
    private final ObservableList<DrawerTab> drawer = FXCollections.observableArrayList();
    private final List<DrawerTab> tabs;
    private final StackPane content = new StackPane();
    private final BorderPane work = new BorderPane();
    private final JourneyList list;
    private final JourneyOutline outline;
    private final JourneyCommands commands;
    private final UnsavedJourney unsaved;
    private final PauseTransition draftPause = new PauseTransition(DRAFT_AFTER);
    private final Toasts toasts;
    private @Nullable String pendingStep;

    /**
     * Creates the page.
     *
     * @param documents the journeys
     * @param runService runs and explains them
     * @param checks finds their problems
     * @param tasks runs what takes time
     * @param toasts says what failed
     * @param link opens a rule where the policy has it
     * @param navigator goes to the document in which a problem is mended
     * @param zone in which times are shown
     */
    public JourneysPage(
            JourneyDocuments documents,
            JourneyRuns runService,
            JourneyChecks checks,
            BackgroundTasks tasks,
            Toasts toasts,
            StoryView.RuleLink link,
            Navigator navigator,
            ZoneId zone) {
        this.toasts = toasts;
        Background background = new TaskBackground(tasks);
        Texts canvasTexts = Texts.ofCanvas();
        journeys = new JourneysModel(documents, background, texts, canvasTexts);
        problems = new ProblemsModel(journeys, checks, background, texts);
        runs = new RunModel(journeys, runService, background, texts);
        why = new WhyModel(journeys, runs, runService, background, texts);
        board = new Board(journeys.editor());
        canvas = new JourneyCanvas(board, canvasTexts, tasks);
        outline = new JourneyOutline(board, canvasTexts);
        inspector = new Inspector(journeys, runs, why, texts, link);
        list = new JourneyList(journeys, texts, zone);
        header = new PageHeader(texts.get("page.title"));
        problems.marksProperty().subscribe(board.problemsProperty()::set);
        runs.overlayProperty().subscribe(board.overlayProperty()::set);
        why.trailProperty().subscribe(board.trailProperty()::set);
        commands = new JourneyCommands(
                journeys, runs, canvas, texts, journeys.openedProperty().isNotNull(), this::toggleOutline);
        unsaved = new UnsavedJourney(journeys, texts);
        ProblemsPane problemsPane = new ProblemsPane(problems, board, texts, navigator::go);
        ExpectationsPane expectationsPane =
                new ExpectationsPane(new ExpectationsModel(journeys, runs, texts), texts, why::way);
        RunPane runPane = new RunPane(runs, texts, commands::run);
        tabs = List.of(
                new DrawerTab("problems", texts.get("problems.title"), problemsPane.badge(), problemsPane),
                new DrawerTab("run", texts.get("run.title"), runPane.badge(), runPane),
                new DrawerTab("expectations", texts.get("expect.tab"), expectationsPane.badge(), expectationsPane),
                new DrawerTab("history", texts.get("history.title"), new HistoryPane(journeys, texts, zone)));
        work.setCenter(canvas);
        outline.setPrefWidth(260);
        content.getChildren().setAll(list);
        for (Parent root : List.of(content, inspector, problemsPane, runPane, expectationsPane, (Parent)
                tabs.getLast().content())) {
            dress(root);
        }
        header.extras().addAll(new OverlayMenu(runs, texts, zone), new RunOptionsMenu(runs, texts));
        followOpened();
        followFailures();
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::openReasons);
        draftPause.setOnFinished(event -> journeys.keepDraft());
        journeys.editor().journeyProperty().addListener((o, old, now) -> draftPause.playFromStart());
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return texts.get("page.title");
    }

    @Override
    public Ikon icon() {
        return Feather.GIT_BRANCH;
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public PageHeader header() {
        return header;
    }

    @Override
    public ObservableValue<@Nullable Node> inspector() {
        return inspectorShown.getReadOnlyProperty();
    }

    @Override
    public ObservableList<DrawerTab> drawer() {
        return drawer;
    }

    @Override
    public UnsavedWork unsavedWork() {
        return unsaved;
    }

    @Override
    public void shown() {
        journeys.refresh();
        problems.check();
    }

    @Override
    public void hidden() {
        journeys.keepDraft();
    }

    @Override
    public void dispose() {
        problems.rest();
        draftPause.stop();
    }

    /** Opens the journey that the place names, at the step that its detail names; without a document the list is shown. */
    @Override
    public void open(Place place) {
        String document = place.document();
        if (document == null) {
            return;
        }
        pendingStep = place.detail();
        boolean already = journeys.opened()
                .filter(opened -> opened.entry().id().equals(document) && opened.latest())
                .isPresent();
        if (already) {
            showPendingStep();
        } else {
            journeys.open(document);
        }
    }

    /** Returns the canvas. */
    public JourneyCanvas canvas() {
        return canvas;
    }

    /** Returns the inspector. */
    public Inspector inspectorPane() {
        return inspector;
    }

    /** Returns the model of the open journey. */
    public JourneysModel journeys() {
        return journeys;
    }

    /** Returns the model of its runs. */
    public RunModel runs() {
        return runs;
    }

    /** Returns the model of the reasons. */
    public WhyModel why() {
        return why;
    }

    /** Returns the model of its problems. */
    public ProblemsModel problems() {
        return problems;
    }

    private void followOpened() {
        journeys.openedProperty().addListener((o, old, now) -> {
            if (now == null) {
                content.getChildren().setAll(list);
                inspectorShown.set(null);
                drawer.clear();
                header.secondary().clear();
                header.more().clear();
            } else if (old == null || !old.entry().id().equals(now.entry().id())) {
                content.getChildren().setAll(work);
                inspectorShown.set(inspector);
                drawer.setAll(tabs);
                header.secondary().setAll(commands.beside());
                header.more().setAll(commands.more());
                canvas.fitWhenShown();
                showPendingStep();
            }
            describe(now);
        });
        JourneyEditor editor = journeys.editor();
        editor.changedProperty()
                .addListener((o, old, now) -> describe(journeys.openedProperty().get()));
        journeys.noteProperty()
                .addListener((o, old, now) -> describe(journeys.openedProperty().get()));
        editor.journeyProperty()
                .addListener((o, old, now) -> describe(journeys.openedProperty().get()));
        runs.optionsProperty()
                .addListener((o, old, now) -> describe(journeys.openedProperty().get()));
        describe(null);
    }

    private void describe(@Nullable OpenedJourney opened) {
        for (Node extra : header.extras()) {
            extra.setVisible(opened != null);
            extra.setManaged(opened != null);
        }
        if (opened == null) {
            header.titleProperty().set(texts.get("page.title"));
            header.stateProperty().set("");
            header.versionProperty().set("");
            header.noteProperty().set(texts.get("page.note"));
            header.primaryProperty().set(null);
            return;
        }
        header.titleProperty().set(journeys.editor().current().title());
        String state = opened.entry().state().wireName();
        header.stateProperty().set(StateChip.words(state));
        header.stateToneProperty().set(StateChip.toneOfDocument(state));
        header.versionProperty().set(texts.get("page.version", opened.entry().version()));
        boolean changed = journeys.editor().changedProperty().get();
        String note = journeys.noteProperty().get();
        header.noteProperty().set(note.isEmpty() && changed ? texts.get("note.changed") : note);
        header.primaryProperty().set(commands.run());
    }

    private void toggleOutline() {
        if (work.getLeft() == null) {
            work.setLeft(outline);
            outline.requestFocus();
        } else {
            work.setLeft(null);
            canvas.requestFocus();
        }
    }

    private void followFailures() {
        Consumer<String> tell = message -> {
            if (!message.isEmpty()) {
                toasts.bad(message);
            }
        };
        journeys.failureProperty().subscribe(tell);
        journeys.editor().refusalProperty().subscribe(message -> {
            if (!message.isEmpty()) {
                toasts.show(Tone.WARNING, message, null);
            }
        });
        runs.failureProperty().subscribe(tell);
    }

    private void showPendingStep() {
        Optional.ofNullable(pendingStep).ifPresent(board::jumpTo);
        pendingStep = null;
    }

    /** A click on the bar of a step asks why: the step is selected by then. */
    private void openReasons(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
            return;
        }
        Point place = board.viewportProperty().get().toWorld(event.getX(), event.getY());
        board.diagram()
                .cardAt(place)
                .filter(card -> decides(board.overlayProperty().get().steps().get(card.id())))
                .filter(card -> place.y() >= card.box().bottom() - BAR_ABOVE
                        && place.y() <= card.box().bottom() - BAR_BELOW)
                .ifPresent(card -> inspector.show(Inspector.Place.WHY));
    }

    private static boolean decides(@Nullable StepFigures figures) {
        return figures != null && figures.decides();
    }

    private static void dress(Parent root) {
        root.getStylesheets()
                .addAll(
                        sheet(JourneyCanvas.class.getResource("canvas.css")),
                        sheet(JourneysPage.class.getResource("journeys.css")));
    }

    private static String sheet(java.net.@Nullable URL url) {
        return Objects.requireNonNull(url, "style sheet").toExternalForm();
    }
}
