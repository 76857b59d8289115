package org.wayleave.journey.imports.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of a JSON file that remembers whether it was read. Reading a scalar marks it; what is left unmarked when an import ends
 * was lost. Not safe for use by several threads.
 */
public final class JsonSource implements SourceNode {

    /** The kinds of values. */
    public enum Kind {
        OBJECT,
        LIST,
        TEXT,
        NUMBER,
        TRUTH,
        NULL
    }

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?");

    private final Kind kind;
    private final String text;
    private final @Nullable JsonSource parent;
    private final String key;
    private final int index;
    private final int order;
    private final Map<String, JsonSource> fields = new LinkedHashMap<>();
    private final List<JsonSource> items = new ArrayList<>();
    private boolean read;

    JsonSource(Kind kind, String text, @Nullable JsonSource parent, String key, int index, int order) {
        this.kind = kind;
        this.text = text;
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.order = order;
    }

    void add(JsonSource child) {
        if (kind == Kind.OBJECT) {
            fields.put(child.key, child);
        } else {
            items.add(child);
        }
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public String path() {
        if (parent == null) {
            return "";
        }
        String before = parent.path();
        if (parent.kind == Kind.LIST) {
            return before + "[" + index + "]";
        }
        if (!PLAIN.matcher(key).matches()) {
            return before + "[\"" + SourceLimits.gist(key).replace("\"", "\\\"") + "\"]";
        }
        return before.isEmpty() ? key : before + "." + key;
    }

    @Override
    public String gist() {
        return switch (kind) {
            case OBJECT -> fields.size() == 1 ? "1 field" : fields.size() + " fields";
            case LIST -> items.size() == 1 ? "1 item" : items.size() + " items";
            case TEXT -> SourceLimits.secret(key) ? "a secret" : "“" + SourceLimits.gist(text) + "”";
            case NUMBER, TRUTH, NULL -> text;
        };
    }

    /** The name under which its object holds it; empty for items of a list and for the whole file. */
    public String key() {
        return key;
    }

    /** Whether it has that field. */
    public boolean has(String field) {
        return fields.containsKey(field);
    }

    /** The value of a field, unmarked. */
    public Optional<JsonSource> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** The value at the end of a way through objects, unmarked. */
    public Optional<JsonSource> at(String... way) {
        JsonSource here = this;
        for (String step : way) {
            here = here.fields.get(step);
            if (here == null) {
                return Optional.empty();
            }
        }
        return Optional.of(here);
    }

    /** The fields of an object in their order; empty for everything else. */
    public List<JsonSource> fields() {
        return List.copyOf(fields.values());
    }

    /** The items of a list in their order; empty for everything else. */
    public List<JsonSource> items() {
        return List.copyOf(items);
    }

    /** The items of the list that a field holds; empty when there is none. */
    public List<JsonSource> items(String field) {
        JsonSource list = fields.get(field);
        return list == null ? List.of() : list.items();
    }

    /** Whether a field holds that text or number; marks nothing. */
    public boolean holds(String field, String wanted) {
        JsonSource value = fields.get(field);
        return value != null && (value.kind == Kind.TEXT || value.kind == Kind.NUMBER) && value.text.equals(wanted);
    }

    /** The text of this text or number, marked as read. */
    public Optional<String> text() {
        if (kind != Kind.TEXT && kind != Kind.NUMBER) {
            return Optional.empty();
        }
        read = true;
        return Optional.of(text);
    }

    /** The text of the text or number that a field holds, marked as read; empty also when the text is blank. */
    public Optional<String> text(String field) {
        JsonSource value = fields.get(field);
        return value == null ? Optional.empty() : value.text().filter(words -> !words.isBlank());
    }

    /** The finite number that a field holds as a number or as text, marked as read when it is one. */
    public OptionalDouble number(String field) {
        JsonSource value = fields.get(field);
        if (value == null || (value.kind != Kind.NUMBER && value.kind != Kind.TEXT)) {
            return OptionalDouble.empty();
        }
        String digits = value.text.strip();
        if (!NUMBER.matcher(digits).matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(digits);
        if (!Double.isFinite(number)) {
            return OptionalDouble.empty();
        }
        value.read = true;
        return OptionalDouble.of(number);
    }

    /** The truth that a field holds, marked as read when it is one. */
    public Optional<Boolean> truth(String field) {
        JsonSource value = fields.get(field);
        if (value == null || value.kind != Kind.TRUTH) {
            return Optional.empty();
        }
        value.read = true;
        return Optional.of(value.text.equals("true"));
    }

    /** Marks it and all that it holds as read. */
    public void readWhole() {
        read = true;
        fields.values().forEach(JsonSource::readWhole);
        items.forEach(JsonSource::readWhole);
    }

    /** Whether it holds nothing: null, blank text, or a container of nothing. */
    public boolean isEmpty() {
        return switch (kind) {
            case NULL -> true;
            case TEXT -> text.isBlank();
            case NUMBER, TRUTH -> false;
            case OBJECT -> fields.values().stream().allMatch(JsonSource::isEmpty);
            case LIST -> items.stream().allMatch(JsonSource::isEmpty);
        };
    }

    /** Whether it says the same as another value; the order of fields does not matter. */
    public boolean says(JsonSource other) {
        return kind == other.kind
                && text.equals(other.text)
                && fields.keySet().equals(other.fields.keySet())
                && fields.values().stream()
                        .allMatch(field -> field.says(Objects.requireNonNull(other.fields.get(field.key))))
                && items.size() == other.items.size()
                && java.util.stream.IntStream.range(0, items.size())
                        .allMatch(i -> items.get(i).says(other.items.get(i)));
    }

    /** Tells of what was not read: of a part as a whole when nothing in it was; of nothing that is empty. */
    public void unread(Consumer<? super JsonSource> lost) {
        if (isEmpty() || (read && fields.isEmpty() && items.isEmpty())) {
            return;
        }
        if (!anyRead()) {
            lost.accept(this);
            return;
        }
        fields.values().forEach(field -> field.unread(lost));
        items.forEach(item -> item.unread(lost));
    }

    private boolean anyRead() {
        return read
                || fields.values().stream().anyMatch(JsonSource::anyRead)
                || items.stream().anyMatch(JsonSource::anyRead);
    }

    /** Its JSON, one value a line. */
    public String pretty() {
        StringBuilder out = new StringBuilder();
        write(out, "\n", "  ");
        return out.toString();
    }

    /** Its JSON on one line. */
    public String compact() {
        StringBuilder out = new StringBuilder();
        write(out, "", "");
        return out.toString();
    }

    private void write(StringBuilder out, String line, String indent) {
        switch (kind) {
            case NULL, TRUTH, NUMBER -> out.append(text);
            case TEXT -> quote(out, text);
            case OBJECT -> {
                String inner = line + indent;
                String sign = "{";
                for (JsonSource field : fields.values()) {
                    out.append(sign).append(inner);
                    quote(out, field.key);
                    out.append(line.isEmpty() ? ":" : ": ");
                    field.write(out, inner, indent);
                    sign = line.isEmpty() ? ", " : ",";
                }
                out.append(fields.isEmpty() ? "{}" : line + "}");
            }
            case LIST -> {
                String inner = line + indent;
                String sign = "[";
                for (JsonSource item : items) {
                    out.append(sign).append(inner);
                    item.write(out, inner, indent);
                    sign = line.isEmpty() ? ", " : ",";
                }
                out.append(items.isEmpty() ? "[]" : line + "]");
            }
        }
    }

    private static void quote(StringBuilder out, String text) {
        out.append('"')
                .append(com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance()
                        .quoteAsString(text))
                .append('"');
    }
}
