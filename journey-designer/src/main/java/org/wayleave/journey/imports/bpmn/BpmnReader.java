package org.wayleave.journey.imports.bpmn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wayleave.journey.graph.BranchArm;
import org.wayleave.journey.graph.BranchStep;
import org.wayleave.journey.graph.EntryStep;
import org.wayleave.journey.graph.EventMatch;
import org.wayleave.journey.graph.ExitStep;
import org.wayleave.journey.graph.OpaqueArm;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.Position;
import org.wayleave.journey.graph.ReEntry;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.Trigger;
import org.wayleave.journey.graph.WaitRule;
import org.wayleave.journey.graph.WaitStep;
import org.wayleave.journey.imports.foreign.Assembly;
import org.wayleave.journey.imports.foreign.ForeignJourney;
import org.wayleave.journey.imports.foreign.ImportedMessage;
import org.wayleave.journey.imports.foreign.Losses;
import org.wayleave.journey.imports.foreign.SourceConditions;
import org.wayleave.journey.imports.foreign.SourceFormat;
import org.wayleave.journey.imports.foreign.SourceTexts;
import org.wayleave.journey.imports.source.XmlSource;

/** Reads the processes of a BPMN 2.0 file as one journey. */
public final class BpmnReader {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String DIAGRAM = "BPMNDiagram";

    /** BPMN waits for a message without end; a wait here has one. */
    private static final Duration WITHOUT_END = Duration.ofDays(365);

    private final Assembly assembly = new Assembly(SourceFormat.BPMN);
    private final Losses losses = assembly.losses();
    private final Map<String, String> names = new java.util.HashMap<>();
    private final Set<String> drawn = new HashSet<>();
    private final XmlSource root;

    private BpmnReader(XmlSource root) {
        this.root = root;
    }

    /** Whether a file is BPMN 2.0. */
    public static boolean recognises(XmlSource root) {
        return root.name().equals("definitions") && root.space().equals(MODEL);
    }

    /** Imports the processes for an industry. */
    public static ForeignJourney read(XmlSource root, String vertical) {
        return new BpmnReader(root).journey(vertical);
    }

    private ForeignJourney journey(String vertical) {
        root.known();
        for (XmlSource element : root.children()) {
            if (element.name().equals("message") || element.name().equals("signal")) {
                element.value("id").ifPresent(id -> element.value("name").ifPresent(name -> names.put(id, name)));
            }
        }
        List<XmlSource> elements = root.children("process");
        List<ProcessFlow> processes = new ArrayList<>();
        elements.forEach(element -> processes.add(new ProcessFlow(element, losses)));
        String title = elements.stream()
                .flatMap(element -> element.value("name").stream())
                .findFirst()
                .or(() -> root.value("name"))
                .orElse("");
        String goal = elements.stream()
                .flatMap(element -> element.children("documentation").stream())
                .findFirst()
                .flatMap(XmlSource::text)
                .map(SourceTexts::plain)
                .orElse("");
        processes.forEach(this::process);
        for (XmlSource diagram : root.children(DIAGRAM)) {
            losses.changed(diagram, "The steps are laid out anew from top to bottom.");
            diagram.readWhole();
        }
        root.unread(losses::unread);
        return assembly.journey(title, vertical, goal);
    }

    private void process(ProcessFlow process) {
        process.nodes().forEach((id, node) -> node(process, id, node));
        process.dangling().forEach(mention -> losses.leftOut(mention, "Names a flow that does not touch this node."));
        process.nodes()
                .keySet()
                .forEach(id -> process.outgoing(id).stream()
                        .filter(flow -> !drawn.contains(flow.path()))
                        .forEach(flow -> losses.leftOut(flow, "Leaves a node that has no such way out here.")));
    }

    private void node(ProcessFlow process, String id, XmlSource node) {
        List<XmlSource> flows = process.outgoing(id);
        if (assembly.knows(id)) {
            // The wait behind a gateway that waits for events was made with it, or another process has the id.
            if (!settled.contains(node)) {
                losses.leftOut(node, "Another element has the same id.");
            }
            return;
        }
        Optional<Step> made = switch (node.name()) {
            case "startEvent" -> start(node);
            case "endEvent" -> Optional.of(end(node));
            case "sendTask" -> Optional.of(message(node));
            case "receiveTask" -> Optional.of(waitFor(node, node));
            case "intermediateCatchEvent" -> caught(node);
            case "exclusiveGateway" -> gateway(process, id, node);
            case "eventBasedGateway" -> race(process, node, flows);
            default -> Optional.empty();
        };
        if (made.isEmpty() && node.name().equals("exclusiveGateway") && flows.size() == 1) {
            merge(id, node, flows.getFirst());
        } else if (made.isEmpty()) {
            opaque(id, node, flows);
        } else if (assembly.add(id, made.get(), node)) {
            node.known();
            leave(made.get(), node, flows);
        }
    }

