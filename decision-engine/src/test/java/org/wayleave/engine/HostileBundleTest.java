package org.wayleave.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.engine.value.RegoJson;

/** Bundles that are damaged, or made to do harm: each is refused with a sentence that says why. */
class HostileBundleTest {
    private static final String PLAN =
            "{\"plans\": {\"plans\": [{\"name\": \"p\", \"blocks\": []}]}, \"static\": {}, \"funcs\": {}}";

    @TempDir
    private Path folder;

    @Test
    void anArchiveCutShortIsRefused() throws IOException {
        byte[] whole = archive("plan.json", PLAN.repeat(200));
        Path cut = write(Arrays.copyOf(whole, whole.length - 60));
        assertTrue(refusal(cut).contains("cannot be read"), refusal(cut));
        assertTrue(refusal(write(Arrays.copyOf(whole, 5))).contains("cannot be read"));
        assertTrue(refusal(write(new byte[0])).contains("cannot be read"));
    }

    @Test
    void anArchiveWithoutAPlanIsRefused() throws IOException {
        String refusal = refusal(write(archive("data.json", "{}")));
        assertTrue(refusal.contains("has no plan.json") && refusal.contains("opa build -t plan"), refusal);
    }

    @Test
    void namesThatLeadOutOfTheArchiveAreRefusedAndWriteNothing() throws IOException {
        String refusal = refusal(write(archive("plan.json", PLAN, "../../stolen/data.json", "{}")));
        assertTrue(refusal.contains("leads out of it"), refusal);
        PolicyBundle bundle = PolicyBundle.read(write(archive("/plan.json", PLAN, "../../x.txt", "x")));
        assertEquals(PLAN, bundle.planJson());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count(), "only the archive itself is there");
        }
    }

    @Test
    void anArchiveThatGrowsWithoutEndIsRefusedBeforeItIsRead() throws IOException {
        String large = refusal(write(bomb(1, RegoJson.MAX_LENGTH + 1L)));
        assertTrue(large.contains("larger than the limit"), large);
        String many = refusal(write(bomb(6, RegoJson.MAX_LENGTH - 1L)));
        assertTrue(many.contains("larger than the limit"), many);
    }

    @Test
    void dataThatIsNoObjectOrIsNestedTooDeepIsRefused() throws IOException {
        String deep = "[".repeat(RegoJson.MAX_DEPTH + 1) + "]".repeat(RegoJson.MAX_DEPTH + 1);
        assertTrue(refusal(write(archive("plan.json", PLAN, "a/data.json", "{\"a\": " + deep + "}")))
                .contains("a/data.json cannot be read"));
        assertEquals(
                PolicyException.Code.BAD_BUNDLE,
                assertThrows(PolicyException.class, () -> PolicyBundle.of(PLAN, RegoJson.parse("[1]")))
                        .code());
    }

    private String refusal(Path bundle) {
        PolicyException e = assertThrows(PolicyException.class, () -> PolicyBundle.read(bundle));
        assertEquals(PolicyException.Code.BAD_BUNDLE, e.code());
        return String.valueOf(e.getMessage());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("bundle.tar.gz"), bytes);
    }

    /** An archive of names and texts by turns. */
    private static byte[] archive(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < entries.length; i += 2) {
                byte[] content = entries[i + 1].getBytes(StandardCharsets.UTF_8);
                out.write(header(entries[i], content.length));
                out.write(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
            }
            out.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    /** Files of nothing but zeros, which take a thousandth of their size. */
    private static byte[] bomb(int files, long size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] zeros = new byte[512 * 1024];
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < files; i++) {
                out.write(header("x" + i + "/data.bin", size));
                for (long left = (size + 511) / 512 * 512; left > 0; left -= zeros.length) {
                    out.write(zeros, 0, (int) Math.min(left, zeros.length));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] header(String name, long size) {
        byte[] header = new byte[512];
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(text, 0, header, 0, text.length);
        byte[] octal = String.format(Locale.ROOT, "%011o", size).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(octal, 0, header, 124, octal.length);
        header[156] = '0';
        return header;
    }
}
