package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.wayleave.policy.opa.RegoFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wayleave policy lint}: OPA's strict check of Rego files. */
@Command(
        name = "lint",
        description = "Check Rego files with OPA in strict mode. Exit code 1 when a fault is found.",
        mixinStandardHelpOptions = true)
final class PolicyLintCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final Output output = new Output();

    @Parameters(paramLabel = "PATH", description = "Folder of Rego files, or one file.")
    private Path path = Path.of("");

    PolicyLintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        var files = RegoFiles.read(path);
        List<RegoFault> faults = RegoFiles.opa(terminal).check(files);
        if (output.json()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("passed", faults.isEmpty());
            document.put("files", files.size());
            document.set("faults", PolicyTestCommand.faults(faults));
            output.print(terminal, document);
        } else {
            faults.forEach(fault -> terminal.out().println(fault.line()));
            terminal.out().println(files.size() + " files checked, " + faults.size() + " faults.");
        }
        return faults.isEmpty() ? Exit.FINE : Exit.CHECK_FAILED;
    }
}
