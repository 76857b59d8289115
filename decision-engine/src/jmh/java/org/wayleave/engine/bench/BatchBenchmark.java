package org.wayleave.engine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.wayleave.engine.Policy;
import org.wayleave.engine.batch.BatchPolicy;
import org.wayleave.engine.batch.BatchResult;
import org.wayleave.engine.batch.BatchRows;
import org.wayleave.engine.batch.BatchSchema;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/**
 * Decisions in columns, 1,024 rows a call, the steps of the inputs in turn; filling the columns from input documents;
 * and specialising the policy to all of these steps.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else
public class BatchBenchmark {
    private static final int ROWS = 1024;

    private Policy policy;
    private BatchSchema schema;
    private List<Step> steps;
    private int next;

    /** What all inputs of one action at one step of a journey share, and rows of them. */
    private record Step(
            RegoValue known, List<RegoValue> inputs, BatchPolicy batch, BatchRows rows, BatchResult result) {
        void fill() {
            for (int row = 0; row < ROWS; row++) {
                rows.set(row, inputs.get(row % inputs.size()));
            }
        }
    }

    @Setup(Level.Trial)
    public void load() throws IOException, InterruptedException {
        Pack pack = Pack.ofProperty();
        policy = Policy.load(pack.plan());
        schema = BatchSchema.of(
                Files.readString(Path.of("../docs/schemas/decision.schema.json")),
                List.of("person", "context.time", "context.localHour", "context.weekday"));
        Map<RegoObject, List<RegoValue>> kinds = new LinkedHashMap<>();
        for (String line : pack.inputs()) {
            RegoValue input = RegoJson.parse(line);
            kinds.computeIfAbsent(schema.fixedParts(input), k -> new ArrayList<>())
                    .add(input);
        }
        steps = new ArrayList<>();
        kinds.forEach((known, inputs) -> {
            BatchPolicy batch = policy.batch(Pack.ENTRYPOINT, schema, known);
            Step step = new Step(known, inputs, batch, batch.rows(ROWS), batch.result(ROWS));
            step.fill();
            steps.add(step);
        });
    }

    private Step step() {
        next = next + 1 < steps.size() ? next + 1 : 0;
        return steps.get(next);
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public BatchResult decide() {
        Step step = step();
        step.batch().decide(step.rows(), 0, ROWS, step.result());
        return step.result();
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public BatchRows fill() {
        Step step = step();
        step.fill();
        return step.rows();
    }

    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public List<BatchPolicy> specialiseAllSteps() {
        List<BatchPolicy> batches = new ArrayList<>();
        for (Step step : steps) {
            batches.add(policy.batch(Pack.ENTRYPOINT, schema, step.known()));
        }
        return batches;
    }
}
