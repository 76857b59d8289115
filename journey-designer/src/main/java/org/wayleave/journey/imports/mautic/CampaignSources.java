package org.wayleave.journey.imports.mautic;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wayleave.journey.graph.Comparison;
import org.wayleave.journey.graph.Condition;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.Extras;
import org.wayleave.journey.graph.FactValue;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.imports.foreign.Assembly;
import org.wayleave.journey.imports.foreign.SourceConditions;
import org.wayleave.journey.imports.foreign.SourceTexts;
import org.wayleave.journey.imports.source.JsonSource;

/** Makes entries of the segments and forms through which people come into a campaign. */
final class CampaignSources {

    private final JsonSource export;
    private final String campaign;
    private final Assembly assembly;

    CampaignSources(JsonSource export, String campaign, Assembly assembly) {
        this.export = export;
        this.campaign = campaign;
        this.assembly = assembly;
    }

    /** Adds the entries and gives their ids: that of the segments first. */
    List<String> entries() {
        ReEntry reEntry =
                export.items("campaign").getFirst().truth("allow_restart").orElse(false)
                        ? ReEntry.afterExit()
                        : ReEntry.never();
        List<String> entries = new ArrayList<>();
        List<JsonSource> segments = sources("lists");
        if (!segments.isEmpty()) {
            List<FactValue> names = segments.stream()
                    .map(segment -> FactValue.of(name(segment)))
                    .toList();
            Condition member = new Condition(
                    Condition.UNTRANSLATED + "segment",
                    names.size() == 1 ? Comparison.IS : Comparison.ONE_OF,
                    names,
                    Extras.NONE);
            entries.add(entry("Segments", new Trigger.OnAudience(List.of(member)), reEntry));
        }
        for (JsonSource form : sources("forms")) {
            entries.add(entry(
                    "Form " + name(form), new Trigger.OnEvent(SourceConditions.event("form " + name(form))), reEntry));
        }
        return entries;
    }

    private String entry(String title, Trigger trigger, ReEntry reEntry) {
        String shown = SourceTexts.title(title);
        String id = assembly.id(shown);
        assembly.add(new EntryStep(id, shown, Position.ORIGIN, trigger, reEntry));
        return id;
    }

    private static String name(JsonSource entity) {
        return SourceTexts.line(
                entity.text("name").or(() -> entity.text("alias")).orElse("without a name"));
    }

    /** The entities of a kind that the campaign names as its sources; all of them when the file does not say. */
    private List<JsonSource> sources(String kind) {
        Set<String> named = new TreeSet<>();
        for (JsonSource dependencies : export.items("dependencies")) {
            for (JsonSource dependency : dependencies.items(kind)) {
                if (dependency.fields().size() == 2 && dependency.has(kind) && dependency.holds("campaign", campaign)) {
                    dependency.text("campaign");
                    dependency.text(kind).ifPresent(named::add);
                }
            }
        }
        return export.items(kind).stream()
                .filter(entity -> entity.kind() == JsonSource.Kind.OBJECT)
                .filter(entity -> named.isEmpty() || named.stream().anyMatch(id -> entity.holds("id", id)))
                .filter(entity -> entity.text("id").isPresent())
                .toList();
    }
}
