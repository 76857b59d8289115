package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wayleave.policy.opa.RegoFault;
import org.wayleave.policy.opa.TestRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wayleave policy test}: runs Rego unit tests with OPA. */
@Command(
        name = "test",
        description = "Run the Rego unit tests of a folder with OPA. Exit code 1 when a test fails.",
        mixinStandardHelpOptions = true)
final class PolicyTestCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "PATH", description = "Folder of Rego files.")
    private Path path = Path.of("");

    PolicyTestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var files = RegoFiles.read(path);
        TestRun run = RegoFiles.opa(terminal).test(files);
        if (output.json()) {
            output.print(terminal, json(run));
        } else {
            print(run);
        }
        return run.passed() ? Exit.FINE : Exit.CHECK_FAILED;
    }

    private void print(TestRun run) {
        run.faults().forEach(fault -> terminal.out().println(fault.line()));
        for (TestRun.Result result : run.results()) {
            if (result.outcome() == TestRun.Outcome.FAILED || result.outcome() == TestRun.Outcome.ERROR) {
                terminal.out()
                        .println(wire(result.outcome()) + "  " + result.file() + ":" + result.row() + "  "
                                + result.packageName() + "." + result.name());
                result.output().lines().forEach(line -> terminal.out().println("    " + line));
            }
        }
        terminal.out()
                .println(run.count(TestRun.Outcome.PASSED) + " passed, " + run.count(TestRun.Outcome.FAILED)
                        + " failed, " + run.count(TestRun.Outcome.ERROR) + " could not run, "
                        + run.count(TestRun.Outcome.SKIPPED) + " skipped.");
    }

    private static ObjectNode json(TestRun run) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("passed", run.passed());
        ArrayNode results = document.putArray("tests");
        for (TestRun.Result result : run.results()) {
            results.addObject()
                    .put("package", result.packageName())
                    .put("name", result.name())
                    .put("file", result.file())
                    .put("row", result.row())
                    .put("outcome", wire(result.outcome()))
                    .put("millis", result.duration().toNanos() / 1e6)
                    .put("output", result.output());
        }
        document.set("faults", faults(run.faults()));
        return document;
    }

    static ArrayNode faults(Iterable<RegoFault> faults) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (RegoFault fault : faults) {
            list.addObject()
                    .put("file", fault.file())
                    .put("row", fault.row())
                    .put("column", fault.column())
                    .put("code", fault.code())
                    .put("message", fault.message());
        }
        return list;
    }

    private static String wire(TestRun.Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
