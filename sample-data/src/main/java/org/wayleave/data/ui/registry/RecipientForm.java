package org.wayleave.data.ui.registry;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.Recipient;
import org.wayleave.data.ui.model.CatalogueEditing;
import org.wayleave.ui.control.Forms;

/** One recipient of data. */
final class RecipientForm implements EntryForm.Content<Recipient> {
    private final FieldControls controls;

    RecipientForm(CatalogueEditing editing) {
        controls = new FieldControls(editing);
    }

    @Override
    public String title(Recipient recipient) {
        return recipient.title();
    }

    @Override
    public String sentence(Recipient recipient) {
        return recipient.description();
    }

    @Override
    public List<Node> fields(Catalogue catalogue, Recipient recipient) {
        Function<String, List<String>> path = field -> List.of("recipients", recipient.id(), field);
        String of = " of " + recipient.title();
        return List.of(
                Forms.field(
                        "Name",
                        controls.text("Rename " + recipient.title(), path.apply("title"), recipient.title()),
                        ""),
                Forms.field(
                        "Role",
                        controls.choice(
                                "Change the role" + of,
                                path.apply("role"),
                                ElementForm.titles(
                                        Arrays.asList(Recipient.Role.values()),
                                        Recipient.Role::wire,
                                        Recipient.Role::wire),
                                recipient.role().wire()),
                        "In what capacity it receives data."),
                Forms.field(
                        "Country",
                        controls.text("Change the country" + of, path.apply("country"), recipient.country()),
                        "Where it is established, a code of two letters such as DE."),
                Forms.field(
                        "Description",
                        controls.longText(
                                "Change the description" + of, path.apply("description"), recipient.description()),
                        "What it does with the data."));
    }
}
