package org.wayleave.policy.opa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A private folder that holds files for one OPA command and is removed afterwards. */
final class RegoFolder implements AutoCloseable {

    private final Path folder;
    private final List<String> names;

    /**
     * Writes files.
     *
     * @param files text by plain file name; written in the order of the names, so that OPA sees one order
     * @throws OpaException when a name is not plain, or the folder cannot be written
     */
    RegoFolder(Map<String, String> files) {
        Map<String, String> sorted = new TreeMap<>(files);
        names = List.copyOf(sorted.keySet());
        try {
            // Created readable by its owner only, where the file system knows owners.
            folder = Files.createTempDirectory("wayleave-opa-");
            for (Map.Entry<String, String> file : sorted.entrySet()) {
                write(file.getKey(), file.getValue());
            }
        } catch (IOException e) {
            throw new OpaException("The policy files cannot be written for OPA: " + e.getMessage(), e);
        }
    }

    Path path() {
        return folder;
    }

    List<String> names() {
        return names;
    }

    Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!folder.equals(file.getParent())) {
            throw new OpaException("'" + name + "' is not a plain file name");
        }
        return Files.writeString(file, text);
    }

    /** The last line of a file that says anything; empty when there is none. */
    String lastLine(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank())
                        .reduce("", (before, after) -> after)
                : "";
    }

    @Override
    public void close() {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new OpaException("The folder " + folder + " cannot be removed: " + e.getMessage(), e);
        }
    }
}
