package org.wayleave.engine.builtin.yaml;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.wayleave.engine.builtin.BuiltinException;

/** Reads the nodes of a YAML text from SnakeYAML's events. The only class that knows SnakeYAML. */
final class YamlParser {
    /** As deep as JSON is read. */
    private static final int MAX_DEPTH = 1_000;

    /** Four times what SnakeYAML reads by itself: 12 Mi characters. */
    private static final int MAX_LENGTH = 12 << 20;

    private static final String OWN_TAGS = "tag:yaml.org,2002:";

    private final Iterator<Event> events;
    private final Map<Anchor, YamlNode> anchors = new HashMap<>();
    private int depth;

    private YamlParser(String text) {
        this.events = new Parse(
                        LoadSettings.builder().setCodePointLimit(MAX_LENGTH).build())
                .parseString(text)
                .iterator();
    }

    /**
     * The root of the first document, null where there is none; the other documents are read too, so that an error in
     * them shows.
     *
     * @throws BuiltinException when the text is no YAML or beyond the limits
     */
    static @Nullable YamlNode parse(String text) {
        try {
            YamlParser parser = new YamlParser(text);
            YamlNode first = null;
            boolean any = false;
            while (parser.events.hasNext()) {
                if (parser.events.next() instanceof DocumentStartEvent start) {
                    if (start.getSpecVersion().isPresent()
                            && start.getSpecVersion().get().getMinor() != 1) {
                        throw failed("yaml: found incompatible YAML document"); // as OPA's reader says of 1.2
                    }
                    parser.anchors.clear();
                    YamlNode root = parser.node(parser.events.next());
                    first = any ? first : root;
                    any = true;
                }
            }
            return first;
        } catch (MarkedYamlEngineException e) {
            String line = e.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ": ")
                    .orElse("");
            String problem = e.getProblem() == null ? "it cannot be read" : e.getProblem();
            throw failed("yaml: " + line
                    + problem.replaceFirst("^expected (.*?),? but (got|found) .*$", "did not find expected $1"));
        } catch (YamlEngineException e) {
            throw failed("yaml: " + e.getMessage());
        }
    }

    private YamlNode node(Event event) {
        if (++depth > MAX_DEPTH) {
            throw failed("yaml: exceeded max depth of " + MAX_DEPTH);
        }
        YamlNode node = switch (event) {
            case AliasEvent alias -> {
                YamlNode target = anchors.get(alias.getAlias());
                if (target == null) {
                    throw failed("yaml: unknown anchor '" + alias.getAlias().getValue() + "' referenced");
                }
                yield new YamlNode.Alias(alias.getAlias().getValue(), target);
            }
            case ScalarEvent scalar -> {
                boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
                yield anchored(scalar, new YamlNode.Scalar(tag(scalar.getTag()), scalar.getValue(), plain));
            }
            case SequenceStartEvent start -> {
                YamlNode.Sequence sequence = new YamlNode.Sequence(tag(start.getTag()));
                anchored(start, sequence);
                for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                    sequence.items().add(node(next));
                }
                yield sequence;
            }
            case MappingStartEvent start -> {
                YamlNode.Mapping mapping = new YamlNode.Mapping(tag(start.getTag()));
                anchored(start, mapping);
                for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
                    mapping.keys().add(node(next));
                    mapping.values().add(node(events.next()));
                }
                yield mapping;
            }
            default -> throw failed("yaml: unexpected " + event.getEventId());
        };
        depth--;
        return node;
    }

    private YamlNode anchored(NodeEvent event, YamlNode node) {
        event.getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        return node;
    }

    private static String tag(Optional<String> tag) {
        String name = tag.orElse("");
        return name.startsWith(OWN_TAGS) ? "!!" + name.substring(OWN_TAGS.length()) : name;
    }
}
