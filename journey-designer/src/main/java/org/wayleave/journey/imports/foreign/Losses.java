package org.wayleave.journey.imports.foreign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wayleave.journey.imports.source.SourceNode;

/** Collects what an import loses. */
public final class Losses {

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();

    private record Entry(int order, Loss loss) {}

    /** Notes that a part is not in the journey. */
    public void leftOut(SourceNode part, String note) {
        gone.add(part.path());
        add(part, Loss.Fate.LEFT_OUT, note);
    }

    /** Notes that a part was not understood and is not in the journey; a part of one that was left out is told of with it. */
    public void unread(SourceNode part) {
        String path = part.path();
        for (int end = path.length();
                end > 0;
                end = Math.max(
                        path.lastIndexOf('.', end - 1),
                        Math.max(path.lastIndexOf('[', end - 1), path.lastIndexOf('/', end - 1)))) {
            if (gone.contains(path.substring(0, end))) {
                return;
            }
        }
        add(part, Loss.Fate.LEFT_OUT, "Has no counterpart here.");
    }

    /** Notes that a part stands in the journey as it was, without effect. */
    public void kept(SourceNode part, String note) {
        add(part, Loss.Fate.KEPT, note);
    }

    /** Notes that a part became something that is not quite the same. */
    public void changed(SourceNode part, String note) {
        add(part, Loss.Fate.CHANGED, note);
    }

    private void add(SourceNode part, Loss.Fate fate, String note) {
        entries.add(new Entry(part.order(), new Loss(part.path(), part.gist(), fate, note)));
    }

    /** All losses in the order of the file, each once. */
    List<Loss> inOrder() {
        return entries.stream()
                .sorted(Comparator.comparingInt(Entry::order))
                .map(Entry::loss)
                .distinct()
                .toList();
    }
}
