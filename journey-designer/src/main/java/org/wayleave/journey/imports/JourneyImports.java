package org.wayleave.journey.imports;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.imports.bpmn.BpmnReader;
import org.wayleave.journey.imports.dittofeed.DittofeedReader;
import org.wayleave.journey.imports.foreign.ForeignJourney;
import org.wayleave.journey.imports.foreign.SourceFormat;
import org.wayleave.journey.imports.mautic.MauticReader;
import org.wayleave.journey.imports.posthog.PosthogReader;
import org.wayleave.journey.imports.salesforce.SalesforceReader;
import org.wayleave.journey.imports.source.JsonFile;
import org.wayleave.journey.imports.source.JsonSource;
import org.wayleave.journey.imports.source.XmlFile;

/** Imports journeys of other tools; the format is recognised by the content of the file. Safe for use by many threads. */
public final class JourneyImports {

    private JourneyImports() {}

    /**
     * The format of a file; empty when it is none of another tool.
     *
     * @throws JourneyFormatException when the file is neither JSON nor XML, or larger or deeper than it may be
     */
    public static Optional<SourceFormat> recognise(String text) {
        if (xml(text)) {
            return BpmnReader.recognises(XmlFile.read(text)) ? Optional.of(SourceFormat.BPMN) : Optional.empty();
        }
        return recognise(JsonFile.read(text));
    }

    private static Optional<SourceFormat> recognise(JsonSource root) {
        if (SalesforceReader.recognises(root)) {
            return Optional.of(SourceFormat.SALESFORCE);
        }
        if (MauticReader.recognises(root)) {
            return Optional.of(SourceFormat.MAUTIC);
        }
        if (DittofeedReader.recognises(root)) {
            return Optional.of(SourceFormat.DITTOFEED);
        }
        return PosthogReader.recognises(root) ? Optional.of(SourceFormat.POSTHOG) : Optional.empty();
    }

    /**
     * Imports the journey in a file.
     *
     * @param vertical the industry whose catalogue the journey is to use
     * @throws JourneyFormatException with the place and the problem, when no journey can be made of the file
     */
    public static ForeignJourney read(String text, String vertical) {
        if (xml(text)) {
            var root = XmlFile.read(text);
            if (BpmnReader.recognises(root)) {
                return BpmnReader.read(root, vertical);
            }
            throw unknown();
        }
        JsonSource root = JsonFile.read(text);
        return switch (recognise(root).orElseThrow(JourneyImports::unknown)) {
            case SALESFORCE -> SalesforceReader.read(root, vertical);
            case MAUTIC -> MauticReader.read(root, vertical);
            case DITTOFEED -> DittofeedReader.read(root, vertical);
            case POSTHOG -> PosthogReader.read(root, vertical);
            case BPMN -> throw unknown();
        };
    }

    private static boolean xml(String text) {
        return text.stripLeading().startsWith("<");
    }

    private static JourneyFormatException unknown() {
        return new JourneyFormatException(
                "",
                "the file is no journey of "
                        + Arrays.stream(SourceFormat.values())
                                .map(SourceFormat::title)
                                .collect(Collectors.joining(", ")));
    }
}
