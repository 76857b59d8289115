package org.wayleave.data.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the parts of a catalogue that the lawful-basis registry adds; all of them may be missing. */
final class RegistryReader {
    private static final int MOST_TRANSFERS = 100;

    private RegistryReader() {}

    static Recipient recipient(String id, JsonNode node) {
        String path = "recipients." + id;
        return new Recipient(
                id,
                Fields.text(node, path, "title"),
                Fields.choice(node, path, "role", Recipient.Role.values(), Recipient.Role::wire),
                country(node, path),
                Fields.optionalText(node, path, "description"));
    }

    static Stewardship stewardship(JsonNode node, String path, Map<String, Recipient> recipients) {
        List<String> receivers = Fields.optionalTexts(node, path, "recipients");
        receivers.forEach(receiver -> Fields.declared(recipients, receiver, path + ".recipients", "recipients"));
        List<Transfer> transfers = new ArrayList<>();
        JsonNode list = node.get("transfers");
        if (list != null && (!list.isArray() || list.size() > MOST_TRANSFERS)) {
            throw new CatalogueException(path + ".transfers must be a list of at most " + MOST_TRANSFERS);
        }
        for (int i = 0; list != null && i < list.size(); i++) {
            String at = path + ".transfers[" + i + "]";
            String recipient = Fields.text(list.get(i), at, "recipient");
            Fields.declared(recipients, recipient, at + ".recipient", "recipients");
            transfers.add(new Transfer(
                    recipient, Fields.text(list.get(i), at, "country"), Fields.text(list.get(i), at, "safeguard")));
        }
        return new Stewardship(
                Fields.optionalText(node, path, "owner"),
                Fields.optionalText(node, path, "origin"),
                receivers,
                transfers);
    }

    static Organisation organisation(JsonNode root) {
        JsonNode controller = root.path("controller");
        if (!(controller instanceof MissingNode) && !controller.isObject()) {
            throw new CatalogueException("the catalogue's \"controller\" must be an object");
        }
        String path = "controller";
        return new Organisation(
                Fields.optionalText(controller, path, "name"),
                Fields.optionalText(controller, path, "contact"),
                Fields.optionalText(controller, path, "representative"),
                Fields.optionalTexts(controller, path, "jointControllers"),
                Fields.optionalText(controller, path, "dataProtectionOfficer"),
                Fields.optionalText(controller, path, "supervisoryAuthority"),
                Fields.optionalTexts(root, "", "dataSubjects"),
                Fields.optionalTexts(root, "", "securityMeasures"));
    }

    private static String country(JsonNode node, String path) {
        String country = Fields.optionalText(node, path, "country");
        if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
            throw new CatalogueException(path + ".country must be a code of two letters such as DE, is " + country);
        }
        return country;
    }
}