    private final Set<XmlSource> settled = new HashSet<>();

    private void flow(String from, String port, XmlSource flow) {
        drawn.add(flow.path());
        flow.known();
        assembly.way(
                from,
                port,
                flow.value("name").map(SourceTexts::title).orElse(""),
                flow.value("targetRef").orElse(""),
                flow);
    }

    private void leave(Step step, XmlSource node, List<XmlSource> flows) {
        if (step instanceof ExitStep
                || step instanceof BranchStep
                || node.name().equals("eventBasedGateway")) {
            return;
        }
        for (Port port : step.ports()) {
            boolean late = port.name().equals(Port.TIMEOUT);
            if (flows.isEmpty() || late) {
                assembly.end(step.id(), port.name(), node);
            } else {
                flows.forEach(flow -> flow(step.id(), port.name(), flow));
            }
        }
        flows.stream()
                .filter(flow -> flow.child("conditionExpression").isPresent())
                .forEach(flow -> losses.leftOut(
                        flow, "Its condition has no counterpart: the step before it lets everyone go on."));
    }

    private Optional<Step> start(XmlSource node) {
        Trigger trigger;
        if (CaughtEvent.plain(node)) {
            trigger = new Trigger.OnEvent(SourceConditions.event(ProcessFlow.title(node)));
        } else if (CaughtEvent.message(node)) {
            trigger = new Trigger.OnEvent(event(node));
        } else {
            String definition = node.children().stream()
                    .filter(child -> child.name().endsWith("EventDefinition"))
                    .map(XmlSource::pretty)
                    .findFirst()
                    .orElse(node.pretty());
            node.children().stream()
                    .filter(child -> child.name().endsWith("EventDefinition"))
                    .findFirst()
                    .ifPresent(XmlSource::readWhole);
            trigger = new Trigger.OnAudience(List.of(SourceConditions.text("start", definition)));
        }
        String title = ProcessFlow.title(node);
        return Optional.of(new EntryStep(assembly.id(title), title, Position.ORIGIN, trigger, ReEntry.afterExit()));
    }

    private Step end(XmlSource node) {
        String title = ProcessFlow.title(node);
        return new ExitStep(assembly.id(title), title, Position.ORIGIN, "");
    }

    /** BPMN does not say by which channel a task sends; its name may. */
    private Step message(XmlSource node) {
        String title = ProcessFlow.title(node);
        String words = title.toLowerCase(Locale.ROOT);
        String channel = words.contains("mail")
                ? "email"
                : words.contains("sms") || words.contains("text message")
                        ? "sms"
                        : words.contains("push") ? "push" : "";
        losses.changed(
                node,
                channel.isEmpty()
                        ? "BPMN does not say by which channel it sends; choose the channel."
                        : "Its name says that it sends by " + channel + "; BPMN itself does not say how.");
        return ImportedMessage.step(assembly.id(title), title, channel, "");
    }

    private Step waitFor(XmlSource node, XmlSource event) {
        losses.changed(node, "Waits without end; here at most 365 days.");
        String title = ProcessFlow.title(node);
        return new WaitStep(
                assembly.id(title), title, Position.ORIGIN, new WaitRule.ForEvent(event(event), WITHOUT_END));
    }

    /** The event that a node waits for: the message or signal that it names, else the node's own name. */
    private EventMatch event(XmlSource node) {
        Optional<XmlSource> definition = CaughtEvent.definition(node);
        definition.ifPresent(XmlSource::known);
        Optional<String> reference = definition
                .flatMap(held -> held.value("messageRef").or(() -> held.value("signalRef")))
                .or(() -> node.value("messageRef"));
        return SourceConditions.event(reference
                .map(ref -> names.getOrDefault(ref.substring(ref.indexOf(':') + 1), ref))
                .orElse(ProcessFlow.title(node)));
    }

    private Optional<Step> caught(XmlSource node) {
        Optional<Duration> duration = CaughtEvent.duration(node);
        String title = ProcessFlow.title(node);
        if (duration.isPresent()) {
            CaughtEvent.settle(node);
            return Optional.of(
                    new WaitStep(assembly.id(title), title, Position.ORIGIN, new WaitRule.ForDuration(duration.get())));
        }
        return CaughtEvent.message(node) ? Optional.of(waitFor(node, node)) : Optional.empty();
    }

