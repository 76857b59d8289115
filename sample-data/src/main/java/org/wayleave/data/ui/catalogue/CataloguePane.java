package org.wayleave.data.ui.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.Channel;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.EventContract;
import org.wayleave.data.catalogue.EventField;
import org.wayleave.data.catalogue.LawfulBasis;
import org.wayleave.data.catalogue.PolicyText;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.data.catalogue.Topic;
import org.wayleave.data.ui.model.ObservedPopulation;
import org.wayleave.data.ui.model.PeopleModel;
import org.wayleave.data.ui.model.Words;
import org.wayleave.ui.control.FilterTable;
import org.wayleave.ui.control.Texts;

/** The catalogue in force, a table for each kind of entry; it is read, not written, here. */
public final class CataloguePane extends BorderPane {
    private final ListView<Section> sections = new ListView<>();
    private final BorderPane body = new BorderPane();
    private final Label origin = Texts.secondary("");

    /**
     * One kind of entry.
     *
     * @param id stable name, e.g. "purposes"
     * @param count number of entries
     * @param sentence what an entry is
     * @param table the entries
     */
    record Section(String id, String title, int count, String sentence, Node table) {}

    /** Makes the pane. */
    public CataloguePane(PeopleModel model) {
        getStyleClass().add("catalogue");
        sections.setAccessibleText("Kinds of entries");
        sections.setPrefWidth(220);
        sections.setCellFactory(list -> new SectionCell());
        sections.getSelectionModel().selectedItemProperty().subscribe(section -> show(section));
        origin.setPadding(new Insets(10, 14, 14, 14));
        VBox left = new VBox(sections, origin);
        VBox.setVgrow(sections, Priority.ALWAYS);
        left.setPrefWidth(250);
        left.setMaxWidth(250);
        left.getStyleClass().add("catalogue-sections");
        setLeft(left);
        setCenter(body);
        model.populationProperty().subscribe(population -> {
            if (population != null) {
                fill(population);
            }
        });
    }

    /** Shows a kind of entry by its name: purposes, channels, topics, dataElements, lawfulBases, events or policyTexts. */
    public void select(String id) {
        sections.getItems().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .ifPresent(sections.getSelectionModel()::select);
    }

    private void fill(ObservedPopulation population) {
        Section before = sections.getSelectionModel().getSelectedItem();
        Catalogue catalogue = population.catalogue();
        origin.setText(catalogue.title() + "\n" + population.catalogueOrigin()
                + ". It is read here; a changed catalogue comes in with wayleave import.");
        sections.setItems(FXCollections.observableArrayList(List.of(
                purposes(catalogue),
                channels(catalogue),
                topics(catalogue),
                elements(catalogue),
                bases(catalogue),
                events(catalogue),
                texts(catalogue))));
        select(before == null ? "purposes" : before.id());
    }

    private void show(@Nullable Section section) {
        if (section == null) {
            body.setTop(null);
            body.setCenter(null);
            return;
        }
        VBox head = new VBox(4, Texts.heading(section.title()), Texts.secondary(section.sentence()));
        head.getStyleClass().add("section-head");
        body.setTop(head);
        body.setCenter(section.table());
    }

    private static Section purposes(Catalogue catalogue) {
        FilterTable<Purpose> table = new FilterTable<>("purpose", "purposes");
        table.text("Purpose", 15, Purpose::title).explained("Why data is used.");
        table.text("Lawful basis", 11, purpose -> basis(catalogue, purpose.lawfulBasis()))
                .explained("The ground in law that the purpose relies on.");
        table.text("Consent", 9, purpose -> asked(purpose.consentRequired()))
                .explained("Whether a person must have agreed before data is used for it.");
        table.number(
                        "Data elements",
                        9,
                        0,
                        purpose -> catalogue.dataElements().values().stream()
                                .filter(element -> element.purposes().contains(purpose.id()))
                                .count())
                .explained("How many data elements may serve it.");
        table.text("Id", 9, Purpose::id).explained("The name used in journeys and policies.");
        table.text("Description", 36, Purpose::description).explained("What belongs to the purpose.");
        table.setRows(catalogue.purposes().values());
        return new Section(
                "purposes",
                "Purposes",
                catalogue.purposes().size(),
                "A purpose says why data is used; each message step of a journey names one.",
                described(table, Purpose::description));
    }

