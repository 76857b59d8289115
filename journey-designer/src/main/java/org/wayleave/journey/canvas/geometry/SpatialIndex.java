package org.wayleave.journey.canvas.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds the items near a place without looking at all of them: a hash of square cells. Items keep the order in which
 * they were first put in.
 *
 * @param <T> the items, told apart by {@code equals}
 */
public final class SpatialIndex<T> {

    private static final double CELL = 400;

    private record Entry<T>(T item, Box box, long order) {}

    private final Map<Long, List<Entry<T>>> cells = new HashMap<>();
    private final Map<T, Entry<T>> entries = new HashMap<>();
    private long nextOrder;

    /** Creates an index without items. */
    public SpatialIndex() {}

    /** Puts an item in, or moves it when it is in already. */
    public void put(T item, Box box) {
        Entry<T> old = entries.get(item);
        if (old != null) {
            if (old.box.equals(box)) {
                return;
            }
            eachCell(old.box, cell -> removeFrom(cell, old));
        }
        Entry<T> entry = new Entry<>(item, box, old == null ? nextOrder++ : old.order);
        entries.put(item, entry);
        eachCell(
                box,
                cell -> cells.computeIfAbsent(cell, k -> new ArrayList<>(4)).add(entry));
    }

    /** Takes an item out; does nothing when it is not in. */
    public void remove(T item) {
        Entry<T> old = entries.remove(item);
        if (old != null) {
            eachCell(old.box, cell -> removeFrom(cell, old));
        }
    }

    /** Returns the items whose boxes meet the given one, first put in first. */
    public List<T> query(Box area) {
        LinkedHashSet<Entry<T>> found = new LinkedHashSet<>();
        if (cellCount(area) > entries.size()) {
            for (Entry<T> entry : entries.values()) {
                if (entry.box.intersects(area)) {
                    found.add(entry);
                }
            }
        } else {
            eachCell(area, cell -> {
                for (Entry<T> entry : cells.getOrDefault(cell, List.of())) {
                    if (entry.box.intersects(area)) {
                        found.add(entry);
                    }
                }
            });
        }
        List<Entry<T>> sorted = new ArrayList<>(found);
        sorted.sort((a, b) -> Long.compare(a.order, b.order));
        List<T> items = new ArrayList<>(sorted.size());
        for (Entry<T> entry : sorted) {
            items.add(entry.item);
        }
        return items;
    }

    /** Counts the items that meet the area and pass the test. */
    public int count(Box area, Predicate<T> test) {
        int count = 0;
        for (T item : query(area)) {
            if (test.test(item)) {
                count++;
            }
        }
        return count;
    }

    /** Returns the box of an item, or null when it is not in. */
    public @Nullable Box box(T item) {
        Entry<T> entry = entries.get(item);
        return entry == null ? null : entry.box;
    }

    /** Returns the number of items. */
    public int size() {
        return entries.size();
    }

    private interface CellVisitor {
        void visit(long cell);
    }

    private static double cellCount(Box box) {
        return (Math.floor(box.right() / CELL) - Math.floor(box.x() / CELL) + 1)
                * (Math.floor(box.bottom() / CELL) - Math.floor(box.y() / CELL) + 1);
    }

    private static void eachCell(Box box, CellVisitor visitor) {
        int firstColumn = (int) Math.floor(box.x() / CELL);
        int lastColumn = (int) Math.floor(box.right() / CELL);
        int firstRow = (int) Math.floor(box.y() / CELL);
        int lastRow = (int) Math.floor(box.bottom() / CELL);
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column = firstColumn; column <= lastColumn; column++) {
                visitor.visit(((long) row << 32) ^ (column & 0xffffffffL));
            }
        }
    }

    private void removeFrom(long cell, Entry<T> entry) {
        List<Entry<T>> list = cells.get(cell);
        if (list != null) {
            list.remove(entry);
            if (list.isEmpty()) {
                cells.remove(cell);
            }
        }
    }
}
