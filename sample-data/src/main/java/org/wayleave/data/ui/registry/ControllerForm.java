package org.wayleave.data.ui.registry;

import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.Organisation;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.ui.control.Forms;

/** Who answers for the processing, whom it concerns and how data is protected. */
final class ControllerForm implements EntryForm.Content<Organisation> {
    private final FieldControls controls;

    ControllerForm(CatalogueEditing editing) {
        controls = new FieldControls(editing);
    }

    @Override
    public String title(Organisation organisation) {
        return "Controller";
    }

    @Override
    public String sentence(Organisation organisation) {
        return "Stands at the head of the record of processing activities and of the privacy notice.";
    }

    @Override
    public List<Node> fields(Catalogue catalogue, Organisation organisation) {
        Function<String, List<String>> path = field -> List.of("controller", field);
        return List.of(
                Forms.field(
                        "Name", controls.text("Rename the controller", path.apply("name"), organisation.name()), ""),
                Forms.field(
                        "Contact",
                        controls.text("Change the controller's contact", path.apply("contact"), organisation.contact()),
                        "How it is reached."),
                Forms.field(
                        "Representative",
                        controls.text(
                                "Change the representative",
                                path.apply("representative"),
                                organisation.representative()),
                        "Of a controller outside the Union (Article 27)."),
                Forms.field(
                        "Joint controllers",
                        controls.lines(
                                "Change the joint controllers",
                                path.apply("jointControllers"),
                                organisation.jointControllers()),
                        "One a line (Article 26)."),
                Forms.field(
                        "Data protection officer",
                        controls.text(
                                "Change the data protection officer",
                                path.apply("dataProtectionOfficer"),
                                organisation.dataProtectionOfficer()),
                        "How the officer is reached (Article 37)."),
                Forms.field(
                        "Supervisory authority",
                        controls.text(
                                "Change the supervisory authority",
                                path.apply("supervisoryAuthority"),
                                organisation.supervisoryAuthority()),
                        "With which a person can complain (Article 77)."),
                Forms.field(
                        "Categories of people",
                        controls.lines(
                                "Change the categories of people",
                                List.of("dataSubjects"),
                                organisation.dataSubjects()),
                        "One a line (Article 30(1)(c))."),
                Forms.field(
                        "Security measures",
                        controls.lines(
                                "Change the security measures",
                                List.of("securityMeasures"),
                                organisation.securityMeasures()),
                        "Technical and organisational measures, one a line (Article 32)."));
    }
}
