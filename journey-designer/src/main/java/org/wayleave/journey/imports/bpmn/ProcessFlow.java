package org.wayleave.journey.imports.bpmn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wayleave.journey.imports.foreign.Losses;
import org.wayleave.journey.imports.foreign.SourceTexts;
import org.wayleave.journey.imports.source.XmlSource;

/** The nodes and flows of one process. */
final class ProcessFlow {

    /** Elements of a process that people pass through. */
    private static final Set<String> NODES = Set.of(
            "startEvent",
            "endEvent",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "boundaryEvent",
            "task",
            "sendTask",
            "receiveTask",
            "userTask",
            "manualTask",
            "serviceTask",
            "scriptTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "adHocSubProcess",
            "transaction",
            "callChoreography",
            "choreographyTask",
            "subChoreography",
            "exclusiveGateway",
            "inclusiveGateway",
            "parallelGateway",
            "complexGateway",
            "eventBasedGateway");

    private final Map<String, XmlSource> nodes = new LinkedHashMap<>();
    private final Map<String, List<XmlSource>> outgoing = new HashMap<>();
    private final Map<String, Integer> incoming = new HashMap<>();

    /** Takes in a process, an element that holds nodes and flows. */
    ProcessFlow(XmlSource process, Losses losses) {
        process.known();
        for (XmlSource element : process.children()) {
            String id = element.value("id").orElse("");
            if (NODES.contains(element.name())) {
                if (id.isEmpty()) {
                    losses.leftOut(element, "Has no id, so no way can lead to it.");
                } else if (nodes.putIfAbsent(id, element) != null) {
                    losses.leftOut(element, "Another element has the same id.");
                }
            }
        }
        for (XmlSource flow : process.children("sequenceFlow")) {
            Optional<String> from = flow.value("sourceRef");
            Optional<String> to = flow.value("targetRef");
            if (from.filter(nodes::containsKey).isEmpty() || to.isEmpty()) {
                losses.leftOut(flow, "Does not lead from one node of the process to another.");
                continue;
            }
            outgoing.computeIfAbsent(from.get(), node -> new ArrayList<>()).add(flow);
            incoming.merge(to.get(), 1, Integer::sum);
        }
        nodes.forEach((id, node) -> repeated(node));
    }

    /** A node repeats the ids of its flows; marks those that say the same as the flows. */
    private void repeated(XmlSource node) {
        String id = node.value("id").orElse("");
        for (XmlSource out : node.children("outgoing")) {
            String flow = name(out.text().orElse(""));
            if (outgoing(id).stream()
                    .noneMatch(known -> known.value("id").filter(flow::equals).isPresent())) {
                dangling.add(out);
            }
        }
        for (XmlSource in : node.children("incoming")) {
            String flow = name(in.text().orElse(""));
            boolean found = outgoing.values().stream()
                    .flatMap(List::stream)
                    .anyMatch(known -> known.value("id").filter(flow::equals).isPresent()
                            && known.value("targetRef").filter(id::equals).isPresent());
            if (!found) {
                dangling.add(in);
            }
        }
    }

    private final List<XmlSource> dangling = new ArrayList<>();

    /** Mentions of flows that are not in the process. */
    List<XmlSource> dangling() {
        return dangling;
    }

    private static String name(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    /** The nodes in the order of the file, by id. */
    Map<String, XmlSource> nodes() {
        return nodes;
    }

    /** The flows that leave a node, in the order of the file. */
    List<XmlSource> outgoing(String id) {
        return outgoing.getOrDefault(id, List.of());
    }

    /** How many flows lead to a node. */
    int incoming(String id) {
        return incoming.getOrDefault(id, 0);
    }

    /** What people call a node or flow; its kind when it has no name. */
    static String title(XmlSource element) {
        return SourceTexts.title(element.value("name")
                .map(SourceTexts::line)
                .filter(name -> !name.isEmpty())
                .orElse(words(element.name())));
    }

    private static String words(String camel) {
        String spaced = camel.replaceAll("([A-Z])", " $1")
                .toLowerCase(java.util.Locale.ROOT)
                .strip();
        return spaced.isEmpty() ? "step" : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