    private static Section channels(Catalogue catalogue) {
        FilterTable<Channel> table = new FilterTable<>("channel", "channels");
        table.text("Channel", 14, Channel::title).explained("A way to reach people.");
        table.text("Consent", 10, channel -> asked(channel.consentRequired()))
                .explained("Whether a person must have agreed to be reached this way.");
        table.text("Counts as a contact", 12, channel -> channel.countsAsContact() ? "yes" : "no")
                .explained("Whether a message counts against the frequency caps.");
        table.text("Id", 10, Channel::id).explained("The name used in journeys and policies.");
        table.setRows(catalogue.channels().values());
        return new Section(
                "channels",
                "Channels",
                catalogue.channels().size(),
                "A channel is a way to reach people; what counts as a contact is limited by the frequency caps.",
                table);
    }

    private static Section topics(Catalogue catalogue) {
        FilterTable<Topic> table = new FilterTable<>("topic", "topics");
        table.text("Topic", 16, Topic::title).explained("What a message is about.");
        table.text("Consent", 10, topic -> asked(topic.consentRequired()))
                .explained("Whether a person must have agreed to messages on it.");
        table.text("Sensitive", 9, topic -> topic.sensitive() ? "sensitive" : "no")
                .explained("Whether messages on it need an approved creative.");
        table.text("Id", 10, Topic::id).explained("The name used in journeys and policies.");
        table.setRows(catalogue.topics().values());
        return new Section(
                "topics",
                "Topics",
                catalogue.topics().size(),
                "A topic is what a message is about; people consent to topics apart from channels and purposes.",
                table);
    }

    private static Section elements(Catalogue catalogue) {
        FilterTable<DataElement> table = new FilterTable<>("data element", "data elements");
        table.text("Data element", 15, DataElement::title).explained("A kind of data held about people.");
        table.text("Lawful basis", 11, element -> basis(catalogue, element.lawfulBasis()))
                .explained("The ground in law on which it is held.");
        table.number("Kept, days", 6, 0, DataElement::retentionDays)
                .explained("How long a record may be kept and used.");
        table.text("Sensitivity", 7, element -> element.sensitivity().wire())
                .explained("How much harm a misuse can do; special means a category that the law protects specially.");
        table.text("Source", 7, element -> element.source().wire())
                .explained("Whether it was observed, told by the person, or inferred.");
        table.text("Purposes", 19, element -> titles(element.purposes(), id -> purpose(catalogue, id)))
                .explained("The purposes it may serve.");
        table.text("Allowed uses", 17, element -> String.join(", ", element.allowedUses()))
                .explained("What may be done with it.");
        table.text("Id", 10, DataElement::id)
                .explained("The name used in journeys and policies.")
                .hidden();
        table.setRows(catalogue.dataElements().values());
        return new Section(
                "dataElements",
                "Data elements",
                catalogue.dataElements().size(),
                "A data element is a kind of data held about people, with the basis it is held on, what it may serve and how long it is kept.",
                described(table, DataElement::description));
    }

    private static Section bases(Catalogue catalogue) {
        FilterTable<LawfulBasis> table = new FilterTable<>("lawful basis", "lawful bases");
        table.text("Lawful basis", 12, LawfulBasis::title).explained("A ground in law for using data.");
        table.number(
                        "Purposes",
                        6,
                        0,
                        basis -> catalogue.purposes().values().stream()
                                .filter(purpose -> purpose.lawfulBasis().equals(basis.id()))
                                .count())
                .explained("How many purposes rely on it.");
        table.number(
                        "Data elements",
                        9,
                        0,
                        basis -> catalogue.dataElements().values().stream()
                                .filter(element -> element.lawfulBasis().equals(basis.id()))
                                .count())
                .explained("How many data elements are held on it.");
        table.text("What it means", 40, LawfulBasis::description).explained("When it may be relied on.");
        table.setRows(catalogue.lawfulBases().values());
        return new Section(
                "lawfulBases",
                "Lawful bases",
                catalogue.lawfulBases().size(),
                "A lawful basis is the ground in law on which data is held and used.",
                described(table, LawfulBasis::description));
    }

