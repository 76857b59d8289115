package org.wayleave.journey.ui.inspect;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wayleave.journey.canvas.KindIcon;
import org.wayleave.journey.canvas.StepLook;
import org.wayleave.journey.canvas.Texts;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.ui.model.JourneysModel;
import org.wayleave.journey.ui.model.RunModel;
import org.wayleave.journey.ui.model.WhyModel;

/** What is to be said about the selected step, in four tabs. */
public final class Inspector extends BorderPane {

    /** The tabs. */
    public enum Place {
        SETUP,
        CONSENT,
        RESULT,
        WHY
    }

    private final JourneysModel journeys;
    private final Texts texts;
    private final SetupPane setup;
    private final ConsentPane consent;
    private final ResultPane result;
    private final HBox head = new HBox(10);
    private final TabPane tabs = new TabPane();
    private final Map<Place, Tab> places = new EnumMap<>(Place.class);

    /**
     * Creates the inspector.
     *
     * @param link opens a rule where the policy has it
     */
    public Inspector(JourneysModel journeys, RunModel runs, WhyModel why, Texts texts, StoryView.RuleLink link) {
        this.journeys = journeys;
        this.texts = texts;
        this.setup = new SetupPane(journeys, texts);
        this.consent = new ConsentPane(journeys, texts);
        this.result = new ResultPane(runs, texts);
        getStyleClass().add("journey-inspector");
        setPrefWidth(360);
        head.getStyleClass().add("inspector-head");
        head.setAlignment(Pos.CENTER_LEFT);
        setTop(head);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        places.put(Place.SETUP, tab(texts.get("tab.setup"), setup));
        places.put(Place.CONSENT, tab(texts.get("tab.consent"), consent));
        places.put(Place.RESULT, tab(texts.get("tab.result"), result));
        places.put(Place.WHY, tab(texts.get("tab.why"), new WhyPane(why, texts, link)));
        tabs.getTabs().setAll(places.values());
        setCenter(tabs);
        journeys.editor().selection().addListener((SetChangeListener<String>) change -> follow());
        journeys.editor().journeyProperty().addListener((o, old, now) -> follow());
        journeys.openedProperty().addListener((o, old, now) -> follow());
        runs.shownProperty().addListener((o, old, now) -> follow());
        follow();
    }

    /** Brings a tab to the front. */
    public void show(Place place) {
        tabs.getSelectionModel().select(places.get(place));
    }

    private void follow() {
        Optional<Step> step = journeys.editor().selectedStep();
        head.getChildren().clear();
        Label title = new Label();
        title.getStyleClass().add("text-heading");
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        if (step.isPresent()) {
            title.setText(step.get().title());
            Label number = Lines.quiet(texts.get(
                    "inspector.step",
                    journeys.editor().current().indexOf(step.get().id()) + 1));
            number.setMinWidth(USE_PREF_SIZE);
            head.getChildren().addAll(new KindIcon(StepLook.of(step.get())), title, number);
        } else {
            int selected = journeys.editor().selection().size();
            title.setText(
                    selected > 1
                            ? texts.get("inspector.several", selected)
                            : journeys.editor().current().title());
            head.getChildren().add(title);
        }
        Step one = step.orElse(null);
        setup.show(one);
        consent.show(one);
        result.show(one);
    }

    private static Tab tab(String title, VBox content) {
        content.getStyleClass().add("inspector-content");
        content.setMinHeight(USE_PREF_SIZE);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Tab tab = new Tab(title, (Node) scroll);
        return tab;
    }
}
