package org.wayleave.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is public to users of the library is documented: what it takes, gives and throws. */
class PublicDocumentationTest {
    private static final List<String> FILES =
            List.of("org/wayleave/engine/batch/", "org/wayleave/engine/value/", "org/wayleave/engine/");

    @Test
    void javadocHasNothingToSayAgainstIt(@TempDir Path folder) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int status = ToolProvider.findFirst("javadoc")
                .orElseThrow()
                .run(
                        writer,
                        writer,
                        "-quiet",
                        "-Xdoclint:all",
                        "-public",
                        "-Xmaxwarns",
                        "1000",
                        "-d",
                        folder.toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-sourcepath",
                        "src/main/java",
                        "org.wayleave.engine",
                        "org.wayleave.engine.batch",
                        "org.wayleave.engine.value");
        assertEquals(0, status, said::toString);
        List<String> problems = said.toString()
                .replace('\\', '/')
                .lines()
                .filter(line -> line.contains(": warning: ") || line.contains(": error: "))
                .filter(line -> FILES.stream().anyMatch(f -> line.matches(".*" + f + "[A-Za-z]+\\.java:.*")))
                .toList();
        assertEquals(List.of(), problems);
    }
}
