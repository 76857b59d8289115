package org.wayleave.data.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a catalogue that two people changed in two ways.
 *
 * @param part such as dataElements
 * @param entry its key there; empty if the part itself is the entry
 * @param base as it was before; null if it was not there
 * @param mine as it is wanted; null if it was taken out
 * @param theirs as the newest version has it; null if it was taken out there
 */
public record CatalogueConflict(
        String part,
        String entry,
        @Nullable JsonNode base,
        @Nullable JsonNode mine,
        @Nullable JsonNode theirs) {
    /** Which of two values becomes that of the entry. */
    public enum Choice {
        /** As it is wanted. */
        MINE,
        /** As the newest version has it. */
        THEIRS,
        /** Field by field, each as it was changed; only where no field was changed twice. */
        BOTH
    }

    /**
     * A field that was changed.
     *
     * @param name of the field; empty if the entry is no object everywhere
     * @param base in words as JSON; empty if it was not there, as in the other two
     */
    public record Field(String name, String base, String mine, String theirs) {
        /** Returns whether both changed it, in two ways. */
        public boolean twice() {
            return !mine.equals(base) && !theirs.equals(base) && !mine.equals(theirs);
        }
    }

    /** Returns where it stands, such as "dataElements.device". */
    public String path() {
        return entry.isEmpty() ? part : part + "." + entry;
    }

    /** Returns the fields that somebody changed, by name. */
    public List<Field> fields() {
        if (!objects()) {
            return List.of(new Field("", text(base), text(mine), text(theirs)));
        }
        NavigableSet<String> names = new TreeSet<>();
        Stream.of(base, mine, theirs)
                .filter(Objects::nonNull)
                .forEach(node -> node.fieldNames().forEachRemaining(names::add));
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            Field field = new Field(name, text(base, name), text(mine, name), text(theirs, name));
            if (!field.mine().equals(field.base()) || !field.theirs().equals(field.base())) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** Returns whether the changes of both can be kept, because no field was changed twice. */
    public boolean canKeepBoth() {
        return objects() && fields().stream().noneMatch(Field::twice);
    }

    /**
     * Returns what the entry becomes; null if it is taken out.
     *
     * @throws IllegalArgumentException if both changes are wanted and {@link #canKeepBoth()} is false
     */
    public @Nullable JsonNode value(Choice choice) {
        return switch (choice) {
            case MINE -> mine;
            case THEIRS -> theirs;
            case BOTH -> both();
        };
    }

    private JsonNode both() {
        if (!canKeepBoth() || !(theirs instanceof ObjectNode object) || mine == null || base == null) {
            throw new IllegalArgumentException("the changes of " + path() + " exclude each other");
        }
        ObjectNode kept = object.deepCopy();
        for (Field field : fields()) {
            if (!field.mine().equals(field.base())) {
                JsonNode value = mine.get(field.name());
                if (value == null) {
                    kept.remove(field.name());
                } else {
                    kept.set(field.name(), value);
                }
            }
        }
        return kept;
    }

    private boolean objects() {
        return base instanceof ObjectNode && mine instanceof ObjectNode && theirs instanceof ObjectNode;
    }

    private static String text(@Nullable JsonNode node, String name) {
        return text(node == null ? null : node.get(name));
    }

    private static String text(@Nullable JsonNode node) {
        return node == null ? "" : node.toString();
    }
}
