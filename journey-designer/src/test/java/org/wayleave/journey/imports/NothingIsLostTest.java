package org.wayleave.journey.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.wayleave.journey.exchange.JourneyFormatException;
import org.wayleave.journey.exchange.JourneyJson;
import org.wayleave.journey.imports.foreign.ForeignJourney;
import org.wayleave.journey.imports.foreign.Loss;
import org.xml.sax.InputSource;

/**
 * What stands in a file either shows in the journey or is listed as lost. Proved from outside: every single value is changed, and a
 * value whose change shows nowhere must stand under a path in the list.
 */
class NothingIsLostTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Names by which parts refer to each other. They are addresses: one that nothing refers to says nothing. */
    private static final Pattern ADDRESS = Pattern.compile(".*(\\.|/@|^)(id|key|parent_id)");

    @ParameterizedTest
    @ValueSource(strings = {"salesforce.json", "mautic.json", "dittofeed.json", "posthog.json"})
    void everyValueOfAJsonFileShowsInTheJourneyOrAmongTheLosses(String name) throws Exception {
        JsonNode root = MAPPER.readTree(SourceFiles.text(name));
        Seen original = Seen.of(root.toString());
        List<String> silent = new ArrayList<>();
        int[] values = {0};
        walk(root, "", (path, change) -> {
            values[0]++;
            Runnable back = change.make();
            try {
                if (!original.tellsOf(path) && original.equals(Seen.of(root.toString()))) {
                    silent.add(path);
                }
            } finally {
                back.run();
            }
        });
        assertEquals(original, Seen.of(root.toString()), "the file is as it was");
        assertTrue(values[0] > 60, name + " holds " + values[0] + " values");
        silent.removeIf(path -> ADDRESS.matcher(path).matches());
        assertEquals(List.of(), silent);
    }

    @Test
    void everyAttributeAndTextOfABpmnFileShowsInTheJourneyOrAmongTheLosses() throws Exception {
        Document document = DocumentBuilderFactory.newNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(SourceFiles.text("process.bpmn"))));
        Seen original = Seen.of(text(document));
        List<String> silent = new ArrayList<>();
        List<Node> leaves = new ArrayList<>();
        leaves(document.getDocumentElement(), leaves::add);
        assertTrue(leaves.size() > 80, leaves.size() + " values");
        for (Node leaf : leaves) {
            String before = leaf.getNodeValue();
            leaf.setNodeValue(before.strip() + "x");
            if (!original.tellsOf(path(leaf)) && original.equals(Seen.of(text(document)))) {
                silent.add(path(leaf));
            }
            leaf.setNodeValue(before);
        }
        silent.removeIf(path -> ADDRESS.matcher(path).matches());
        assertEquals(List.of(), silent);
    }

    /** What an import shows: its journey as it is written, and its losses; or why there is none. */
    private record Seen(String journey, List<Loss> losses) {
        static Seen of(String text) {
            try {
                ForeignJourney read = JourneyImports.read(text, "retail");
                return new Seen(JourneyJson.write(read.journey()), read.losses());
            } catch (JourneyFormatException refused) {
                return new Seen(String.valueOf(refused.getMessage()), List.of());
            }
        }

        boolean tellsOf(String path) {
            return losses.stream()
                    .anyMatch(loss -> path.equals(loss.path())
                            || (path.startsWith(loss.path())
                                    && ".[/".indexOf(path.charAt(loss.path().length())) >= 0));
        }
    }

    private interface Change {
        /** Makes the change and gives what takes it back. */
        Runnable make();
    }

    private interface Visit {
        void value(String path, Change change);
    }

    private static void walk(JsonNode node, String path, Visit visit) {
        if (node instanceof ObjectNode object) {
            for (String field : new TreeSet<>(names(object))) {
                JsonNode value = object.get(field);
                String at = path.isEmpty() ? field : path + "." + field;
                if (value.isContainerNode()) {
                    walk(value, at, visit);
                } else if (speaks(value)) {
                    visit.value(at, () -> {
                        object.set(field, changed(value));
                        return () -> object.set(field, value);
                    });
                }
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                JsonNode value = list.get(i);
                int index = i;
                String at = path + "[" + i + "]";
                if (value.isContainerNode()) {
                    walk(value, at, visit);
                } else if (speaks(value)) {
                    visit.value(at, () -> {
                        list.set(index, changed(value));
                        return () -> list.set(index, value);
                    });
                }
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean speaks(JsonNode value) {
        return !value.isNull() && !value.asText().isBlank();
    }

    private static JsonNode changed(JsonNode value) {
        return value.isBoolean()
                ? MAPPER.getNodeFactory().booleanNode(!value.booleanValue())
                : value.isNumber()
                        ? MAPPER.getNodeFactory().numberNode(value.asInt() + 3)
                        : MAPPER.getNodeFactory().textNode(value.textValue() + "x");
    }

    private static void leaves(Element element, Consumer<Node> leaf) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                leaf.accept(attribute);
            }
        }
        for (int i = 0; i < element.getChildNodes().getLength(); i++) {
            Node child = element.getChildNodes().item(i);
            if (child instanceof Element inner) {
                leaves(inner, leaf);
            } else if (child.getNodeType() == Node.TEXT_NODE
                    && !child.getNodeValue().isBlank()) {
                leaf.accept(child);
            }
        }
    }

    private static String path(Node node) {
        if (node instanceof Attr attribute) {
            return path(attribute.getOwnerElement()) + "/@" + attribute.getLocalName();
        }
        if (!(node instanceof Element)) {
            return path(node.getParentNode()) + "/text()";
        }
        if (!(node.getParentNode() instanceof Element parent)) {
            return "/" + node.getLocalName();
        }
        int number = 1;
        for (Node before = node.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            if (node.getLocalName().equals(before.getLocalName())) {
                number++;
            }
        }
        return path(parent) + "/" + node.getLocalName() + "[" + number + "]";
    }

    private static String text(Document document) throws Exception {
        StringWriter out = new StringWriter();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(document), new StreamResult(out));
        return out.toString();
    }
}
