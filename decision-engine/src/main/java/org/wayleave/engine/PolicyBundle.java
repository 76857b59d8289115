package org.wayleave.engine;

import static org.wayleave.engine.PolicyException.Code.BAD_BUNDLE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoJsonException;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** A plan with its data: what {@code opa build -t plan} packs. */
public final class PolicyBundle {
    private static final int MAX_FILE = RegoJson.MAX_LENGTH;
    private static final long MAX_TOTAL = 4L * MAX_FILE;
    private static final int TAR_BLOCK = 512;

    private final String planJson;
    private final RegoValue data;

    private PolicyBundle(String planJson, RegoValue data) {
        this.planJson = planJson;
        this.data = data;
    }

    /**
     * A bundle of a plan and a data document.
     *
     * @param planJson the text of {@code plan.json}
     * @param data the data, an object
     * @return the bundle; the plan is read when a policy is loaded
     * @throws PolicyException when the data is no object
     */
    public static PolicyBundle of(String planJson, RegoValue data) {
        if (!(data instanceof RegoObject)) {
            throw new PolicyException(
                    BAD_BUNDLE,
                    "The data document is an object, not " + data.type().regoName() + ".");
        }
        return new PolicyBundle(planJson, data);
    }

    /**
     * Reads a bundle: a {@code .tar.gz} or a folder, with {@code plan.json} at its top and {@code data.json} files
     * whose folders are the path of their data. Nothing is unpacked to disk.
     *
     * @param tarGzOrFolder the archive or folder; a file in it is at most {@link RegoJson#MAX_LENGTH} bytes, all of them
     *     four times as much
     * @return the bundle
     * @throws PolicyException when it is no bundle, or beyond the limits
     */
    public static PolicyBundle read(Path tarGzOrFolder) {
        Map<String, byte[]> files;
        try {
            files = Files.isDirectory(tarGzOrFolder) ? readFolder(tarGzOrFolder) : readTar(tarGzOrFolder);
        } catch (IOException e) {
            throw new PolicyException(
                    BAD_BUNDLE, "The bundle " + tarGzOrFolder + " cannot be read: " + e.getMessage() + ".", e);
        }
        byte[] plan = files.get("plan.json");
        if (plan == null) {
            throw new PolicyException(
                    BAD_BUNDLE,
                    "The bundle " + tarGzOrFolder
                            + " has no plan.json; make it with `opa build -t plan -e <entry point>`.");
        }
        RegoObject data = RegoObject.EMPTY;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            if (file.getKey().equals("data.json") || file.getKey().endsWith("/data.json")) {
                List<String> path = new ArrayList<>(Arrays.asList(file.getKey().split("/")));
                path.removeLast();
                data = merged(data, path, 0, parse(file.getKey(), file.getValue()));
            }
        }
        return of(new String(plan, StandardCharsets.UTF_8), data);
    }

    private static RegoValue parse(String name, byte[] json) {
        try {
            return RegoJson.parse(json);
        } catch (RegoJsonException e) {
            throw new PolicyException(BAD_BUNDLE, name + " cannot be read. " + e.getMessage(), e);
        }
    }

    private static RegoObject merged(RegoObject into, List<String> path, int from, RegoValue value) {
        if (from < path.size()) {
            RegoValue known = into.get(path.get(from));
            RegoObject child = known instanceof RegoObject o ? o : RegoObject.EMPTY;
            return into.with(path.get(from), merged(child, path, from + 1, value));
        }
        RegoObject result = into;
        if (value instanceof RegoObject o) {
            for (int i = 0; i < o.size(); i++) {
                if (o.keyAt(i) instanceof RegoString key) {
                    RegoValue known = result.get(key);
                    result = result.with(
                            key.value(),
                            known instanceof RegoObject k ? merged(k, List.of(), 0, o.valueAt(i)) : o.valueAt(i));
                }
            }
        }
        return result;
    }

    private static Map<String, byte[]> readFolder(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        long total = 0;
        try (Stream<Path> walk = Files.walk(folder, 32)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (isRead(name)) {
                    total += Files.size(file);
                    check(name, Files.size(file), total);
                    files.put(name, Files.readAllBytes(file));
                }
            }
        }
        return files;
    }

    private static boolean isRead(String name) {
        return name.equals("plan.json") || name.equals("data.json") || name.endsWith("/data.json");
    }

    private static void check(String name, long size, long total) throws IOException {
        if (size < 0 || size > MAX_FILE || total > MAX_TOTAL) {
            throw new IOException(name + " makes it larger than the limit of " + MAX_FILE + " bytes a file");
        }
    }

    /** Nothing is unpacked to disk, so the names in the archive cannot lead anywhere. */
    private static Map<String, byte[]> readTar(Path file) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        long total = 0;
        try (InputStream in = new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            byte[] header = new byte[TAR_BLOCK];
            while (in.readNBytes(header, 0, TAR_BLOCK) == TAR_BLOCK && header[0] != 0) {
                String name = text(header, 0, 100);
                String prefix = text(header, 345, 155);
                name = (prefix.isEmpty() ? name : prefix + "/" + name).replaceFirst("^(\\./|/)+", "");
                long size = size(text(header, 124, 12).trim());
                total += size;
                check(name, size, total);
                long padding = (TAR_BLOCK - size % TAR_BLOCK) % TAR_BLOCK;
                if (isRead(name) && (header[156] == '0' || header[156] == 0)) {
                    if (List.of(name.split("/", -1)).contains("..")) {
                        throw new IOException("the name " + name + " leads out of it");
                    }
                    byte[] content = in.readNBytes((int) size);
                    if (content.length != size) {
                        throw new IOException("it ends in the middle of " + name);
                    }
                    files.put(name, content);
                    in.skipNBytes(padding);
                } else {
                    in.skipNBytes(size + padding);
                }
            }
        }
        return files;
    }

    private static long size(String octal) throws IOException {
        try {
            return octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
        } catch (NumberFormatException e) {
            throw new IOException("it is no tar archive", e);
        }
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** {@return the text of the plan} */
    public String planJson() {
        return planJson;
    }

    /** {@return the data document, an object} */
    public RegoValue data() {
        return data;
    }
}
