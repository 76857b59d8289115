package org.wayleave.journey.imports.bpmn;

import java.time.Duration;
import java.util.Optional;
import org.wayleave.journey.imports.foreign.SourceTexts;
import org.wayleave.journey.imports.source.XmlSource;

/** What an event of BPMN waits for. */
final class CaughtEvent {

    private CaughtEvent() {}

    /** The only definition of an event; empty when it has none or several. */
    static Optional<XmlSource> definition(XmlSource event) {
        var definitions = event.children().stream()
                .filter(child -> child.name().endsWith("EventDefinition"))
                .toList();
        return definitions.size() == 1 ? Optional.of(definitions.getFirst()) : Optional.empty();
    }

    /** Whether an event has no definition at all. */
    static boolean plain(XmlSource event) {
        return event.children().stream()
                .noneMatch(child ->
                        child.name().endsWith("EventDefinition") || child.name().equals("eventDefinitionRef"));
    }

    /** The fixed time that an event waits; empty when it waits for something else. */
    static Optional<Duration> duration(XmlSource event) {
        return definition(event)
                .filter(definition -> definition.name().equals("timerEventDefinition"))
                .filter(definition -> definition.children().stream()
                        .noneMatch(child ->
                                child.name().equals("timeDate") || child.name().equals("timeCycle")))
                .flatMap(definition -> definition.child("timeDuration"))
                .flatMap(XmlSource::text)
                .flatMap(SourceTexts::isoDuration);
    }

    /** Marks a timer that was understood; what else it says stays unread. */
    static void settle(XmlSource event) {
        definition(event).ifPresent(definition -> {
            definition.known();
            definition.child("timeDuration").ifPresent(XmlSource::known);
        });
    }

    /** Whether an event waits for a message or a signal. */
    static boolean message(XmlSource event) {
        return definition(event)
                .filter(definition -> definition.name().equals("messageEventDefinition")
                        || definition.name().equals("signalEventDefinition"))
                .isPresent();
    }
}
