package org.wayleave.app.ui.welcome;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wayleave.app.ui.memory.Memory;

/** The workspaces that the user opened last, newest first. */
public final class RecentWorkspaces {
    private static final Logger LOG = LoggerFactory.getLogger(RecentWorkspaces.class);
    private static final String KEY = "recent";
    private static final int KEPT = 12;

    private final Memory memory;

    /**
     * A workspace of the list.
     *
     * @param folder its folder, absolute
     * @param opened when it was last opened
     */
    public record Recent(Path folder, Instant opened) {}

    public RecentWorkspaces(Memory memory) {
        this.memory = memory;
    }

    /** All, newest first. */
    public List<Recent> list() {
        List<Recent> recents = new ArrayList<>();
        for (String line : memory.get(KEY).orElse("").lines().toList()) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                try {
                    recents.add(new Recent(Path.of(line.substring(tab + 1)), Instant.parse(line.substring(0, tab))));
                } catch (DateTimeException | InvalidPathException e) {
                    LOG.warn("A line of the recent workspaces cannot be read and is left out", e);
                }
            }
        }
        return recents;
    }

    /** A workspace was opened. */
    public void opened(Path folder, Instant time) {
        List<Recent> next = without(folder);
        next.addFirst(new Recent(folder.toAbsolutePath().normalize(), time));
        write(next);
    }

    /** Takes a workspace from the list; the workspace itself stays. */
    public void forget(Path folder) {
        write(without(folder));
    }

    private List<Recent> without(Path folder) {
        Path normal = folder.toAbsolutePath().normalize();
        return list().stream()
                .filter(recent -> !recent.folder().equals(normal))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private void write(List<Recent> recents) {
        memory.put(
                KEY,
                recents.stream()
                        .limit(KEPT)
                        .map(recent -> recent.opened() + "\t" + recent.folder())
                        .collect(Collectors.joining("\n")));
    }
}
