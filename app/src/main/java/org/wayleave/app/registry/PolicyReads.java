package org.wayleave.app.registry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.wayleave.data.feature.FeatureSchema;
import org.wayleave.data.registry.ObservedUse.Read;
import org.wayleave.data.registry.ObservedUse.Reader;
import org.wayleave.data.registry.ObservedUse.ReaderKind;
import org.wayleave.data.registry.ObservedUse.Subject;
import org.wayleave.engine.builtin.Builtins;
import org.wayleave.engine.plan.Location;
import org.wayleave.engine.plan.PlanReader;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.policy.pack.PolicyPack;
import org.wayleave.policy.pack.RuleInfo;

/** What the rules of a policy read about a person, as data elements. */
final class PolicyReads {
    private final PolicyPack pack;
    private final FeatureSchema features;
    private final FeatureWindows windows;

    private PolicyReads(PolicyPack pack, FeatureSchema features, FeatureWindows windows) {
        this.pack = pack;
        this.features = features;
        this.windows = windows;
    }

    /**
     * Returns what is read.
     *
     * @param dataJson what the policy reads as {@code data}
     * @throws org.wayleave.engine.PolicyException if the plan cannot be read
     */
    static List<Read> of(PolicyPack pack, String dataJson, FeatureSchema features, FeatureWindows windows) {
        PolicyReads policy = new PolicyReads(pack, features, windows);
        List<Read> reads = new ArrayList<>();
        PlanReads.of(PlanReader.read(pack.plan(), new Builtins()::find), RegoJson.parse(dataJson))
                .forEach((path, place) -> policy.read(path, place, reads));
        return reads;
    }

    private void read(List<String> path, Location place, List<Read> reads) {
        if (path.size() < 2 || !path.getFirst().equals("person")) {
            return;
        }
        String fact = path.get(1);
        String element = "";
        int days = -1;
        if (fact.equals("features") && path.size() == 3) {
            int position = features.position(path.get(2));
            if (position >= 0) {
                element = features.features().get(position).dataElement();
                days = windows.days(path.get(2));
            }
        } else if (fact.equals("dataAge") && path.size() == 3 && !path.get(2).equals(PlanReads.ANY)) {
            element = path.get(2);
        } else if (path.size() == 2 && JourneyReads.PROFILE.contains(fact)) {
            element = JourneyReads.element(fact);
        }
        if (!element.isEmpty()) {
            reads.add(new Read(Subject.DATA_ELEMENT, element, reader(place), List.of(), "", "", days));
        }
    }

    private Reader reader(Location place) {
        String file = place.file().substring(place.file().lastIndexOf('/') + 1);
        return pack.rules().stream()
                .filter(rule -> rule.file().equals(file))
                .min(Comparator.comparingInt((RuleInfo rule) -> rule.line() <= place.row() ? 0 : 1)
                        .thenComparingInt(rule -> Math.abs(rule.line() - place.row())))
                .map(rule -> new Reader(ReaderKind.RULE, pack.id(), rule.id(), "“" + rule.title() + "”"))
                .orElseGet(() -> new Reader(
                        ReaderKind.RULE,
                        pack.id(),
                        file,
                        String.format(Locale.ROOT, "%s, line %d", file, place.row())));
    }
}
