package org.wayleave.policy.opa;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Takes one file out of the gzipped tar archive that {@code opa build} writes (POSIX ustar, 512-byte blocks). */
final class BundleArchive {

    private static final int BLOCK = 512;
    private static final int LARGEST = 64 * 1024 * 1024;

    private BundleArchive() {}

    /**
     * The text of an entry.
     *
     * @param gzip the archive; it is closed
     * @param name the entry's name, such as {@code /plan.json}
     */
    static Optional<String> text(InputStream gzip, String name) throws IOException {
        byte[] header = new byte[BLOCK];
        try (DataInputStream tar = new DataInputStream(new GZIPInputStream(gzip))) {
            while (true) {
                try {
                    tar.readFully(header);
                } catch (EOFException end) {
                    return Optional.empty();
                }
                String entry = field(header, 0, 100);
                if (entry.isEmpty()) {
                    return Optional.empty();
                }
                long size = Long.parseLong(field(header, 124, 12).strip(), 8);
                if (size > LARGEST) {
                    throw new IOException("The entry " + entry + " is larger than " + LARGEST + " bytes");
                }
                byte[] content = new byte[(int) size];
                tar.readFully(content);
                if (entry.equals(name)) {
                    return Optional.of(new String(content, StandardCharsets.UTF_8));
                }
                tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
        }
    }

    private static String field(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }
}
