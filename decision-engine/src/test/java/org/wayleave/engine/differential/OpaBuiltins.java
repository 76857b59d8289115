package org.wayleave.engine.differential;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinCaches;
import org.wayleave.engine.builtin.BuiltinContext;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.Builtins;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Calls of built-in functions, answered here and by the real OPA. Answers are JSON texts, null where undefined. */
final class OpaBuiltins {
    /** How a schema fails here that refers to itself in a circle; OPA's process ends on one. */
    static final String CIRCLE = "the schema and the document are nested deeper";

    private OpaBuiltins() {}

    /** A function and its arguments; sets stand only as whole arguments, since arguments travel as JSON. */
    record Call(String name, List<RegoValue> args) {
        /** The function and which of its arguments are sets. */
        private String group() {
            StringBuilder group = new StringBuilder(name);
            args.forEach(arg -> group.append(arg instanceof RegoSet ? " set" : " -"));
            return group.toString();
        }
    }

    /** What this engine gives. */
    static @Nullable String own(Call call) {
        BuiltinContext.Surroundings surroundings =
                new BuiltinContext.Surroundings(InstantSource.system(), 1, line -> {}, new BuiltinCaches());
        try {
            RegoValue value = new Builtins()
                    .find(call.name())
                    .call(
                            new BuiltinContext(surroundings, () -> {}),
                            call.args().toArray(RegoValue[]::new));
            return value == null ? null : written(call, RegoJson.parse(RegoJson.write(value)));
        } catch (BuiltinException e) {
            return e.getMessage() != null && e.getMessage().startsWith(CIRCLE) ? CIRCLE : null;
        }
    }

    /** What OPA gives, all in one process: a rule for each function, over the calls' arguments in its input. */
    static List<@Nullable String> opas(Opa opa, Path folder, List<Call> calls)
            throws IOException, InterruptedException {
        Map<String, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < calls.size(); i++) {
            groups.computeIfAbsent(calls.get(i).group(), g -> new ArrayList<>()).add(i);
        }
        StringBuilder module = new StringBuilder("package q\n");
        RegoObject.Builder input = RegoObject.builder();
        int number = 0;
        for (List<Integer> members : groups.values()) {
            Call first = calls.get(members.getFirst());
            List<String> args = new ArrayList<>();
            for (int k = 0; k < first.args().size(); k++) {
                args.add(first.args().get(k) instanceof RegoSet ? "{x | x := c[" + k + "][_]}" : "c[" + k + "]");
            }
            module.append("\ng" + number + "[i] = x { c := input.g" + number + "[i]; x := " + first.name() + "("
                    + String.join(", ", args) + ") }\n");
            input.put(
                    "g" + number,
                    RegoArray.of(members.stream()
                            .map(i -> (RegoValue) RegoArray.of(calls.get(i).args()))
                            .toList()));
            number++;
        }
        Files.writeString(folder.resolve("q.rego"), module);
        Files.writeString(folder.resolve("input.json"), RegoJson.write(input.build()));
        Opa.Output output = opa.run(
                folder,
                List.of("eval", "--v0-compatible", "-d", "q.rego", "-i", "input.json", "--format", "raw", "data.q"));
        if (output.status() != 0) {
            throw new IOException(output.out() + output.err());
        }
        RegoObject answers = (RegoObject) RegoJson.parse(output.out());
        List<@Nullable String> result = new ArrayList<>(Collections.nCopies(calls.size(), null));
        number = 0;
        for (List<Integer> members : groups.values()) {
            RegoValue given = answers.get("g" + number++);
            for (int k = 0; given instanceof RegoObject group && k < members.size(); k++) {
                RegoValue value = group.get(Integer.toString(k));
                int at = members.get(k);
                result.set(at, value == null ? null : written(calls.get(at), value));
            }
        }
        return result;
    }

    /** The text to compare: without what OPA leaves to chance. */
    static String written(Call call, RegoValue value) {
        if (call.name().equals("json.match_schema")
                && value instanceof RegoArray pair
                && pair.get(1) instanceof RegoArray errors) {
            // OPA walks over a schema's properties in no order.
            List<String> sorted =
                    errors.toList().stream().map(RegoJson::write).sorted().toList();
            return RegoJson.write(pair.get(0)) + " " + sorted;
        }
        if (call.name().startsWith("io.jwt.encode_sign")
                && value instanceof RegoString token
                && isRandom(token.value())) {
            return token.value().substring(0, token.value().lastIndexOf('.'));
        }
        return RegoJson.write(value);
    }

    /** Whether a token is signed by an algorithm that draws random numbers. */
    private static boolean isRandom(String token) {
        String header = new String(
                java.util.Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))),
                java.nio.charset.StandardCharsets.UTF_8);
        return header.contains("\"PS") || header.contains("\"ES");
    }
}
