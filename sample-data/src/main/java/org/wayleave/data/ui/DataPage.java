package org.wayleave.data.ui;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.Person;
import org.wayleave.data.ui.catalogue.CataloguePane;
import org.wayleave.data.ui.editing.UnsavedCatalogue;
import org.wayleave.data.ui.events.EventsPane;
import org.wayleave.data.ui.feature.FeaturesPane;
import org.wayleave.data.ui.identity.IdentityPane;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.data.ui.model.EventsModel;
import org.wayleave.data.ui.model.FeaturesModel;
import org.wayleave.data.ui.model.IdentityModel;
import org.wayleave.data.ui.model.Keeping;
import org.wayleave.data.ui.model.Neighbours;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.OptOutModel;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.PreferencesModel;
import org.wayleave.data.ui.model.QualityModel;
import org.wayleave.data.ui.model.RegistryModel;
import org.wayleave.data.ui.model.Words;
import org.wayleave.data.ui.people.FilterBar;
import org.wayleave.data.ui.people.PeopleList;
import org.wayleave.data.ui.person.PersonView;
import org.wayleave.data.ui.preferences.OptOutPane;
import org.wayleave.data.ui.preferences.PreferencesPane;
import org.wayleave.data.ui.quality.QualityPane;
import org.wayleave.data.ui.registry.RegistryPane;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.Toasts;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.Navigator;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.PageHeader;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.page.UnsavedWork;
import org.wayleave.ui.task.BackgroundTasks;
import org.wayleave.ui.theme.Theme;

/**
 * Data: the synthetic people of the workspace, each with consents, events and features, the catalogue, and the quality of the data.
 *
 * <p>Places: {@code data} is the page, {@code data/p000042} a person, its detail one of profile, consents, events and features;
 * any other document is taken for the catalogue, its detail a kind of entry such as dataElements. Without a
 * document, the details contract, conformance, tokens, identity, features and quality are the tabs of those names.
 */
public final class DataPage implements Page {
    private static final String ID = "data";

    private final PopulationSource source;
    private final BackgroundTasks tasks;
    private final PeopleModel model;
    private final FilterBar filters;
    private final PeopleList list;
    private final PersonView person;
    private final CataloguePane catalogue;
    private final Tab peopleTab;
    private final Tab catalogueTab;
    private final Tab qualityTab;
    private final EventsPane events;
    private final Tab eventsTab;
    private final Tab identityTab;
    private final RegistryPane registry;
    private final CatalogueEditing editing;
    private final UnsavedWork unsavedWork;
    private final Tab registryTab;
    private final Tab preferencesTab;
    private final Tab optOutTab;
    private final Tab featuresTab;
    private final TabPane tabs = new TabPane();
    private final StackPane content = new StackPane();
    private final PageHeader header = new PageHeader("Data");
    private String wanted = "";
    private boolean opening;

    /**
     * Makes the page; {@link #shown()} reads the people.
     *
     * @param source which people and which catalogue, such as {@link WorkspacePopulation}
     * @param keeping where contracts and changes of identities are kept, such as {@link WorkspaceKeeping}
     * @param neighbours what other parts of the program know: who reads data, and what messages consents allow
     * @param tasks runs searches and exports
     * @param toasts says how an export ended
     * @param navigator is told which person is looked at
     * @param target lets the user choose where an export goes
     * @param theme colours and sizes of what is painted
     */
    public DataPage(
            PopulationSource source,
            Keeping keeping,
            Neighbours neighbours,
            BackgroundTasks tasks,
            Toasts toasts,
            Navigator navigator,
            ExportTarget target,
            Theme theme) {
        this.source = source;
        this.tasks = tasks;
        model = new PeopleModel(new TaskBackground(tasks));
        filters = new FilterBar(model);
        list = new PeopleList(model, theme);
        person = new PersonView(model, theme);
        catalogue = new CataloguePane(model);
        SplitPane split = new SplitPane(list, person);
        split.setDividerPositions(0.46);
        BorderPane people = new BorderPane(split);
        people.setTop(filters);
        peopleTab = new Tab("People", people);
        catalogueTab = new Tab("Catalogue", catalogue);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        QualityModel quality = new QualityModel(model, new TaskBackground(tasks));
        qualityTab = new Tab("Quality", new QualityPane(model, quality, theme));
        editing = new CatalogueEditing(model, keeping, new TaskBackground(tasks), this::shown);
        unsavedWork = new UnsavedCatalogue(editing);
        events = new EventsPane(new EventsModel(model, editing, new TaskBackground(tasks)), editing);
        eventsTab = new Tab("Events", events);
        IdentityModel identity = new IdentityModel(model, keeping, new TaskBackground(tasks));
        identityTab = new Tab("Identity", new IdentityPane(identity, theme));
        featuresTab = new Tab("Features", new FeaturesPane(model, new FeaturesModel(model, new TaskBackground(tasks))));
        registry = new RegistryPane(
                new RegistryModel(editing, neighbours, new TaskBackground(tasks)),
                editing,
                navigator,
                new TextFile(tasks, toasts, target)::write);
        registryTab = new Tab("Registry", registry);
        PreferencesModel preferences = new PreferencesModel(model, neighbours, new TaskBackground(tasks));
        preferencesTab = new Tab("Preferences", new PreferencesPane(preferences, navigator));
        OptOutModel optOuts = new OptOutModel(model, new TaskBackground(tasks));
        optOutTab = new Tab("Opt-outs", new OptOutPane(model, optOuts, theme));
        tabs.getTabs()
                .setAll(
                        peopleTab,
                        preferencesTab,
                        optOutTab,
                        catalogueTab,
                        registryTab,
                        eventsTab,
                        identityTab,
                        featuresTab,
                        qualityTab);
        // Measuring takes a second or more, so that it waits until somebody wants to see it.
        tabs.getSelectionModel().selectedItemProperty().subscribe(tab -> {
            if (qualityTab.equals(tab)) {
                quality.measure();
            } else if (identityTab.equals(tab)) {
                identity.resolve();
            } else if (preferencesTab.equals(tab)) {
                preferences.show();
            } else if (optOutTab.equals(tab)) {
                optOuts.measure();
            }
        });
        model.populationProperty().subscribe(population -> {
            if (qualityTab.isSelected()) {
                quality.measure();
            } else if (identityTab.isSelected()) {
                identity.resolve();
            } else if (preferencesTab.isSelected()) {
                preferences.show();
            } else if (optOutTab.isSelected()) {
                optOuts.measure();
            }
        });
        content.getStyleClass().add("data-page");
        content.getStylesheets()
                .add(Objects.requireNonNull(DataPage.class.getResource("data.css"))
                        .toExternalForm());
        Command export = new PeopleFile(model, tasks, toasts, target).command();
        Command goTo = Command.of("data.go-to-person", "Go to person…", this::askForPerson)
                .withIcon(Feather.USER)
                .withKey("Shortcut+G")
                .explained("Shows one person by number or id.");
        header.stateProperty().set("Simulated");
        header.stateToneProperty().set(Tone.ACCENT);
        header.secondary().setAll(goTo);
        header.primaryProperty().set(export);
        model.personProperty().subscribe((before, index) -> {
            if (!opening && index.intValue() >= 0 && before.intValue() >= 0) {
                navigator.arrived(Place.of(ID, Person.idOf(index.intValue())));
            }
        });
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Data";
    }

