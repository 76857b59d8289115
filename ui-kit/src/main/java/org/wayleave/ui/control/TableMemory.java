package org.wayleave.ui.control;

import java.util.Optional;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Where tables keep how the user arranged their columns. A window binds one to its root; every {@link FilterTable} below it finds
 * it when it is shown.
 */
public interface TableMemory {

    /** What was kept for a table. */
    Optional<String> get(String table);

    /** Keeps the arrangement of a table's columns. */
    void put(String table, String columns);

    /** Lets all tables at or below a node keep their columns in a memory. */
    static void bind(Node root, TableMemory memory) {
        root.getProperties().put(TableMemory.class, memory);
    }

    /** The memory bound to a node or, failing that, to the nearest above it. */
    static Optional<TableMemory> of(Node node) {
        for (@Nullable Node at = node; at != null; at = at.getParent()) {
            if (at.hasProperties() && at.getProperties().get(TableMemory.class) instanceof TableMemory memory) {
                return Optional.of(memory);
            }
        }
        return Optional.empty();
    }
}
