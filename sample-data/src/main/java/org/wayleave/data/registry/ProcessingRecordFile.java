package org.wayleave.data.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.wayleave.data.catalogue.DataElement;
import org.wayleave.data.catalogue.Organisation;
import org.wayleave.data.catalogue.Recipient;
import org.wayleave.data.export.CsvCell;
import org.wayleave.data.registry.ProcessingRecord.Activity;

/** A record of processing activities as a file: a page to read, a table for a spreadsheet, or JSON. The same record gives the same bytes. */
public final class ProcessingRecordFile {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ProcessingRecordFile() {}

    /** Returns the record as a self-contained HTML page. */
    public static String html(ProcessingRecord record) {
        Html html = new Html("Record of processing activities: " + record.title());
        html.element("p", "By GDPR Article 30(1), generated from the lawful-basis registry.");
        if (!record.gaps().isEmpty()) {
            html.note(count(record.gaps().size(), "entry is", "entries are") + " missing; they are listed at the end.");
        }
        html.element("h2", "Controller");
        Organisation organisation = record.organisation();
        html.facts(List.of(
                fact("Controller", organisation.name()),
                fact("Contact", organisation.contact()),
                fact("Representative", organisation.representative()),
                fact("Joint controllers", String.join("; ", organisation.jointControllers())),
                fact("Data protection officer", organisation.dataProtectionOfficer())));
        for (Activity activity : record.activities()) {
            html.element("h2", activity.purpose().title());
            html.facts(List.of(
                    fact("Purpose", activity.purpose().description()),
                    fact("Lawful bases", String.join("; ", activity.bases())),
                    fact("Consent needed", activity.purpose().consentRequired() ? "yes" : "no"),
                    fact("Categories of people", String.join("; ", activity.dataSubjects())),
                    fact("Recipients", recipients(activity)),
                    fact("Transfers to third countries", transfers(activity)),
                    fact("Security", String.join("; ", activity.security()))));
            html.element("h3", "Categories of data and time limits for erasure");
            if (activity.elements().isEmpty()) {
                html.element("p", "No data is declared for this purpose.");
            } else {
                html.table(
                        List.of("Data", "Basis", "Erased after", "Sensitivity", "Origin", "Owner"),
                        activity.elements().stream()
                                .map(element -> List.of(
                                        element.title(),
                                        element.lawfulBasis(),
                                        days(element.retentionDays()),
                                        element.sensitivity().wire(),
                                        origin(element),
                                        element.stewardship().owner()))
                                .toList());
            }
        }
        if (!record.gaps().isEmpty()) {
            html.element("h2", "Missing");
            html.table(
                    List.of("Article", "Where in the catalogue", "What"),
                    record.gaps().stream()
                            .map(gap -> List.of(gap.article(), gap.path(), gap.sentence()))
                            .toList());
        }
        return html.done();
    }

    /** Returns the record as CSV, a line for each data element of each purpose; no cell is taken for a formula. */
    public static String csv(ProcessingRecord record) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "controller",
                "contact",
                "dpo",
                "purpose",
                "data",
                "lawful basis",
                "people",
                "recipients",
                "transfers",
                "erased after days",
                "sensitivity",
                "origin",
                "owner",
                "security"));
        Organisation organisation = record.organisation();
        for (Activity activity : record.activities()) {
            for (DataElement element : activity.elements()) {
                lines.add(List.of(
                        organisation.name(),
                        organisation.contact(),
                        organisation.dataProtectionOfficer(),
                        activity.purpose().title(),
                        element.title(),
                        element.lawfulBasis(),
                        String.join("; ", activity.dataSubjects()),
                        String.join("; ", element.stewardship().recipients()),
                        element.stewardship().transfers().stream()
                                .map(transfer ->
                                        transfer.recipient() + " (" + transfer.country() + "): " + transfer.safeguard())
                                .collect(Collectors.joining("; ")),
                        Integer.toString(element.retentionDays()),
                        element.sensitivity().wire(),
                        element.stewardship().origin(),
                        element.stewardship().owner(),
                        String.join("; ", activity.security())));
            }
        }
        return lines.stream()
                .map(line -> line.stream().map(CsvCell::of).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** Returns the record as JSON. */
    public static String json(ProcessingRecord record) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("title", record.title()).put("vertical", record.vertical());
        Organisation organisation = record.organisation();
        ObjectNode controller = root.putObject("controller");
        controller
                .put("name", organisation.name())
                .put("contact", organisation.contact())
                .put("representative", organisation.representative())
                .put("dataProtectionOfficer", organisation.dataProtectionOfficer());
        texts(controller, "jointControllers", organisation.jointControllers());
        ArrayNode activities = root.putArray("activities");
        for (Activity activity : record.activities()) {
            ObjectNode node = activities.addObject();
            node.put("purpose", activity.purpose().id())
                    .put("title", activity.purpose().title())
                    .put("description", activity.purpose().description())
                    .put("consentRequired", activity.purpose().consentRequired());
            texts(node, "lawfulBases", activity.bases());
            texts(node, "dataSubjects", activity.dataSubjects());
            ArrayNode elements = node.putArray("data");
            for (DataElement element : activity.elements()) {
                elements.addObject()
                        .put("id", element.id())
                        .put("title", element.title())
                        .put("lawfulBasis", element.lawfulBasis())
                        .put("erasedAfterDays", element.retentionDays())
                        .put("sensitivity", element.sensitivity().wire())
                        .put("origin", element.stewardship().origin())
                        .put("owner", element.stewardship().owner());
            }
            ArrayNode recipients = node.putArray("recipients");
            for (Recipient recipient : activity.recipients()) {
                recipients
                        .addObject()
                        .put("title", recipient.title())
                        .put("role", recipient.role().wire())
                        .put("country", recipient.country());
            }
            ArrayNode transfers = node.putArray("transfers");
            activity.transfers()
                    .forEach(transfer -> transfers
                            .addObject()
                            .put("recipient", transfer.recipient())
                            .put("country", transfer.country())
                            .put("safeguard", transfer.safeguard()));
            texts(node, "security", activity.security());
        }
        ArrayNode gaps = root.putArray("missing");
        record.gaps()
                .forEach(gap -> gaps.addObject()
                        .put("path", gap.path())
                        .put("article", gap.article())
                        .put("sentence", gap.sentence()));
        return text(root);
    }

    static String text(ObjectNode root) {
        try {
            return MAPPER.writeValueAsString(root).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree that was just made cannot be written", e);
        }
    }

    static void texts(ObjectNode node, String name, List<String> texts) {
        ArrayNode list = node.putArray(name);
        texts.forEach(list::add);
    }

    static String recipients(Activity activity) {
        return activity.recipients().stream()
                .map(recipient -> recipient.title() + " (" + recipient.role().wire()
                        + (recipient.country().isEmpty() ? "" : ", " + recipient.country()) + ")")
                .collect(Collectors.joining("; "));
    }

    static String transfers(Activity activity) {
        return activity.transfers().isEmpty()
                ? "none"
                : activity.transfers().stream()
                        .map(transfer -> transfer.recipient() + ", " + transfer.country() + ": " + transfer.safeguard())
                        .collect(Collectors.joining("; "));
    }

    static String[] fact(String name, String value) {
        return new String[] {name, value};
    }

    static String origin(DataElement element) {
        return element.stewardship().origin().isEmpty()
                ? element.source().wire()
                : element.stewardship().origin();
    }

    /** Returns a time limit in words, e.g. "90 days" or "3 years". */
    static String days(int days) {
        return days > 0 && days % 365 == 0 ? count(days / 365, "year", "years") : count(days, "day", "days");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
