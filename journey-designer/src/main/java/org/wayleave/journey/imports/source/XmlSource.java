package org.wayleave.journey.imports.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An element of an XML file that remembers which of its attributes and texts were read. What is left unread when an import ends was
 * lost. Not safe for use by several threads.
 */
public final class XmlSource implements SourceNode {

    private final String space;
    private final String prefix;
    private final String name;
    private final @Nullable XmlSource parent;
    private final int number;
    private final int order;
    private final Map<String, Attribute> attributes = new LinkedHashMap<>();
    private final List<XmlSource> children = new ArrayList<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final StringBuilder text = new StringBuilder();
    private boolean textRead;
    private boolean known;

    /** An attribute, with its prefix and namespace. */
    private static final class Attribute implements SourceNode {
        private final XmlSource element;
        private final String prefix;
        private final String space;
        private final String name;
        private final String value;
        private boolean read;

        private Attribute(XmlSource element, String prefix, String space, String name, String value) {
            this.element = element;
            this.prefix = prefix;
            this.space = space;
            this.name = name;
            this.value = value;
        }

        @Override
        public String path() {
            return element.path() + "/@" + name;
        }

        @Override
        public int order() {
            return element.order;
        }

        @Override
        public String gist() {
            return SourceLimits.secret(name) ? "a secret" : "“" + SourceLimits.gist(value) + "”";
        }
    }

    /** The text of an element. */
    private record Words(XmlSource element) implements SourceNode {
        @Override
        public String path() {
            return element.path() + "/text()";
        }

        @Override
        public int order() {
            return element.order;
        }

        @Override
        public String gist() {
            return "“" + SourceLimits.gist(element.text.toString()) + "”";
        }
    }

    XmlSource(String space, String prefix, String name, @Nullable XmlSource parent, int order) {
        this.space = space;
        this.prefix = prefix;
        this.name = name;
        this.parent = parent;
        this.order = order;
        this.number = parent == null ? 1 : parent.counts.merge(name, 1, Integer::sum);
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void attribute(String ofPrefix, String ofSpace, String ofName, String value) {
        attributes.put(
                ofSpace.isEmpty() ? ofName : ofPrefix + ":" + ofName,
                new Attribute(this, ofPrefix, ofSpace, ofName, value));
    }

    @Nullable
    XmlSource parent() {
        return parent;
    }

    void append(String words) {
        text.append(words);
    }

    @Override
    public String path() {
        return parent == null ? "/" + name : parent.path() + "/" + name + "[" + number + "]";
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public String gist() {
        Attribute called = attributes.get("name");
        if (called != null && !called.value.isBlank()) {
            return called.gist();
        }
        if (!children.isEmpty()) {
            return children.size() == 1 ? "1 element" : children.size() + " elements";
        }
        return text.toString().isBlank() ? "<" + name + ">" : "“" + SourceLimits.gist(text.toString()) + "”";
    }

    /** Its namespace; empty when it has none. */
    public String space() {
        return space;
    }

    /** Its name without prefix. */
    public String name() {
        return name;
    }

    /** Says that it was understood for what it is, so that only its unread parts are lost. */
    public XmlSource known() {
        known = true;
        return this;
    }

    /** An attribute without namespace, marked as read; empty also when it is blank. */
    public Optional<String> value(String attribute) {
        Attribute found = attributes.get(attribute);
        if (found == null) {
            return Optional.empty();
        }
        found.read = true;
        return Optional.of(found.value).filter(value -> !value.isBlank());
    }

    /** Its own text without blanks around it, marked as read. */
    public Optional<String> text() {
        textRead = true;
        return Optional.of(text.toString().strip()).filter(words -> !words.isEmpty());
    }

    /** The elements in it, in their order. */
    public List<XmlSource> children() {
        return List.copyOf(children);
    }

    /** The elements of that name in it, in their order. */
    public List<XmlSource> children(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).toList();
    }

    /** The first element of that name in it. */
    public Optional<XmlSource> child(String wanted) {
        return children.stream().filter(child -> child.name.equals(wanted)).findFirst();
    }

    /** Marks it and all that it holds as read. */
    public void readWhole() {
        known = true;
        textRead = true;
        attributes.values().forEach(attribute -> attribute.read = true);
        children.forEach(XmlSource::readWhole);
    }

    /** Tells of what was not read: of an element as a whole when nothing in it was; of nothing that is blank. */
    public void unread(Consumer<? super SourceNode> lost) {
        if (!anyRead()) {
            lost.accept(this);
            return;
        }
        for (Attribute attribute : attributes.values()) {
            if (!attribute.read && !attribute.value.isBlank()) {
                lost.accept(attribute);
            }
        }
        if (!textRead && !text.toString().isBlank()) {
            lost.accept(new Words(this));
        }
        children.forEach(child -> child.unread(lost));
    }

    private boolean anyRead() {
        return known
                || textRead
                || attributes.values().stream().anyMatch(attribute -> attribute.read)
                || children.stream().anyMatch(XmlSource::anyRead);
    }

    /** The element as XML that stands alone, one element a line. */
    public String pretty() {
        StringBuilder out = new StringBuilder();
        Map<String, String> spaces = new TreeMap<>();
        spaces(spaces);
        write(out, "", spaces);
        return out.toString();
    }

    private void spaces(Map<String, String> spaces) {
        if (!space.isEmpty()) {
            spaces.putIfAbsent(prefix, space);
        }
        attributes.values().stream()
                .filter(attribute -> !attribute.space.isEmpty() && !attribute.prefix.equals("xml"))
                .forEach(attribute -> spaces.putIfAbsent(attribute.prefix, attribute.space));
        children.forEach(child -> child.spaces(spaces));
    }

    private void write(StringBuilder out, String indent, Map<String, String> spaces) {
        String tag = prefix.isEmpty() ? name : prefix + ":" + name;
        out.append(indent).append('<').append(tag);
        spaces.forEach((declared, uri) -> {
            out.append(declared.isEmpty() ? " xmlns=\"" : " xmlns:" + declared + "=\"");
            escape(out, uri);
            out.append('"');
        });
        for (Map.Entry<String, Attribute> attribute : attributes.entrySet()) {
            out.append(' ').append(attribute.getKey()).append("=\"");
            escape(out, attribute.getValue().value);
            out.append('"');
        }
        boolean words = !text.toString().isBlank();
        if (children.isEmpty() && !words) {
            out.append("/>");
            return;
        }
        out.append('>');
        if (words) {
            escape(out, text.toString().strip());
        }
        for (XmlSource child : children) {
            out.append('\n');
            child.write(out, indent + "  ", Map.of());
        }
        if (!children.isEmpty()) {
            out.append('\n').append(indent);
        }
        out.append("</").append(tag).append('>');
    }

    private static void escape(StringBuilder out, String text) {
        text.chars().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append((char) c);
            }
        });
    }

    /** It and all elements in it, in their order. */
    public Stream<XmlSource> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlSource::all));
    }
}
