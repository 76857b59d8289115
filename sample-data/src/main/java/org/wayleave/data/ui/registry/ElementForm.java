package org.wayleave.data.ui.registry;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.scene.Node;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.LawfulBasis;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.data.catalogue.Recipient;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.ui.control.Forms;

/** The registry entry of one data element. */
final class ElementForm implements EntryForm.Content<DataElement> {
    private final CatalogueEditing editing;
    private final FieldControls controls;

    ElementForm(CatalogueEditing editing) {
        this.editing = editing;
        controls = new FieldControls(editing);
    }

    @Override
    public String title(DataElement element) {
        return element.title();
    }

    @Override
    public String sentence(DataElement element) {
        return element.description();
    }

    @Override
    public List<Node> fields(Catalogue catalogue, DataElement element) {
        Function<String, List<String>> path = field -> List.of("dataElements", element.id(), field);
        String of = " of " + element.title();
        Map<String, String> recipients = titles(catalogue.recipients().values(), Recipient::id, Recipient::title);
        return List.of(
                Forms.field(
                        "Name", controls.text("Rename " + element.title(), path.apply("title"), element.title()), ""),
                Forms.field(
                        "Description",
                        controls.longText(
                                "Change the description" + of, path.apply("description"), element.description()),
                        "What it is, as the privacy notice says it."),
                Forms.field(
                        "Lawful basis",
                        controls.choice(
                                "Change the lawful basis" + of,
                                path.apply("lawfulBasis"),
                                titles(catalogue.lawfulBases().values(), LawfulBasis::id, LawfulBasis::title),
                                element.lawfulBasis()),
                        "The ground in law on which it is held."),
                Forms.field(
                        "Purposes",
                        controls.several(
                                "Change the purposes" + of,
                                path.apply("purposes"),
                                titles(catalogue.purposes().values(), Purpose::id, Purpose::title),
                                element.purposes()),
                        "What it may be used for; a message for another purpose must not read it."),
                Forms.field(
                        "Allowed uses",
                        controls.words(
                                "Change the allowed uses" + of, path.apply("allowedUses"), element.allowedUses()),
                        "Separated by commas, such as eligibility, content, ranking, timing, measurement."),
                Forms.field(
                        "Kept, days",
                        controls.days(
                                "Change the retention" + of, path.apply("retentionDays"), element.retentionDays()),
                        "Time limit for erasure."),
                Forms.field(
                        "Source",
                        controls.choice(
                                "Change the source" + of,
                                path.apply("source"),
                                titles(
                                        Arrays.asList(DataElement.Source.values()),
                                        DataElement.Source::wire,
                                        DataElement.Source::wire),
                                element.source().wire()),
                        "Observed in what people do, told by them, or inferred from other data."),
                Forms.field(
                        "Origin",
                        controls.text(
                                "Change the origin" + of,
                                path.apply("origin"),
                                element.stewardship().origin()),
                        "Where it comes from, as the privacy notice says it."),
                Forms.field(
                        "Sensitivity",
                        controls.choice(
                                "Change the sensitivity" + of,
                                path.apply("sensitivity"),
                                titles(
                                        Arrays.asList(DataElement.Sensitivity.values()),
                                        DataElement.Sensitivity::wire,
                                        DataElement.Sensitivity::wire),
                                element.sensitivity().wire()),
                        "How much harm a misuse can do; special means a specially protected category."),
                Forms.field(
                        "Owner",
                        controls.text(
                                "Change the owner" + of,
                                path.apply("owner"),
                                element.stewardship().owner()),
                        "The team that answers for it."),
                Forms.field(
                        "Recipients",
                        controls.several(
                                "Change the recipients" + of,
                                path.apply("recipients"),
                                recipients,
                                element.stewardship().recipients()),
                        "Who receives it."),
                new TransfersField(editing, element, recipients));
    }

    /** Titles by id, in the order of the entries. */
    static <T> Map<String, String> titles(Iterable<T> entries, Function<T, String> id, Function<T, String> title) {
        Map<String, String> titles = new LinkedHashMap<>();
        entries.forEach(entry -> titles.put(id.apply(entry), title.apply(entry)));
        return titles;
    }
}