    @Override
    public Ikon icon() {
        return Feather.DATABASE;
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
    public UnsavedWork unsavedWork() {
        return unsavedWork;
    }

    @Override
    public void shown() {
        tasks.lookUp("data.population", "Read the population", progress -> source.read())
                .onDone(this::show)
                .onFailed(this::unreadable);
    }

    @Override
    public void open(Place place) {
        String document = place.document();
        String detail = place.detail();
        if (document == null) {
            openTab(detail == null ? "" : detail);
            return;
        }
        if (document.matches("[pP][0-9]+")) {
            tabs.getSelectionModel().select(peopleTab);
            wanted = document;
            if (model.population() != null) {
                openWanted();
            }
            if (detail != null) {
                person.select(detail);
            }
        } else {
            tabs.getSelectionModel().select(catalogueTab);
            if (detail != null) {
                catalogue.select(detail);
            }
        }
    }

    private void openTab(String detail) {
        switch (detail) {
            case "quality" -> tabs.getSelectionModel().select(qualityTab);
            case "identity" -> tabs.getSelectionModel().select(identityTab);
            case "preferences" -> tabs.getSelectionModel().select(preferencesTab);
            case "opt-outs" -> tabs.getSelectionModel().select(optOutTab);
            case "registry", "ropa", "observed" -> {
                tabs.getSelectionModel().select(registryTab);
                registry.select(detail);
            }
            case "features" -> tabs.getSelectionModel().select(featuresTab);
            case "contract", "conformance", "tokens" -> {
                tabs.getSelectionModel().select(eventsTab);
                events.select(detail);
            }
            default -> {}
        }
    }

    private void show(ObservedPopulation population) {
        opening = true;
        try {
            model.show(population);
            editing.refresh();
        } finally {
            opening = false;
        }
        header.noteProperty()
                .set(Words.people(population.people()) + " of recipe "
                        + population.recipe().reference() + ", seed "
                        + population.generator().seed() + ", observed "
                        + Words.day(population.generator().asOf().toEpochMilli()) + " · " + population.origin());
        content.getChildren().setAll(tabs);
        if (!wanted.isEmpty()) {
            openWanted();
        }
    }

    private void openWanted() {
        opening = true;
        try {
            String problem = model.goTo(wanted);
            if (!problem.isEmpty()) {
                filters.say(problem);
            }
        } finally {
            opening = false;
            wanted = "";
        }
    }

    private void unreadable(Throwable failure) {
        header.noteProperty().set("");
        content.getChildren()
                .setAll(new EmptyState(
                        Feather.ALERT_TRIANGLE,
                        "The data could not be read",
                        failure.getMessage() == null ? failure.toString() : failure.getMessage(),
                        Command.of("data.read-again", "Read again", this::shown)));
    }

    private void askForPerson() {
        tabs.getSelectionModel().select(peopleTab);
        filters.focusGoTo();
    }
}
