package org.wayleave.data.ui.registry;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.LawfulBasis;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.ui.control.Forms;

/** One purpose and what the privacy notice says about it. */
final class PurposeForm implements EntryForm.Content<Purpose> {
    private final FieldControls controls;

    PurposeForm(CatalogueEditing editing) {
        controls = new FieldControls(editing);
    }

    @Override
    public String title(Purpose purpose) {
        return purpose.title();
    }

    @Override
    public String sentence(Purpose purpose) {
        return "Journeys and consents name it " + purpose.id() + ".";
    }

    @Override
    public List<Node> fields(Catalogue catalogue, Purpose purpose) {
        Function<String, List<String>> path = field -> List.of("purposes", purpose.id(), field);
        String of = " of " + purpose.title();
        return List.of(
                Forms.field(
                        "Name", controls.text("Rename " + purpose.title(), path.apply("title"), purpose.title()), ""),
                Forms.field(
                        "Description",
                        controls.longText(
                                "Change the description" + of, path.apply("description"), purpose.description()),
                        "Why data is used, in words that a person understands."),
                Forms.field(
                        "Lawful basis",
                        controls.choice(
                                "Change the lawful basis" + of,
                                path.apply("lawfulBasis"),
                                ElementForm.titles(
                                        catalogue.lawfulBases().values(), LawfulBasis::id, LawfulBasis::title),
                                purpose.lawfulBasis()),
                        "The ground in law that is relied on."),
                Forms.field(
                        "Consent",
                        controls.flag(
                                "Change whether consent is needed for " + purpose.title(),
                                path.apply("consentRequired"),
                                "A person must have agreed",
                                purpose.consentRequired()),
                        "Without consent no message for this purpose goes out."),
                Forms.field(
                        "Interest pursued",
                        controls.longText("Change the interest" + of, path.apply("interest"), purpose.interest()),
                        "The legitimate interest, where that is the basis (Article 13(1)(d))."),
                Forms.field(
                        "Must it be given",
                        controls.longText("Change the provision" + of, path.apply("provision"), purpose.provision()),
                        "Whether a person must give the data, and what follows if not (Article 13(2)(e))."),
                Forms.field(
                        "Decided by machine",
                        controls.longText(
                                "Change the automated decision" + of,
                                path.apply("automatedDecision"),
                                purpose.automatedDecision()),
                        "What is decided by machine alone, by which logic and to what effect (Article 13(2)(f))."));
    }
}
