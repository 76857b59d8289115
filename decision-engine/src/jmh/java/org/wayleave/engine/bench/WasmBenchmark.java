package org.wayleave.engine.bench;

import com.styra.opa.wasm.OpaPolicy;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision by OPA's Wasm in this process, compiled to bytecode by Chicory. It takes and gives JSON text. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls the setup before anything else
public class WasmBenchmark {
    private OpaPolicy policy;
    private List<String> lines;
    private int next;

    @Setup(Level.Trial)
    public void load() throws IOException, InterruptedException {
        Pack pack = Pack.ofProperty();
        policy = OpaPolicy.builder().withPolicy(pack.wasm()).build().data(pack.data());
        lines = pack.inputs();
    }

    @Benchmark
    public String readAndDecide() {
        next = next + 1 < lines.size() ? next + 1 : 0;
        return policy.evaluate(lines.get(next));
    }
}
