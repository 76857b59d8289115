package org.wayleave.engine.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;

/**
 * Runs all benchmarks in one go, OPA's own {@code opa bench} first and last, and says how many times faster each way is.
 * Arguments: the folder of the {@link Pack}, and seconds a measurement.
 */
public final class SideBySide {
    private static final int OPA_RUNS = 5;

    private SideBySide() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        int seconds = Integer.parseInt(arguments[1]);
        System.setProperty(Pack.FOLDER, folder.toString());
        Pack pack = new Pack(folder);
        double before = opaMicros(pack);
        Options options = new OptionsBuilder()
                .include(SideBySide.class.getPackageName() + "\\..*")
                .addProfiler(GCProfiler.class)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(seconds))
                .jvmArgsAppend("-D" + Pack.FOLDER + "=" + folder, "-Xmx1g")
                .build();
        Collection<RunResult> results = new Runner(options).run();
        double after = opaMicros(pack);
        double opa = (before + after) / 2;
        System.out.printf(Locale.ROOT, "%n%-55s %12s %10s %12s %8s%n", "", "us", "error", "B/decision", "x OPA");
        System.out.printf(
                Locale.ROOT, "%-55s %12.3f %10.3f%n", "opa bench, before and after", opa, Math.abs(after - before) / 2);
        for (RunResult result : results) {
            print(result, opa);
        }
    }

    private static void print(RunResult result, double opa) {
        Result<?> time = result.getPrimaryResult();
        boolean millis = result.getParams().getTimeUnit() == TimeUnit.MILLISECONDS;
        double micros = time.getScore() * (millis ? 1_000 : 1);
        double error = time.getScoreError() * (millis ? 1_000 : 1);
        String name = result.getParams()
                        .getBenchmark()
                        .substring(SideBySide.class.getPackageName().length() + 1)
                + result.getParams().getParamsKeys().stream()
                        .map(key -> " " + result.getParams().getParam(key))
                        .collect(Collectors.joining());
        Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
        System.out.printf(
                Locale.ROOT,
                "%-55s %12.3f %10.3f %12.0f %8.1f%n",
                name,
                micros,
                error,
                allocated == null ? Double.NaN : allocated.getScore(),
                opa / micros);
    }

    /** Microseconds a decision, averaged over inputs spread over the file, each for about a second. */
    private static double opaMicros(Pack pack) throws IOException, InterruptedException {
        List<String> inputs = pack.inputs();
        double sum = 0;
        for (int i = 0; i < OPA_RUNS; i++) {
            String measured = pack.opaBench(inputs.get(i * inputs.size() / OPA_RUNS));
            if (!(RegoJson.parse(measured) instanceof RegoObject o
                    && o.get("N") instanceof RegoNumber times
                    && o.get("T") instanceof RegoNumber nanos)) {
                throw new IOException("opa bench wrote: " + measured);
            }
            sum += nanos.doubleValue() / times.doubleValue() / 1_000;
        }
        return sum / OPA_RUNS;
    }
}
