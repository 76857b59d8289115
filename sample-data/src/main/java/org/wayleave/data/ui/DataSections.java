package org.wayleave.data.ui;

import java.util.List;
import java.util.Set;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.ui.catalogue.CataloguePane;
import org.wayleave.data.ui.dataset.DatasetDetail;
import org.wayleave.data.ui.dataset.DatasetsPane;
import org.wayleave.data.ui.dataset.model.DatasetsModel;
import org.wayleave.data.ui.dataset.model.ExaminationModel;
import org.wayleave.data.ui.dataset.model.ImportModel;
import org.wayleave.data.ui.editing.UnsavedCatalogue;
import org.wayleave.data.ui.events.EventsPane;
import org.wayleave.data.ui.feature.FeaturesPane;
import org.wayleave.data.ui.identity.IdentityPane;
import org.wayleave.data.ui.model.Background;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.data.ui.model.EventsModel;
import org.wayleave.data.ui.model.FeaturesModel;
import org.wayleave.data.ui.model.IdentityModel;
import org.wayleave.data.ui.model.OptOutModel;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.PreferencesModel;
import org.wayleave.data.ui.model.QualityModel;
import org.wayleave.data.ui.model.RegistryModel;
import org.wayleave.data.ui.model.Words;
import org.wayleave.data.ui.people.PeoplePane;
import org.wayleave.data.ui.preferences.OptOutPane;
import org.wayleave.data.ui.preferences.PreferencesPane;
import org.wayleave.data.ui.quality.QualityPane;
import org.wayleave.data.ui.registry.RegistryPane;
import org.wayleave.data.ui.section.DataSection;
import org.wayleave.data.ui.section.SectionGroup;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.page.Place;

/** What the Data page consists of: one method for each section, and the groups they stand in. */
final class DataSections {
    private final DataServices services;
    private final PeopleModel people;
    private final Background background;
    private final CatalogueEditing editing;
    private final DataSection<PeoplePane> peopleSection;
    private final DataSection<CataloguePane> catalogueSection;
    private final DataSection<DatasetsPane> datasetSection;

    DataSections(DataServices services, PeopleModel people, Background background, Runnable readAgain) {
        this.services = services;
        this.people = people;
        this.background = background;
        editing = new CatalogueEditing(people, services.keeping(), background, readAgain);
        peopleSection = people();
        catalogueSection = catalogue();
        datasetSection = datasets();
    }

    /** Returns the section of the people, which is in front at first. */
    DataSection<PeoplePane> ofPeople() {
        return peopleSection;
    }

    /** Returns the section that opens the catalogue. */
    DataSection<CataloguePane> ofCatalogue() {
        return catalogueSection;
    }

    /** Returns the section that opens a data set. */
    DataSection<DatasetsPane> ofDatasets() {
        return datasetSection;
    }

    /** Returns the edits of the catalogue, which several sections make. */
    CatalogueEditing editing() {
        return editing;
    }

    List<SectionGroup> groups() {
        return List.of(
                new SectionGroup("People", List.of(peopleSection, preferences(), optOuts(), identity())),
                new SectionGroup("What data means", List.of(catalogueSection, registry(), events(), features())),
                new SectionGroup("How good it is", List.of(quality())),
                new SectionGroup("Your own data", List.of(datasetSection)));
    }

    private DataSection<PeoplePane> people() {
        return new DataSection<>(
                        "people",
                        "People",
                        Feather.USERS,
                        "Each simulated person with consents, events and features.",
                        () -> new PeoplePane(people, services.theme()))
                .withPrimary(new PeopleFile(people, services.tasks(), services.toasts(), services.target()).command());
    }

    private DataSection<PreferencesPane> preferences() {
        PreferencesModel model = new PreferencesModel(people, services.neighbours(), background);
        return new DataSection<>(
                        "preferences",
                        "Preference centre",
                        Feather.SLIDERS,
                        "The toggles of one person, and how each changes what that person would get.",
                        () -> new PreferencesPane(model, services.navigator()))
                .whenShown(model::show);
    }

    private DataSection<OptOutPane> optOuts() {
        OptOutModel model = new OptOutModel(people, background);
        return new DataSection<>(
                        "opt-outs",
                        "Opt-outs",
                        Feather.USER_MINUS,
                        "How many people take each consent back, month by month.",
                        () -> new OptOutPane(people, model, services.theme()))
                .whenShown(model::measure);
    }

