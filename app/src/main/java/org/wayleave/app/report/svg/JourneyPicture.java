package org.wayleave.app.report.svg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wayleave.journey.graph.Edge;
import org.wayleave.journey.graph.Journey;
import org.wayleave.journey.graph.MessageStep;
import org.wayleave.journey.graph.Port;
import org.wayleave.journey.graph.PortKind;
import org.wayleave.journey.graph.Rung;
import org.wayleave.journey.graph.Step;
import org.wayleave.journey.graph.StepType;

/** A journey as a picture: its steps as cards where their author placed them, and on them what a run did. */
public final class JourneyPicture {
    /** Width of a card, the same as on the canvas. */
    static final double CARD_WIDTH = 200;

    /** Higher than on the canvas, where a pointer gets the whole text: here a title has two lines. */
    static final double CARD_HEIGHT = 84;

    /** What the higher cards need between their authors' places. */
    private static final double STRETCH = 1.19;

    private static final double MARGIN = 44;
    private static final double TEXT_ROOM = 146;
    private static final double TITLE_LETTER = 7.7;
    private static final double LINE_LETTER = 6.1;

    /** The lowest line ends before the count. */
    private static final double LAST_ROOM = 106;

    private final Journey journey;
    private final Map<String, StepFigures> figures;
    private final Map<String, Box> boxes = new HashMap<>();
    private double width;
    private double height;

    private JourneyPicture(Journey journey, Map<String, StepFigures> figures) {
        this.journey = journey;
        this.figures = figures;
        place();
    }

    /** Draws a journey with the figures of a run by step id; steps without figures are drawn without numbers. */
    public static String draw(Journey journey, Map<String, StepFigures> figures) {
        return new JourneyPicture(journey, figures).draw();
    }

    private void place() {
        double left = journey.steps().stream()
                .mapToDouble(step -> step.position().x())
                .min()
                .orElse(0);
        double top = journey.steps().stream()
                .mapToDouble(step -> step.position().y())
                .min()
                .orElse(0);
        for (Step step : journey.steps()) {
            double x = step.position().x() - left + MARGIN;
            double y = (step.position().y() - top) * STRETCH + MARGIN;
            boxes.put(step.id(), new Box(x, y, x + CARD_WIDTH, y + CARD_HEIGHT));
            width = Math.max(width, x + CARD_WIDTH + MARGIN);
            height = Math.max(height, y + CARD_HEIGHT + MARGIN);
        }
    }

    private String draw() {
        Svg svg = Svg.picture(
                width,
                height,
                "Journey “" + journey.title() + "” with " + journey.steps().size() + " steps");
        drawEdges(svg);
        for (Step step : journey.steps()) {
            drawCard(svg, step, box(step));
        }
        return svg.markup();
    }

    private Box box(Step step) {
        Box box = boxes.get(step.id());
        if (box == null) {
            throw new IllegalStateException("step " + step.id() + " was not placed");
        }
        return box;
    }

    private void drawEdges(Svg svg) {
        Router router = new Router(journey.steps().stream().map(this::box).toList());
        EdgeLabels labels =
                new EdgeLabels(journey.steps().stream().map(this::box).toList());
        long most =
                figures.values().stream().mapToLong(StepFigures::entered).max().orElse(0);
        for (Step step : journey.steps()) {
            List<Port> ports = step.ports();
            List<Edge> edges = journey.outgoing(step.id());
            for (Edge edge : edges) {
                Port port = ports.get(portIndex(ports, edge.port()));
                boolean consent = port.kind() == PortKind.CONSENT;
                List<Edge> together = consent ? List.of(edge) : alike(edges, ports, edge);
                if (!together.getFirst().equals(edge)) {
                    continue;
                }
                double place = together.stream()
                        .mapToInt(each -> portIndex(ports, each.port()))
                        .average()
                        .orElseThrow();
                Box target = box(journey.step(edge.to()).orElseThrow());
                List<Point> points =
                        router.route(portAt(box(step), place, ports.size()), target, lane(step, edges, edge));
                svg.empty(
                        "path",
                        "d",
                        soft(points),
                        "class",
                        "edge" + (consent ? " " + port.name() : ""),
                        "style",
                        "stroke-width:" + Svg.number(strokeWidth(edge, together.size(), most)));
                if (ports.size() > 1 && !consent) {
                    labels.add(
                            points,
                            names(together, ports),
                            journey.incoming(edge.to()).size() > together.size());
                }
            }
        }
        labels.draw(svg);
    }

