import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes {@code zone-names.txt}, the short names of time zones, from a compiled time zone database (RFC 9636), which is
 * in the public domain: {@code java ZoneNames.java ZONEINFO OUT}, where ZONEINFO is a folder of zones or a zip of one.
 *
 * <p>A line is the names of zones that agree, then for each offset from UTC in seconds the short name in use with it,
 * and where that has changed, from which second since 1970 on which one. Names that only repeat the offset are left out.
 */
public final class ZoneNames {
    private ZoneNames() {}

    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Map<String, List<String>> zones = new TreeMap<>();
        if (Files.isDirectory(from)) {
            collect(from, zones);
        } else {
            try (FileSystem zip = FileSystems.newFileSystem(from)) {
                collect(zip.getPath("/"), zones);
            }
        }
        List<String> lines = new ArrayList<>();
        zones.forEach((names, ids) -> {
            if (!names.isEmpty()) {
                lines.add(String.join(" ", ids) + names);
            }
        });
        lines.sort(null);
        Files.write(Path.of(args[1]), lines);
    }

    private static void collect(Path root, Map<String, List<String>> zones) throws IOException {
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                String id = root.relativize(file).toString();
                if (bytes.length > 44
                        && new String(bytes, 0, 4, StandardCharsets.US_ASCII).equals("TZif")
                        && bytes[4] >= '2'
                        && !id.startsWith("posix/")
                        && !id.startsWith("right/")) {
                    zones.computeIfAbsent(names(bytes), n -> new ArrayList<>()).add(id);
                }
            }
        }
    }

    private static String names(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        int[] first = counts(in, 0);
        // The second block has times of 64 bits.
        int start = 44 + first[3] * 5 + first[4] * 6 + first[5] + first[2] * 8 + first[1] + first[0];
        int[] count = counts(in, start);
        int times = start + 44;
        int indices = times + 8 * count[3];
        int types = indices + count[3];
        int letters = types + 6 * count[4];
        Map<Integer, List<String>> byOffset = new TreeMap<>();
        add(byOffset, in, types, letters, 0, Long.MIN_VALUE);
        for (int i = 0; i < count[3]; i++) {
            add(byOffset, in, types, letters, in.get(indices + i), in.getLong(times + 8 * i));
        }
        StringBuilder out = new StringBuilder();
        byOffset.forEach((offset, entries) -> {
            if (entries.size() > 1 || !entries.getFirst().matches("[-+].*")) {
                out.append('|').append(offset).append(' ').append(String.join(" ", entries));
            }
        });
        return out.toString();
    }

    private static int[] counts(ByteBuffer in, int at) {
        int[] counts = new int[6];
        for (int i = 0; i < 6; i++) {
            counts[i] = in.getInt(at + 20 + 4 * i);
        }
        return counts;
    }

    private static void add(
            Map<Integer, List<String>> byOffset, ByteBuffer in, int types, int letters, int type, long from) {
        int offset = in.getInt(types + 6 * type);
        int at = letters + in.get(types + 6 * type + 5);
        StringBuilder name = new StringBuilder();
        while (in.get(at) != 0) {
            name.append((char) in.get(at++));
        }
        List<String> entries = byOffset.computeIfAbsent(offset, o -> new ArrayList<>());
        if (entries.isEmpty()) {
            entries.add(name.toString());
        } else if (!entries.getLast().contentEquals(name)) {
            entries.add(Long.toString(from));
            entries.add(name.toString());
        }
    }
}