    private DataSection<IdentityPane> identity() {
        IdentityModel model = new IdentityModel(people, services.keeping(), background);
        return new DataSection<>(
                        "identity",
                        "Identity",
                        Feather.GIT_MERGE,
                        "Which identifiers are taken for one person, how sure that is, and how often it is right.",
                        () -> new IdentityPane(model, services.theme()))
                .whenShown(model::resolve);
    }

    private DataSection<CataloguePane> catalogue() {
        return new DataSection<>(
                        "catalogue",
                        "Catalogue",
                        Feather.BOOK_OPEN,
                        "Purposes, channels, topics, data elements and events, and what each stands for.",
                        () -> new CataloguePane(people))
                .opening(Set.of(), (pane, place) -> {
                    String part = place.detail();
                    if (place.document() != null && part != null) {
                        pane.select(part);
                    }
                })
                .notSimulated();
    }

    private DataSection<RegistryPane> registry() {
        RegistryModel model = new RegistryModel(editing, services.neighbours(), background);
        TextFile file = new TextFile(services.tasks(), services.toasts(), services.target());
        return new DataSection<>(
                        "registry",
                        "Lawful bases",
                        Feather.SHIELD,
                        "For each data element the lawful basis, purposes, retention and recipients; with the record of"
                                + " processing and the use that is really made of it.",
                        () -> new RegistryPane(model, editing, services.navigator(), file::write))
                .opening(Set.of("ropa", "observed"), (pane, place) -> pane.select(detail(place)))
                .withUnsaved(new UnsavedCatalogue(editing))
                .notSimulated();
    }

    private DataSection<EventsPane> events() {
        EventsModel model = new EventsModel(people, editing, background);
        return new DataSection<>(
                        "events",
                        "Events",
                        Feather.ZAP,
                        "The contract of each event, whether events keep to it, and how identifiers become tokens.",
                        () -> new EventsPane(model, editing))
                .opening(
                        Set.of("contract", "conformance", "tokens"),
                        (pane, place) -> pane.select("events".equals(detail(place)) ? "contract" : detail(place)))
                .notSimulated();
    }

    private DataSection<FeaturesPane> features() {
        FeaturesModel model = new FeaturesModel(people, background);
        return new DataSection<>(
                "features",
                "Features",
                Feather.TRENDING_UP,
                "What is computed from events: source, purpose, basis, retention, and whether batch and single events"
                        + " agree.",
                () -> new FeaturesPane(people, model));
    }

    private DataSection<QualityPane> quality() {
        QualityModel model = new QualityModel(people, background);
        return new DataSection<>(
                        "quality",
                        "Quality",
                        Feather.ACTIVITY,
                        "Consent rates with alerts, and a profile of each feature, of the simulated people.",
                        () -> new QualityPane(people, model, services.theme()))
                .whenShown(model::measure);
    }

    private DataSection<DatasetsPane> datasets() {
        DatasetsModel model = new DatasetsModel(services.datasets(), background);
        ExaminationModel examination = new ExaminationModel(services.datasets(), background);
        ImportModel imports = new ImportModel(services.datasets(), background, dataset -> {
            model.choose(dataset.id());
            model.refresh();
            services.toasts()
                    .good(dataset.title() + " is data set " + dataset.id() + " now: " + Words.count(dataset.rows())
                            + " rows, " + dataset.columns().size() + " columns.");
        });
        DataSection<DatasetsPane> section = new DataSection<>(
                "datasets",
                "Data sets",
                Feather.LAYERS,
                "Tables of your own people from CSV or Parquet files: import, profile and comparison.",
                () -> new DatasetsPane(
                        model,
                        imports,
                        services.files(),
                        new DatasetDetail(model, examination, services.theme()),
                        services.theme()));
        return section.withoutPeople()
                .whenShown(model::refresh)
                .opening(Set.of(), (pane, place) -> {
                    String id = place.document();
                    if (id != null) {
                        model.choose(id);
                    }
                })
                .withPrimary(Command.of(
                                "data.datasets.import",
                                "Import a file…",
                                () -> section.node().chooseFile())
                        .withIcon(Feather.UPLOAD)
                        .enabledWhen(imports.stageProperty().isEqualTo(ImportModel.Stage.NOTHING))
                        .explained("Takes in a CSV or Parquet file as a data set of this workspace."));
    }

    private static String detail(Place place) {
        String detail = place.detail();
        return detail == null ? "" : detail;
    }
}
