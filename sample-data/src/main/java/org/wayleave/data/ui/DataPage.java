package org.wayleave.data.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.wayleave.data.Person;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.Words;
import org.wayleave.data.ui.section.DataSection;
import org.wayleave.data.ui.section.SectionGroup;
import org.wayleave.data.ui.section.SectionList;
import org.wayleave.data.ui.section.UnsavedSections;
import org.wayleave.ui.command.Command;
import org.wayleave.ui.control.EmptyState;
import org.wayleave.ui.control.Tone;
import org.wayleave.ui.page.Page;
import org.wayleave.ui.page.PageHeader;
import org.wayleave.ui.page.Place;
import org.wayleave.ui.page.UnsavedWork;

/**
 * Data: the synthetic people of the workspace, what data means, how good it is, each in sections of {@link DataSections}.
 *
 * <p>Places: {@code data} is the page, {@code data/p000042} a person, its detail one of profile, consents, events and features;
 * {@code data/customers} with the detail dataset is a data set; any other document is taken for the catalogue, its detail a kind of entry such as dataElements. Without a document, the detail is
 * the id of a section or one of the names that a section answers to.
 */
public final class DataPage implements Page {
    private static final String ID = "data";
    private static final String DATASET = "dataset";

    private final DataServices services;
    private final PeopleModel model;
    private final DataSections sections;
    private final List<SectionGroup> groups;
    private final UnsavedWork unsavedWork;
    private final SectionList list;
    private final BorderPane content = new BorderPane();
    private final PageHeader header = new PageHeader("Data");
    private DataSection<?> front;
    private @Nullable Throwable unreadable;
    private String wanted = "";
    private boolean opening;

    /** Makes the page; {@link #shown()} reads the people. */
    public DataPage(DataServices services) {
        this.services = services;
        TaskBackground background = new TaskBackground(services.tasks());
        model = new PeopleModel(background);
        sections = new DataSections(services, model, background, this::shown);
        groups = sections.groups();
        unsavedWork = new UnsavedSections(groups.stream()
                .flatMap(group -> group.sections().stream())
                .map(DataSection::unsaved)
                .filter(Objects::nonNull)
                .toList());
        list = new SectionList(groups, this::chosen);
        front = sections.ofPeople();
        content.getStyleClass().add("data-page");
        content.getStylesheets()
                .add(Objects.requireNonNull(DataPage.class.getResource("data.css"))
                        .toExternalForm());
        content.setLeft(list);
        header.stateToneProperty().set(Tone.ACCENT);
        header.secondary()
                .setAll(Command.of("data.go-to-person", "Go to person…", this::askForPerson)
                        .withIcon(Feather.USER)
                        .withKey("Shortcut+G")
                        .explained("Shows one person by number or id."));
        bring(front);
        model.personProperty().subscribe((before, index) -> {
            if (!opening && index.intValue() >= 0 && before.intValue() >= 0) {
                services.navigator().arrived(Place.of(ID, Person.idOf(index.intValue())));
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

    /** Returns the sections, in groups. */
    public List<SectionGroup> groups() {
        return groups;
    }

    /** Returns the place of a section. */
    public static Place place(DataSection<?> section) {
        return new Place(ID, null, section.id());
    }

    @Override
    public void shown() {
        services.tasks()
                .lookUp(
                        "data.population",
                        "Read the population",
                        progress -> services.source().read())
                .onDone(this::show)
                .onFailed(this::unreadable);
    }

    @Override
    public void open(Place place) {
        String document = place.document();
        String detail = place.detail();
        if (document == null) {
            answering(detail).ifPresent(section -> {
                bring(section);
                section.open(place);
            });
        } else if (document.matches("[pP][0-9]+")) {
            bring(sections.ofPeople());
            wanted = document;
            if (model.population() != null) {
                openWanted();
            }
            if (detail != null) {
                sections.ofPeople().node().select(detail);
            }
        } else if (DATASET.equals(detail)) {
            bring(sections.ofDatasets());
            sections.ofDatasets().open(place);
        } else {
            bring(sections.ofCatalogue());
            sections.ofCatalogue().open(place);
        }
    }

    private Optional<DataSection<?>> answering(@Nullable String detail) {
        for (SectionGroup group : groups) {
            for (DataSection<?> section : group.sections()) {
                if (detail != null && section.answers(detail)) {
                    return Optional.of(section);
                }
            }
        }
        return Optional.empty();
    }

    private void chosen(DataSection<?> section) {
        if (!section.equals(front)) {
            bring(section);
            services.navigator().arrived(place(section));
        }
    }

    private void bring(DataSection<?> section) {
        front = section;
        list.mark(section);
        header.primaryProperty().set(section.primary());
        header.stateProperty().set(section.simulated() ? "Simulated" : "");
        header.noteProperty().set(section.simulated() ? note() : "");
        content.setCenter(inFront(section));
        if (!section.needsPeople() || model.population() != null) {
            section.show();
        }
    }

    private Node inFront(DataSection<?> section) {
        Throwable failure = unreadable;
        if (section.needsPeople() && failure != null) {
            return new EmptyState(
                    Feather.ALERT_TRIANGLE,
                    "The data could not be read",
                    failure.getMessage() == null ? failure.toString() : failure.getMessage(),
                    Command.of("data.read-again", "Read again", this::shown));
        }
        if (section.needsPeople() && model.population() == null) {
            return new EmptyState(Feather.DATABASE, "Reading the population…", "The people come in a moment.", null);
        }
        return section.node();
    }

    private String note() {
        ObservedPopulation population = model.population();
        return population == null || unreadable != null
                ? ""
                : Words.people(population.people()) + " of recipe "
                        + population.recipe().reference() + ", seed "
                        + population.generator().seed() + ", observed "
                        + Words.day(population.generator().asOf().toEpochMilli()) + " · " + population.origin();
    }

    private void show(ObservedPopulation population) {
        unreadable = null;
        opening = true;
        try {
            model.show(population);
            sections.editing().refresh();
        } finally {
            opening = false;
        }
        bring(front);
        if (!wanted.isEmpty()) {
            openWanted();
        }
    }

    private void openWanted() {
        opening = true;
        try {
            String problem = model.goTo(wanted);
            if (!problem.isEmpty()) {
                sections.ofPeople().node().say(problem);
            }
        } finally {
            opening = false;
            wanted = "";
        }
    }

    private void unreadable(Throwable failure) {
        unreadable = failure;
        bring(front);
    }

    private void askForPerson() {
        bring(sections.ofPeople());
        sections.ofPeople().node().askForPerson();
    }
}