    private static String names(List<Edge> edges, List<Port> ports) {
        List<String> titles = edges.stream()
                .map(edge -> ports.get(portIndex(ports, edge.port())).title())
                .toList();
        return titles.getFirst()
                + titles.stream()
                        .skip(1)
                        .map(title -> " or " + title.toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining());
    }

    /** The edges of a card that lead to the same card as a given one, which are drawn as one. */
    private static List<Edge> alike(List<Edge> edges, List<Port> ports, Edge edge) {
        return edges.stream()
                .filter(other -> other.to().equals(edge.to())
                        && ports.get(portIndex(ports, other.port())).kind() != PortKind.CONSENT)
                .toList();
    }

    /** Edges that turn to the left get the outer lanes from the left, so that they do not cross each other. */
    private int lane(Step step, List<Edge> edges, Edge edge) {
        double centre = box(step).centre();
        int rank = 0;
        boolean left = box(journey.step(edge.to()).orElseThrow()).centre() < centre;
        int own = portIndex(step.ports(), edge.port());
        for (Edge other : edges) {
            boolean otherLeft = box(journey.step(other.to()).orElseThrow()).centre() < centre;
            int index = portIndex(step.ports(), other.port());
            if (otherLeft == left && (left ? index < own : index > own)) {
                rank++;
            }
        }
        return rank;
    }

    private double strokeWidth(Edge edge, int together, long most) {
        StepFigures to = figures.get(edge.to());
        int ways = journey.incoming(edge.to()).size();
        if (to == null || most == 0 || ways == 0) {
            return 1.5;
        }
        return 1.3 + 1.9 * Math.sqrt((double) to.entered() * together / ways / most);
    }

