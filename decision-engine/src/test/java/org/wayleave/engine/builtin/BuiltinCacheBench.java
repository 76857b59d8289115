package org.wayleave.engine.builtin;

import java.lang.management.ManagementFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoValue;

/**
 * Measures the processor time of calls with the caches of a policy against caches that are new for each decision, round
 * about, so that a change of the machine's load meets both. Not a test. Argument: rounds.
 */
public final class BuiltinCacheBench {
    private static final int CALLS = 2_000;

    /** A function and its arguments. */
    private record Call(String function, String args) {}

    private static final List<Call> CALLS_MEASURED = List.of(
            new Call(
                    "json.match_schema",
                    "[{\"id\": \"a1\", \"day\": 3, \"tags\": [\"x\"]}, {\"$schema\":"
                            + " \"http://json-schema.org/draft-07/schema\", \"type\": \"object\", \"required\": [\"id\","
                            + " \"day\"], \"properties\": {\"id\": {\"type\": \"string\", \"pattern\": \"^[a-z][0-9]+$\"},"
                            + " \"day\": {\"type\": \"integer\", \"minimum\": 0, \"maximum\": 31}, \"tags\": {\"type\":"
                            + " \"array\", \"items\": {\"enum\": [\"x\", \"y\"]}}}}]"),
            new Call(
                    "io.jwt.verify_es256",
                    "[\"eyJhbGciOiJFUzI1NiJ9.e30.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q\","
                            + " \"{\\\"kty\\\":\\\"EC\\\",\\\"crv\\\":\\\"P-256\\\",\\\"x\\\":\\\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\\\",\\\"y\\\":\\\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\\\"}\"]"),
            new Call("glob.match", "[\"api.*.{read,write}.**\", [\".\"], \"api.orders.read.one.two\"]"),
            new Call("regex.match", "[\"^(?:[a-z]+[.-]?)+@example\\\\.(com|org)$\", \"jane.doe-smith@example.org\"]"));

    private BuiltinCacheBench() {}

    public static void main(String[] arguments) {
        int rounds = Integer.parseInt(arguments[0]);
        for (Call call : CALLS_MEASURED) {
            Builtin builtin = new Builtins().find(call.function());
            RegoValue[] args =
                    ((RegoArray) RegoJson.parse(call.args())).toList().toArray(RegoValue[]::new);
            BuiltinContext.Surroundings kept = surroundings();
            double withCaches = Double.MAX_VALUE;
            double without = Double.MAX_VALUE;
            for (int round = 0; round < rounds; round++) {
                withCaches = Math.min(withCaches, nanos(builtin, args, kept));
                without = Math.min(without, nanos(builtin, args, null));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-22s %10.0f ns a call kept, %10.0f ns anew: %.1f times%n",
                    call.function(),
                    withCaches,
                    without,
                    without / withCaches);
        }
    }

    private static BuiltinContext.Surroundings surroundings() {
        return new BuiltinContext.Surroundings(InstantSource.system(), 1, line -> {}, new BuiltinCaches());
    }

    private static double nanos(
            Builtin builtin, RegoValue[] args, BuiltinContext.@org.jspecify.annotations.Nullable Surroundings kept) {
        long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int n = 0; n < CALLS; n++) {
            BuiltinContext context = new BuiltinContext(kept == null ? surroundings() : kept, () -> {});
            builtin.call(context, args);
        }
        return (double) (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began) / CALLS;
    }
}
