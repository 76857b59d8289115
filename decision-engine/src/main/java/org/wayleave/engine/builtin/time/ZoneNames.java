package org.wayleave.engine.builtin.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Short names of time zones, such as CET and CEST, from the time zone database; the JDK has names of its own. The
 * resource is made by {@code compliance/ZoneNames.java} and read when a policy first asks for a name.
 */
final class ZoneNames {
    private ZoneNames() {}

    /** The short name of a zone at a time with an offset, both in seconds; null where it has none. */
    static @Nullable String at(String zone, int offset, long epochSecond) {
        Map<Integer, String[]> names = Table.BY_ZONE.get(zone);
        String[] entries = names == null ? null : names.get(offset);
        if (entries == null) {
            return null;
        }
        String name = entries[0];
        for (int i = 1; i + 1 < entries.length && Long.parseLong(entries[i]) <= epochSecond; i += 2) {
            name = entries[i + 1];
        }
        return name.startsWith("+") || name.startsWith("-") ? null : name;
    }

    /** By zone and offset: a name, then by turns the second from which on another one holds, and that one. */
    private static final class Table {
        static final Map<String, Map<Integer, String[]>> BY_ZONE = read();

        private static Map<String, Map<Integer, String[]>> read() {
            Map<String, Map<Integer, String[]>> result = new HashMap<>();
            try (InputStream in = Objects.requireNonNull(
                            ZoneNames.class.getResourceAsStream("/org/wayleave/engine/builtin/zone-names.txt"));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    String[] parts = line.split("\\|", -1);
                    Map<Integer, String[]> offsets = new HashMap<>();
                    for (int i = 1; i < parts.length; i++) {
                        int blank = parts[i].indexOf(' ');
                        offsets.put(
                                Integer.valueOf(parts[i].substring(0, blank)),
                                parts[i].substring(blank + 1).split(" ", -1));
                    }
                    for (String zone : parts[0].split(" ", -1)) {
                        result.put(zone, offsets);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return result;
        }
    }
}
