package org.wayleave.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the module's README compiles and does what it says. */
class ReadmeTest {
    @Test
    void theExampleRuns(@TempDir Path folder) throws Exception {
        Path bundle = Path.of(Objects.requireNonNull(Policy.class.getResource("batch/send.tar.gz"))
                .toURI());
        String text = Files.readString(Path.of("README.md"));
        int from = text.indexOf("```java\n") + "```java\n".length();
        String example = text.substring(from, text.indexOf("```\n", from))
                .replace("System.out", "out")
                .replace("Path.of(\"bundle.tar.gz\")", "bundle");
        String source = """
            import java.io.PrintStream;
            import java.nio.file.Path;
            import java.util.List;
            import org.wayleave.engine.*;
            import org.wayleave.engine.batch.*;
            import org.wayleave.engine.value.*;
            public final class Example {
            public static void run(Path bundle, PrintStream out) {
            """ + example + "}}\n";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Example.java"), javax.tools.JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options =
                List.of("-d", folder.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(problems, null, null, options, null, List.of(file))
                .call();
        assertTrue(compiled, problems::toString);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Policy.class.getClassLoader())) {
            classes.loadClass("Example")
                    .getMethod("run", Path.class, PrintStream.class)
                    .invoke(null, bundle, new PrintStream(written, true, StandardCharsets.UTF_8));
        }
        List<String> lines = written.toString(StandardCharsets.UTF_8).lines().toList();
        assertTrue(lines.get(0).contains("\"allow\":false"), lines.get(0));
        assertTrue(lines.get(1).endsWith(" statements"), lines.get(1));
        assertEquals("false [cap-day, consent]", lines.get(2));
    }
}
