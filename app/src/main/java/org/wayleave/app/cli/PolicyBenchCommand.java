package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.engine.Engine;
import org.wayleave.engine.Policy;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave policy bench}: how many decisions a second. */
@Command(
        name = "bench",
        description =
                "Measure how many decisions a second each tier of the engine makes on one thread, over the inputs.",
        mixinStandardHelpOptions = true)
final class PolicyBenchCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final PolicyQuestion question = new PolicyQuestion();

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "3",
            description = "Seconds for each tier, after as many to warm up; ${DEFAULT-VALUE}.")
    private int seconds = 3;

    PolicyBenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (seconds < 1 || seconds > 600) {
            throw new CommandFailure("--seconds takes 1 to 600; it is " + seconds + ".");
        }
        String entrypoint = question.entrypoint();
        List<RegoValue> inputs =
                question.inputs(terminal).stream().map(RegoJson::parse).toList();
        if (inputs.isEmpty()) {
            throw new CommandFailure("There are no inputs to decide on.");
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("inputs", inputs.size());
        document.put("seconds", seconds);
        ObjectNode rates = document.putObject("decisionsPerSecond");
        for (Engine engine : Engine.values()) {
            String name = engine.name().toLowerCase(Locale.ROOT);
            Policy policy = question.load(engine, terminal);
            if (policy.engine() != engine) {
                terminal.err().println(name + ": " + policy.whyInterpreted());
                continue;
            }
            terminal.err().println("measuring " + name);
            measure(policy, entrypoint, inputs);
            long rate = measure(policy, entrypoint, inputs);
            rates.put(name, rate);
            if (!output.json()) {
                terminal.out()
                        .println(
                                String.format(Locale.ROOT, "%-10s %14s decisions a second", name, Figures.count(rate)));
            }
        }
        if (output.json()) {
            output.print(terminal, document);
        }
        return Exit.FINE;
    }

    private long measure(Policy policy, String entrypoint, List<RegoValue> inputs) {
        long began = System.nanoTime();
        long end = began + seconds * 1_000_000_000L;
        long decisions = 0;
        while (System.nanoTime() < end) {
            for (RegoValue input : inputs) {
                policy.decide(entrypoint, input);
            }
            decisions += inputs.size();
        }
        return Math.round(decisions * 1e9 / (System.nanoTime() - began));
    }
}
