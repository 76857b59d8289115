package org.wayleave.engine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wayleave.engine.value.DocumentReader;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;

/**
 * Measures the processor time of one decision by engine, round about, so that a change of the machine's load meets both. Not
 * a test. Arguments: the plan as JSON, the data document, a file with one input a line, the entry point, rounds.
 */
public final class PolicyBench {
    private static final int DECISIONS = 50_000;

    private PolicyBench() {}

    public static void main(String[] arguments) throws IOException {
        String plan = Files.readString(Path.of(arguments[0]));
        RegoValue data = RegoJson.parse(Files.readString(Path.of(arguments[1])));
        List<RegoValue> inputs = new ArrayList<>();
        DocumentReader reader = new DocumentReader();
        for (String line : Files.readAllLines(Path.of(arguments[2]))) {
            inputs.add(reader.read(line));
        }
        String entrypoint = arguments[3];
        int rounds = Integer.parseInt(arguments[4]);
        List<Policy> policies = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            policies.add(Policy.load(PolicyBundle.of(plan, data), engine));
        }
        List<List<Double>> measured = new ArrayList<>();
        policies.forEach(policy -> measured.add(new ArrayList<>()));
        long sum = 0;
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < policies.size(); i++) {
                Policy policy = policies.get(i);
                int decisions = policy.engine() == Engine.COMPILE ? DECISIONS : DECISIONS / 5;
                long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                for (int n = 0; n < decisions; n++) {
                    RegoValue answer = policy.decide(entrypoint, inputs.get(n % inputs.size()));
                    sum += answer == null ? 0 : 1;
                }
                long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
                measured.get(i).add((double) nanos / decisions);
            }
        }
        for (int i = 0; i < policies.size(); i++) {
            List<Double> times = measured.get(i).stream().sorted().toList();
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.0f ns of processor a decision (best), %.0f (median of %d rounds), %d inputs, sum %d%n",
                    policies.get(i).engine(),
                    times.getFirst(),
                    times.get(times.size() / 2),
                    rounds,
                    inputs.size(),
                    sum);
        }
    }
}