    private static Section events(Catalogue catalogue) {
        FilterTable<EventContract> table = new FilterTable<>("event contract", "event contracts");
        table.text("Event", 14, EventContract::title).explained("What happened.");
        table.text("Purpose", 11, event -> purpose(catalogue, event.purpose()))
                .explained("The purpose the event is collected for.");
        table.number("Kept, days", 6, 0, EventContract::retentionDays).explained("How long the event may be kept.");
        table.number("Fields", 5, 0, event -> event.fields().size()).explained("How many fields it may hold.");
        table.text("Points at a person", 12, CataloguePane::pointers)
                .explained("Fields that point at a person, as a token or directly.");
        table.text("Id", 10, EventContract::id).explained("The name used in journeys.");
        table.setRows(catalogue.events().values());
        FilterTable<EventField> fields = new FilterTable<>("field", "fields");
        fields.text("Field", 10, EventField::name).explained("Name of the field.");
        fields.text("Type", 8, field -> field.type().wire()).explained("What a value must be.");
        fields.text("Required", 8, field -> field.required() ? "required" : "optional")
                .explained("Whether an event without it is refused.");
        fields.text("Personal", 10, field -> pii(field))
                .explained("Whether the value points at a person: not at all, as a token, or directly.");
        table.selectedProperty().subscribe(event -> fields.setRows(event == null ? List.of() : event.fields()));
        javafx.scene.control.SplitPane split = new javafx.scene.control.SplitPane(table, fields);
        split.setOrientation(javafx.geometry.Orientation.VERTICAL);
        split.setDividerPositions(0.55);
        table.table().getSelectionModel().selectFirst();
        return new Section(
                "events",
                "Event contracts",
                catalogue.events().size(),
                "An event contract says which fields an event may hold, for what purpose it is collected and how long it is kept. Choose one to see its fields.",
                split);
    }

    private static Section texts(Catalogue catalogue) {
        FilterTable<PolicyText> table = new FilterTable<>("policy text", "policy texts");
        table.text("Version", 8, PolicyText::version).explained("The version that a consent records.");
        table.text("Title", 22, PolicyText::title).explained("What the version is called.");
        table.value("In force from", 10, PolicyText::time, CataloguePane::day)
                .explained("From when consents were asked with it, in UTC.");
        table.setRows(catalogue.policyTexts().values());
        return new Section(
                "policyTexts",
                "Policy texts",
                catalogue.policyTexts().size(),
                "A policy text is the wording shown when consent is asked; each consent records the version the person saw.",
                table);
    }

    private static <T> BorderPane described(FilterTable<T> table, Function<T, String> description) {
        Label text = Texts.secondary("Choose a row to read its description.");
        text.setPadding(new Insets(10, 14, 12, 14));
        table.selectedProperty().subscribe(row -> {
            if (row != null) {
                text.setText(description.apply(row));
            }
        });
        BorderPane pane = new BorderPane(table);
        pane.setBottom(text);
        return pane;
    }

    private static String day(Instant time) {
        return Words.day(time.toEpochMilli());
    }

    private static String asked(boolean required) {
        return required ? "must be given" : "not needed";
    }

    private static String basis(Catalogue catalogue, String id) {
        LawfulBasis basis = catalogue.lawfulBases().get(id);
        return basis == null ? "none declared" : basis.title();
    }

    private static String purpose(Catalogue catalogue, String id) {
        Purpose purpose = catalogue.purposes().get(id);
        return purpose == null ? id : purpose.title();
    }

    private static String titles(List<String> ids, Function<String, String> title) {
        return ids.stream().map(title).collect(Collectors.joining(", "));
    }

    private static String pii(EventField field) {
        return switch (field.pii()) {
            case NONE -> "no";
            case TOKEN -> "as a token";
            case DIRECT -> "directly";
        };
    }

    private static String pointers(EventContract event) {
        String fields = event.fields().stream()
                .filter(field -> field.pii() != EventField.Pii.NONE)
                .map(field -> field.name() + " (" + field.pii().wire() + ")")
                .collect(Collectors.joining(", "));
        return fields.isEmpty() ? "no" : fields;
    }

    private static final class SectionCell extends ListCell<Section> {
        private final Label title = new Label();
        private final Label count = Texts.secondary("");
        private final Region gap = new Region();
        private final HBox box = new HBox(8, title, gap, count);

        SectionCell() {
            HBox.setHgrow(gap, Priority.ALWAYS);
            box.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Section section, boolean empty) {
            super.updateItem(section, empty);
            setText(null);
            if (empty || section == null) {
                setGraphic(null);
                return;
            }
            title.setText(section.title());
            count.setText(String.format(Locale.ROOT, "%,d", section.count()));
            setGraphic(box);
        }
    }
}