    private static int portIndex(List<Port> ports, String name) {
        for (int i = 0; i < ports.size(); i++) {
            if (ports.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("no port " + name);
    }

    private static Point portAt(Box box, double index, int ports) {
        double spread = ports == 1 ? 0 : Math.min(30, 150.0 / (ports - 1));
        return new Point(box.centre() + (index - (ports - 1) / 2.0) * spread, box.bottom());
    }

    /** The way as a path whose corners are rounded. */
    private static String soft(List<Point> points) {
        StringBuilder path = new StringBuilder("M" + text(points.getFirst()));
        for (int i = 1; i + 1 < points.size(); i++) {
            Point before = points.get(i - 1);
            Point corner = points.get(i);
            Point after = points.get(i + 1);
            double radius = Math.min(8, Math.min(distance(before, corner), distance(corner, after)) / 2);
            path.append('L')
                    .append(text(towards(corner, before, radius)))
                    .append('Q')
                    .append(text(corner))
                    .append(' ')
                    .append(text(towards(corner, after, radius)));
        }
        return path.append('L').append(text(points.getLast())).toString();
    }

    private static Point towards(Point from, Point to, double by) {
        double distance = distance(from, to);
        double part = distance == 0 ? 0 : by / distance;
        return new Point(from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    private static double distance(Point a, Point b) {
        return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
    }

    private static String text(Point point) {
        return Svg.number(point.x()) + " " + Svg.number(point.y());
    }

    private void drawCard(Svg svg, Step step, Box box) {
        StepFigures run = figures.get(step.id());
        svg.open("g", "class", "card").hover(hover(step, run));
        svg.rect(box.left(), box.top(), CARD_WIDTH, CARD_HEIGHT, 8, "card-face");
        svg.rect(box.left() + 10, box.top() + 10, 28, 28, 6, "tile " + style(step.type()));
        StepIcon.draw(svg, step.type(), box.left() + 24, box.top() + 24);
        drawWords(svg, step, box);
        if (step instanceof MessageStep message) {
            drawLadder(svg, message, box);
        }
        if (run != null) {
            svg.text(
                    "text",
                    Figures.count(run.entered()),
                    "x",
                    box.right() - 10,
                    "y",
                    box.bottom() - 8,
                    "class",
                    "card-count end");
            if (run.contacts()) {
                drawBar(svg, run, box);
            }
        }
        drawPorts(svg, step, box);
        svg.close();
    }

    private static void drawWords(Svg svg, Step step, Box box) {
        double y = box.top() + 21;
        List<String> title = lines(step.title(), 2, TITLE_LETTER, TEXT_ROOM);
        for (String line : title) {
            svg.label(box.left() + 46, y, "card-title", line);
            y += 15;
        }
        // The rungs of a message stand where others have a fourth line.
        boolean lowest = title.size() == 2 && !(step instanceof MessageStep);
        int most = title.size() == 1 || lowest ? 2 : 1;
        for (String line : lines(step.summary(), most, LINE_LETTER, lowest ? LAST_ROOM : TEXT_ROOM)) {
            svg.label(box.left() + 46, y, "card-line", line);
            y += 14;
        }
    }

    private static void drawLadder(Svg svg, MessageStep step, Box box) {
        double x = box.left() + 51;
        for (Rung rung : step.ladder()) {
            Optional<Glyph> glyph = Glyph.of(rung.kind().wire());
            if (glyph.isPresent()) {
                glyph.get().draw(svg, x, box.bottom() - 12.5, 8);
                x += 14;
            }
        }
    }

    private static void drawBar(Svg svg, StepFigures run, Box box) {
        double room = CARD_WIDTH - 20;
        double sum = run.sent() + run.degraded() + run.blocked();
        double x = box.left() + 10;
        double y = box.bottom() - 4.5;
        double sent = room * run.sent() / sum;
        double degraded = room * run.degraded() / sum;
        svg.rect(x, y, sent, 3, 1, "sent");
        svg.rect(x + sent, y, degraded, 3, 1, "degraded");
        svg.rect(x + sent + degraded, y, room - sent - degraded, 3, 1, "blocked");
    }

    private static void drawPorts(Svg svg, Step step, Box box) {
        List<Port> ports = step.ports();
        for (int i = 0; i < ports.size(); i++) {
            Optional<Glyph> glyph = ports.get(i).kind() == PortKind.CONSENT
                    ? Glyph.of(ports.get(i).name())
                    : Optional.empty();
            if (glyph.isPresent()) {
                Point at = portAt(box, i, ports.size());
                svg.empty("circle", "cx", at.x(), "cy", at.y(), "r", 7, "class", "paper");
                glyph.get().draw(svg, at.x(), at.y(), 10);
            }
        }
    }

    private static String hover(Step step, @Nullable StepFigures run) {
        String text = step.type().title() + " “" + step.title() + "” · " + step.summary();
        if (run == null) {
            return text;
        }
        text += "\n" + Figures.count(run.entered()) + " visits";
        return run.contacts()
                ? text + ": " + Figures.count(run.sent()) + " as designed, " + Figures.count(run.degraded())
                        + " with a fallback, " + Figures.count(run.blocked()) + " silent"
                : text;
    }

    private static String style(StepType type) {
        return switch (type) {
            case ENTRY -> "entry";
            case WAIT -> "wait";
            case BRANCH, RANDOM_SPLIT -> "branch";
            case MESSAGE -> "message";
            case HOLDOUT -> "holdout";
            case GOAL -> "goal";
            case EXIT, OPAQUE -> "exit";
        };
    }

    /** The text broken between words into so many lines, cut where it does not fit; the whole is in the hover text. */
    private static List<String> lines(String text, int most, double letter, double lastRoom) {
        int room = (int) (TEXT_ROOM / letter);
        int last = (int) (lastRoom / letter);
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (lines.size() + 1 < most && rest.length() > room) {
            int space = rest.lastIndexOf(' ', room);
            int end = space > 0 ? space : room;
            lines.add(rest.substring(0, end).strip());
            rest = rest.substring(end).strip();
        }
        int fits = lines.size() + 1 < most ? room : last;
        lines.add(rest.length() <= fits ? rest : rest.substring(0, fits - 1).strip() + "…");
        return lines;
    }
}
