package org.wayleave.data.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wayleave.data.catalogue.Catalogue;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Organisation;
import org.wayleave.data.catalogue.Purpose;
import org.wayleave.data.registry.ProcessingRecord.Activity;

/**
 * What people must be told (GDPR Articles 13 and 14), as it follows from a catalogue. It states facts and rights; the words around
 * them are the controller's to choose.
 */
public final class PrivacyNotice {
    private static final List<String> RIGHTS = List.of(
            "Access to your data and a copy of it (Article 15)",
            "Correction of what is wrong (Article 16)",
            "Erasure (Article 17)",
            "Restriction of its use (Article 18)",
            "Your data in a form that another service can read, where it rests on consent or a contract (Article 20)",
            "Objection, at any time to direct marketing and, for reasons of yours, to what rests on a legitimate"
                    + " interest (Article 21)");

    private final ProcessingRecord record;
    private final boolean anyConsent;

    private PrivacyNotice(ProcessingRecord record, boolean anyConsent) {
        this.record = record;
        this.anyConsent = anyConsent;
    }

    /** Returns the notice of a catalogue. */
    public static PrivacyNotice of(Catalogue catalogue) {
        return new PrivacyNotice(
                ProcessingRecord.of(catalogue),
                catalogue.purposes().values().stream().anyMatch(Purpose::consentRequired));
    }

    /** Returns the notice as a self-contained HTML page. */
    public String html() {
        Organisation organisation = record.organisation();
        Html html = new Html("Privacy notice");
        html.element("h2", "Who is responsible");
        html.facts(List.of(
                ProcessingRecordFile.fact("Controller", organisation.name()),
                ProcessingRecordFile.fact("Contact", organisation.contact()),
                ProcessingRecordFile.fact("Representative", organisation.representative()),
                ProcessingRecordFile.fact("Joint controllers", String.join("; ", organisation.jointControllers())),
                ProcessingRecordFile.fact("Data protection officer", organisation.dataProtectionOfficer())));
        html.element("h2", "What we use your data for");
        for (Activity activity : record.activities()) {
            if (activity.elements().isEmpty()) {
                continue;
            }
            Purpose purpose = activity.purpose();
            html.element("h3", purpose.title());
            html.facts(List.of(
                    ProcessingRecordFile.fact("What for", purpose.description()),
                    ProcessingRecordFile.fact("On what ground", String.join("; ", activity.bases())),
                    ProcessingRecordFile.fact("Our interest", purpose.interest()),
                    ProcessingRecordFile.fact("Do you have to", purpose.provision()),
                    ProcessingRecordFile.fact("Decided by machine", purpose.automatedDecision()),
                    ProcessingRecordFile.fact("Who receives it", ProcessingRecordFile.recipients(activity)),
                    ProcessingRecordFile.fact(
                            "Outside the EEA",
                            activity.transfers().isEmpty() ? "" : ProcessingRecordFile.transfers(activity))));
            html.table(
                    List.of("Data", "Where it comes from", "Kept for"),
                    activity.elements().stream()
                            .map(element -> List.of(
                                    element.title(),
                                    ProcessingRecordFile.origin(element),
                                    ProcessingRecordFile.days(element.retentionDays())))
                            .toList());
        }
        html.element("h2", "Your rights");
        html.list(RIGHTS);
        if (anyConsent) {
            html.element(
                    "p",
                    "What you agreed to you can take back at any time, as easily as you gave it; what was done before"
                            + " stays lawful (Article 7(3)).");
        }
        html.element(
                "p",
                organisation.supervisoryAuthority().isEmpty()
                        ? "You can complain to a supervisory authority (Article 77)."
                        : "You can complain to a supervisory authority (Article 77): "
                                + organisation.supervisoryAuthority() + ".");
        return html.done();
    }

    /** Returns the facts of the notice as JSON. */
    public String json() {
        Organisation organisation = record.organisation();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putObject("controller")
                .put("name", organisation.name())
                .put("contact", organisation.contact())
                .put("representative", organisation.representative())
                .put("dataProtectionOfficer", organisation.dataProtectionOfficer())
                .put("supervisoryAuthority", organisation.supervisoryAuthority());
        ArrayNode purposes = root.putArray("purposes");
        for (Activity activity : record.activities()) {
            ObjectNode node = purposes.addObject();
            node.put("id", activity.purpose().id())
                    .put("title", activity.purpose().title())
                    .put("interest", activity.purpose().interest())
                    .put("provision", activity.purpose().provision())
                    .put("automatedDecision", activity.purpose().automatedDecision())
                    .put("withdrawable", activity.purpose().consentRequired());
            ProcessingRecordFile.texts(node, "grounds", activity.bases());
            Set<String> origins = new LinkedHashSet<>();
            List<String> data = new ArrayList<>();
            for (DataElement element : activity.elements()) {
                data.add(element.title());
                origins.add(ProcessingRecordFile.origin(element));
            }
            ProcessingRecordFile.texts(node, "data", data);
            ProcessingRecordFile.texts(node, "origins", List.copyOf(origins));
            node.put("recipients", ProcessingRecordFile.recipients(activity))
                    .put("transfers", ProcessingRecordFile.transfers(activity))
                    .put("longestRetentionDays", activity.longestRetention());
        }
        ProcessingRecordFile.texts(root, "rights", RIGHTS);
        return ProcessingRecordFile.text(root);
    }
}
