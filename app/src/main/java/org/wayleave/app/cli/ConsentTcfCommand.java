package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wayleave.data.consent.tcf.TcString;
import org.wayleave.data.consent.tcf.TcStringDecoder;
import org.wayleave.data.consent.tcf.TcfException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wayleave consent tcf}: what an IAB TCF consent string says. */
@Command(
        name = "tcf",
        description = "Decode a consent string of the IAB Transparency and Consent Framework, version 2.",
        mixinStandardHelpOptions = true)
final class ConsentTcfCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final Output output = new Output();

    @Parameters(index = "0", paramLabel = "STRING", description = "The consent string, all its segments.")
    private String string = "";

    ConsentTcfCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        TcString decoded;
        try {
            decoded = TcStringDecoder.decode(string);
        } catch (TcfException e) {
            throw new CommandFailure("This is no readable consent string; " + e.getMessage() + ".", e);
        }
        ObjectNode document = json(decoded);
        if (output.json()) {
            output.print(terminal, document);
        } else {
            document.properties()
                    .forEach(member -> terminal.out()
                            .println(String.format(
                                    java.util.Locale.ROOT,
                                    "%-24s %s",
                                    member.getKey(),
                                    member.getValue().isTextual()
                                            ? member.getValue().asText()
                                            : member.getValue().toString())));
        }
        return Exit.FINE;
    }

    private static ObjectNode json(TcString string) {
        TcString.Core core = string.core();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("framework", string.frameworkVersion())
                .put("created", core.created().toString())
                .put("lastUpdated", core.updated().toString())
                .put("cmpId", core.cmpId())
                .put("cmpVersion", core.cmpVersion())
                .put("consentScreen", core.consentScreen())
                .put("consentLanguage", core.consentLanguage())
                .put("vendorListVersion", core.vendorListVersion())
                .put("tcfPolicyVersion", core.tcfPolicyVersion())
                .put("serviceSpecific", core.serviceSpecific())
                .put("nonStandardTexts", core.nonStandardTexts())
                .put("publisherCountry", core.publisherCountry())
                .put("purposeOneUndisclosed", core.purposeOneUndisclosed());
        numbers(document, "specialFeatures", core.specialFeatures());
        numbers(document, "purposeConsents", core.purposeConsents());
        numbers(document, "purposeInterests", core.purposeInterests());
        numbers(document, "vendorConsents", core.vendorConsents());
        numbers(document, "vendorInterests", core.vendorInterests());
        ArrayNode restrictions = document.putArray("publisherRestrictions");
        for (TcString.PublisherRestriction restriction : core.restrictions()) {
            ObjectNode node = restrictions
                    .addObject()
                    .put("purpose", restriction.purpose())
                    .put("restriction", restriction.restriction().words());
            numbers(node, "vendors", restriction.vendors());
        }
        numbers(document, "disclosedVendors", string.disclosedVendors());
        TcString.PublisherConsents publisher = string.publisher();
        if (publisher != null) {
            ObjectNode node = document.putObject("publisher");
            numbers(node, "purposeConsents", publisher.purposeConsents());
            numbers(node, "purposeInterests", publisher.purposeInterests());
            node.put("customPurposes", publisher.customPurposes());
            numbers(node, "customConsents", publisher.customConsents());
            numbers(node, "customInterests", publisher.customInterests());
        }
        return document;
    }

    private static void numbers(ObjectNode node, String name, @Nullable Set<Integer> numbers) {
        if (numbers != null) {
            List<Integer> sorted = new ArrayList<>(numbers);
            sorted.sort(Integer::compare);
            ArrayNode list = node.putArray(name);
            sorted.forEach(list::add);
        }
    }
}
