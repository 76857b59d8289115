package org.wayleave.engine.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;

/** From the plan's text to the first compiled decision, in a process that has done so before. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else
public class LoadBenchmark {
    private PolicyBundle bundle;
    private RegoValue input;

    @Setup(Level.Trial)
    public void read() throws IOException, InterruptedException {
        Pack pack = Pack.ofProperty();
        bundle = pack.plan();
        input = RegoJson.parse(pack.inputs().getFirst());
    }

    @Benchmark
    public @Nullable RegoValue loadAndDecide() {
        return Policy.load(bundle).decide(Pack.ENTRYPOINT, input);
    }
}
