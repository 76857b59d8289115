package org.wayleave.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.wayleave.app.report.svg.Figures;
import org.wayleave.engine.Engine;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.value.DocumentReader;
import org.wayleave.engine.value.RegoValue;
import org.wayleave.policy.opa.OpaBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wayleave policy bench}: how many decisions a second. */
@Command(
        name = "bench",
        description =
                "Measure how many decisions a second OPA, the interpreter, the compiler and the batch tier make over"
                        + " the inputs, all but OPA on one thread. The batch tier takes decision documents, sorted by"
                        + " action and step.",
        mixinStandardHelpOptions = true)
final class PolicyBenchCommand implements Callable<Integer> {
    /** Rows of a batch, at least. */
    private static final int ROWS = 1_024;

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
        List<String> lines = question.inputs(terminal);
        DocumentReader reader = new DocumentReader();
        List<RegoValue> inputs = lines.stream().map(reader::read).toList();
        if (inputs.isEmpty()) {
            throw new CommandFailure("There are no inputs to decide on.");
        }
        PolicyBundle bundle = question.bundle(terminal);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("inputs", inputs.size());
        document.put("seconds", seconds);
        ObjectNode rates = document.putObject("decisionsPerSecond");
        if (question.packed()) {
            terminal.err().println("opa is not measured: a bundle with a plan holds no Rego for it to run.");
        } else {
            terminal.err().println("measuring opa");
            say(rates, "opa", byOpa(entrypoint, lines));
        }
        for (Engine engine : Engine.values()) {
            String name = engine.name().toLowerCase(Locale.ROOT);
            Policy policy = Policy.load(bundle, engine);
            if (policy.engine() != engine) {
                terminal.err().println(name + " is not measured: " + policy.whyInterpreted());
                continue;
            }
            terminal.err().println("measuring " + name);
            measure(policy, entrypoint, inputs);
            say(rates, name, measure(policy, entrypoint, inputs));
        }
        terminal.err().println("measuring batch");
        measureBatch(Policy.load(bundle, Engine.COMPILE), entrypoint, inputs, document);
        if (output.json()) {
            output.print(terminal, document);
        }
        return Exit.FINE;
    }

    private void say(ObjectNode rates, String name, long rate) {
        rates.put(name, rate);
        if (!output.json()) {
            terminal.out()
                    .println(String.format(Locale.ROOT, "%-10s %14s decisions a second", name, Figures.count(rate)));
        }
    }

    /** OPA measures one input at a time for about a second, so it gets as many inputs as seconds, spread over the file. */
    private long byOpa(String entrypoint, List<String> inputs) throws IOException {
        OpaBench bench = new OpaBench(RegoFiles.opaExecutable(terminal));
        Map<String, String> files = question.files();
        String data = question.dataJson();
        int asked = Math.min(seconds, inputs.size());
        double nanos = 0;
        for (int i = 0; i < asked; i++) {
            String input = inputs.get((int) ((long) i * inputs.size() / asked));
            nanos += bench.nanosADecision(files, data, entrypoint, input);
        }
        return Math.round(asked * 1e9 / nanos);
    }

    /** Decisions over columns that are filled already; how fast documents fill them is said beside it. */
    private void measureBatch(Policy policy, String entrypoint, List<RegoValue> inputs, ObjectNode document) {
        new PolicyBatches(policy, entrypoint, inputs, ROWS); // to warm up
        long began = System.nanoTime();
        PolicyBatches batches = new PolicyBatches(policy, entrypoint, inputs, ROWS);
        long ready = System.nanoTime() - began;
        rate(batches, PolicyBatches.Batch::fill);
        long filled = rate(batches, PolicyBatches.Batch::fill);
        rate(batches, PolicyBatches.Batch::decide);
        say((ObjectNode) document.path("decisionsPerSecond"), "batch", rate(batches, PolicyBatches.Batch::decide));
        ObjectNode details = document.putObject("batch");
        details.put("batches", batches.all().size());
        details.put("rows", batches.rows());
        details.put("leftToCompiled", batches.left());
        ArrayNode asked = details.putArray("rulesAskedOfCompiled");
        batches.asked()
                .forEach((rule, rows) -> asked.addObject()
                        .put("rule", rule.rule())
                        .put("rows", rows)
                        .put("reason", rule.reason()));
        ArrayNode reasons = details.putArray("whyRowsLeft");
        batches.reasons().forEach(reasons::add);
        details.put("readyMillis", ready / 1_000_000);
        details.put("documentsIntoColumnsPerSecond", filled);
        if (!output.json()) {
            terminal.out()
                    .println(String.format(
                            Locale.ROOT,
                            "           %d batches, ready in %d ms; %d of %d rows left to the compiled policy; %s"
                                    + " documents a second into columns",
                            batches.all().size(),
                            ready / 1_000_000,
                            batches.left(),
                            batches.rows(),
                            Figures.count(filled)));
            batches.asked()
                    .forEach((rule, rows) -> terminal.out()
                            .println(String.format(
                                    Locale.ROOT,
                                    "           %s asked of the compiled policy in %d rows: %s",
                                    rule.rule(),
                                    rows,
                                    rule.reason())));
        }
        batches.reasons().forEach(why -> terminal.err().println("Rows left to the compiled policy: " + why));
    }

    private long rate(PolicyBatches batches, Consumer<PolicyBatches.Batch> work) {
        long began = System.nanoTime();
        long end = began + seconds * 1_000_000_000L;
        long rows = 0;
        while (System.nanoTime() < end) {
            batches.all().forEach(work);
            rows += batches.rows();
        }
        return Math.round(rows * 1e9 / (System.nanoTime() - began));
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