    private Optional<Step> gateway(ProcessFlow process, String id, XmlSource node) {
        List<XmlSource> flows = process.outgoing(id);
        if (flows.size() < 2) {
            return Optional.empty();
        }
        String fallback = node.value("default").orElse("");
        List<BranchArm> arms = new ArrayList<>();
        List<XmlSource> taken = new ArrayList<>();
        XmlSource otherwise = null;
        for (XmlSource flow : flows) {
            if (otherwise == null && flow.value("id").filter(fallback::equals).isPresent()) {
                otherwise = flow;
                continue;
            }
            String name = flow.value("name").map(SourceTexts::title).orElse("Way " + (arms.size() + 1));
            Optional<String> expression = flow.child("conditionExpression").flatMap(XmlSource::text);
            arms.add(new BranchArm(
                    "way-" + (arms.size() + 1),
                    name,
                    List.of(SourceConditions.text("condition", expression.orElse(name)))));
            taken.add(flow);
        }
        String title = ProcessFlow.title(node);
        String step = assembly.id(title);
        for (int i = 0; i < taken.size(); i++) {
            flow(step, arms.get(i).port(), taken.get(i));
        }
        if (otherwise != null) {
            flow(step, Port.OTHERWISE, otherwise);
        } else if (!fallback.isEmpty()) {
            losses.leftOut(node, "Its default flow “" + SourceTexts.title(fallback) + "” does not leave it.");
        }
        return Optional.of(new BranchStep(step, title, Position.ORIGIN, arms));
    }

    /** A gateway where ways only meet is no step here: ways lead on to what follows it. */
    private void merge(String id, XmlSource node, XmlSource flow) {
        assembly.alias(id, flow.value("targetRef").orElse(""));
        drawn.add(flow.path());
        flow.known();
        losses.changed(node, "Ways meet here without a step of their own: they lead to what follows.");
    }

    /** A gateway that waits for either a message or a timer is a wait with a timeout. */
    private Optional<Step> race(ProcessFlow process, XmlSource node, List<XmlSource> flows) {
        List<XmlSource> behind = flows.stream()
                .flatMap(flow -> Optional.ofNullable(
                        process.nodes().get(flow.value("targetRef").orElse("")))
                        .stream())
                .toList();
        List<XmlSource> events = behind.stream()
                .filter(event -> event.name().equals("receiveTask") || CaughtEvent.message(event))
                .toList();
        List<XmlSource> timers = behind.stream()
                .filter(event -> CaughtEvent.duration(event).isPresent())
                .toList();
        boolean alone = behind.stream()
                .allMatch(event -> process.incoming(event.value("id").orElse("")) == 1
                        && !assembly.knows(event.value("id").orElse("")));
        if (flows.size() != 2 || events.size() != 1 || timers.size() != 1 || !alone) {
            return Optional.empty();
        }
        XmlSource event = events.getFirst();
        XmlSource timer = timers.getFirst();
        String title = ProcessFlow.title(node.value("name").isPresent() ? node : event);
        String id = assembly.id(title);
        WaitStep step = new WaitStep(
                id,
                title,
                Position.ORIGIN,
                new WaitRule.ForEvent(event(event), CaughtEvent.duration(timer).orElse(WITHOUT_END)));
        CaughtEvent.settle(timer);
        losses.changed(event, "Is one step with the gateway before it.");
        losses.changed(timer, "Is one step with the gateway before it.");
        for (XmlSource part : List.of(event, timer)) {
            part.known();
            settled.add(part);
            String key = part.value("id").orElse("");
            assembly.head(key, id);
            List<XmlSource> next = process.outgoing(key);
            String port = part.equals(event) ? Port.HAPPENED : Port.TIMEOUT;
            if (next.isEmpty()) {
                assembly.end(id, port, part);
            }
            next.forEach(flow -> flow(id, port, flow));
        }
        flows.forEach(flow -> {
            drawn.add(flow.path());
            flow.known();
        });
        return Optional.of(step);
    }

    private void opaque(String id, XmlSource node, List<XmlSource> flows) {
        String title = ProcessFlow.title(node);
        String step = assembly.id(title);
        List<OpaqueArm> arms = new ArrayList<>();
        for (int i = 0; i < Math.max(1, flows.size()); i++) {
            String name = flows.isEmpty()
                    ? "Next"
                    : flows.get(i)
                            .value("name")
                            .map(SourceTexts::title)
                            .orElse(flows.size() == 1 ? "Next" : "Way " + (i + 1));
            arms.add(new OpaqueArm("way-" + (i + 1), name));
        }
        String source = node.pretty();
        assembly.add(id, assembly.opaque(step, title, node.name(), node, source, arms), node);
        node.readWhole();
        if (flows.isEmpty()) {
            assembly.end(step, "way-1", node);
        }
        for (int i = 0; i < flows.size(); i++) {
            flow(step, arms.get(i).port(), flows.get(i));
        }
    }
}
