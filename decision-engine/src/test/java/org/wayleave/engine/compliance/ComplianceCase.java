package org.wayleave.engine.compliance;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.Engine;
import org.wayleave.engine.Policy;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.PolicyException;
import org.wayleave.engine.PolicyOptions;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoSet;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** One case of OPA's compliance suite with the plan of its query. */
public record ComplianceCase(String version, String note, RegoObject line) {

    /** Reads the file that the build writes; see {@code compliance/main.go}. */
    public static List<ComplianceCase> read(Path file) throws IOException {
        List<ComplianceCase> cases = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                RegoObject object = (RegoObject) RegoJson.parse(line);
                cases.add(new ComplianceCase(text(object, "version"), text(object, "note"), object));
            }
        }
        return cases;
    }

    private static String text(RegoObject object, String key) {
        return object.get(key) instanceof RegoString s ? s.value() : "";
    }

    private boolean is(String key) {
        return RegoBoolean.TRUE.equals(line.get(key));
    }

    /** Names of the built-in functions that the plan calls. */
    public List<String> calls() {
        List<String> names = new ArrayList<>();
        if (line.get("plan") instanceof RegoObject plan
                && plan.get("static") instanceof RegoObject parts
                && parts.get("builtin_funcs") instanceof RegoArray functions) {
            functions.forEach(f -> names.add(text((RegoObject) f, "name")));
        }
        return names;
    }

    /** Runs a plan's only entry point. */
    @FunctionalInterface
    public interface Runner {
        List<RegoValue> run(PolicyBundle bundle, boolean strict, @Nullable RegoValue input);
    }

    /** Runs a case as callers of the library do. */
    static Runner policy(Engine engine) {
        return (bundle, strict, input) -> {
            Policy policy =
                    Policy.load(bundle, PolicyOptions.standard().with(engine).withStrictErrors(strict));
            if (policy.engine() != engine) {
                throw new IllegalStateException("The policy is not compiled: " + policy.whyInterpreted());
            }
            return policy.query(policy.entrypoints().iterator().next(), input);
        };
    }

    /** Null when the engine gives what the case wants, otherwise what it gives instead. */
    public @Nullable String problem(Runner runner) {
        List<RegoValue> results;
        try {
            RegoValue data = line.get("data");
            PolicyBundle bundle = PolicyBundle.of(
                    RegoJson.write(Objects.requireNonNull(line.get("plan"))), data == null ? RegoObject.EMPTY : data);
            results = runner.run(bundle, is("strict"), input());
        } catch (PolicyException e) {
            return wanted(e);
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
        if (!is("hasResult")) {
            return "gives " + results + " instead of error " + text(line, "wantCode") + " " + text(line, "wantError");
        }
        RegoValue want = wantedBindings();
        RegoSet got = RegoSet.of(results.stream().map(this::plainBindings).toList());
        return want.equals(got) ? null : "gives " + got + " instead of " + want;
    }

    private @Nullable String wanted(PolicyException e) {
        String code = text(line, "wantCode");
        boolean runtime = e.code().wireName().startsWith("eval_");
        String message = String.valueOf(e.getMessage());
        // Conflicts of rules are told in this engine's words; what functions say is compared.
        boolean ofFunction = e.code() == PolicyException.Code.BUILTIN || e.code() == PolicyException.Code.TYPE;
        String said = text(line, "wantError").replaceFirst("^(test-0\\.rego:\\d+: )?(eval_\\w+: )?", "");
        if (runtime && ofFunction && !message.contains(said)) {
            return "says " + message + " instead of " + said;
        }
        if (runtime
                && (code.isEmpty()
                        ? !text(line, "wantError").isEmpty()
                        : code.equals(e.code().wireName()))) {
            return null;
        }
        return "fails: " + e.code().wireName() + " " + e.getMessage() + (code.isEmpty() ? "" : ", wanted " + code);
    }

    private @Nullable RegoValue input() {
        return line.get("input") instanceof RegoObject in
                ? untagged(in.get("value") == null ? RegoNull.NULL : in.get("value"))
                : null;
    }

    private static RegoValue untagged(@Nullable RegoValue tagged) {
        if (tagged instanceof RegoArray a) {
            return RegoArray.of(
                    a.toList().stream().map(ComplianceCase::untagged).toList());
        }
        if (tagged instanceof RegoObject o) {
            if (o.get("set") instanceof RegoArray members) {
                return RegoSet.of(
                        members.toList().stream().map(ComplianceCase::untagged).toList());
            }
            RegoObject.Builder object = RegoObject.builder();
            for (RegoValue pair : (RegoArray) Objects.requireNonNull(o.get("object"))) {
                object.put(untagged(((RegoArray) pair).get(0)), untagged(((RegoArray) pair).get(1)));
            }
            return object.build();
        }
        return Objects.requireNonNull(tagged);
    }

    private RegoValue wantedBindings() {
        RegoSet set = RegoSet.open();
        if (line.get("wantResult") instanceof RegoArray wanted) {
            wanted.forEach(set::adding);
        }
        return set;
    }

    /** Results as JSON has them, sorted where the case says that order does not matter. */
    private RegoValue plainBindings(RegoValue bindings) {
        RegoObject plain = (RegoObject) RegoJson.parse(RegoJson.write(bindings));
        RegoObject.Builder result = RegoObject.builder();
        for (int i = 0; i < plain.size(); i++) {
            String name = ((RegoString) plain.keyAt(i)).value();
            if (is("ignoreGeneratedVars") && name.startsWith("__localq")) {
                continue;
            }
            RegoValue value = plain.valueAt(i);
            if (is("sortBindings") && value instanceof RegoArray a) {
                RegoValue[] items = a.toList().toArray(RegoValue[]::new);
                Arrays.sort(items);
                value = RegoArray.of(items);
            }
            result.put(name, value);
        }
        return result.build();
    }
}
