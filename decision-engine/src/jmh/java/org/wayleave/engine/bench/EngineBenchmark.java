package org.wayleave.engine.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.wayleave.engine.Engine;
import org.wayleave.engine.Policy;
import org.wayleave.engine.value.DocumentReader;
import org.wayleave.engine.value.RegoValue;

/** One decision by this engine: over input documents that are there, and over their JSON. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else
public class EngineBenchmark {
    /** How the plan is run. */
    @Param({"INTERPRET", "COMPILE"})
    public Engine engine;

    private Policy policy;
    private DocumentReader reader;
    private List<String> lines;
    private List<RegoValue> inputs;

    /** Where a thread is in the inputs. */
    @State(Scope.Thread)
    public static class Place {
        private int next;

        int of(int size) {
            next = next + 1 < size ? next + 1 : 0;
            return next;
        }
    }

    @Setup(Level.Trial)
    public void load() throws IOException, InterruptedException {
        Pack pack = Pack.ofProperty();
        policy = Policy.load(pack.plan(), engine);
        lines = pack.inputs();
        inputs = new ArrayList<>();
        reader = new DocumentReader();
        lines.forEach(line -> inputs.add(reader.read(line)));
    }

    @Benchmark
    public @Nullable RegoValue decide(Place place) {
        return policy.decide(Pack.ENTRYPOINT, inputs.get(place.of(inputs.size())));
    }

    @Benchmark
    public @Nullable RegoValue readAndDecide(Place place) {
        return policy.decide(Pack.ENTRYPOINT, reader.read(lines.get(place.of(lines.size()))));
    }
}
