package org.wayleave.policy.opa;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wayleave.engine.Capabilities;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoValue;

/** Evaluates Rego with the real OPA for many inputs in one call, by a comprehension that sets the input for each. */
public final class OpaEvaluator {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern ENTRYPOINT = Pattern.compile("\\w+(/\\w+)*");

    private final OpaExecutable opa;
    private final String capabilities;

    /** An evaluator that uses the given OPA; what the decision engine cannot run is an error. */
    public OpaEvaluator(OpaExecutable opa) {
        this.opa = opa;
        this.capabilities = Capabilities.json();
    }

    /**
     * The value of one document for each of many inputs.
     *
     * @param files Rego text by file name
     * @param dataJson the data document; it must not have a member {@code wayleave_inputs}
     * @param entrypoint what is asked, such as {@code wayleave/send}
     * @param inputs the input documents as JSON
     * @return the value by the place of the input, from 0; an input for which it is undefined is absent. Sets are arrays in
     *     Rego's order
     * @throws OpaException when OPA cannot evaluate it
     */
    public Map<Integer, RegoValue> decide(
            Map<String, String> files, String dataJson, String entrypoint, List<String> inputs) {
        if (!ENTRYPOINT.matcher(entrypoint).matches()) {
            throw new OpaException("'" + entrypoint + "' is no entry point");
        }
        String query = "[{\"i\": i, \"value\": value} | some i, document in data.wayleave_inputs; value := data."
                + entrypoint.replace('/', '.') + " with input as document]";
        try (RegoFolder folder = new RegoFolder(files)) {
            folder.write("wayleave-capabilities.json", capabilities);
            folder.write("wayleave-data.json", dataJson);
            folder.write("wayleave-inputs.json", "{\"wayleave_inputs\":[" + String.join(",", inputs) + "]}");
            List<String> arguments =
                    new ArrayList<>(List.of("eval", "--format", "raw", "--capabilities", "wayleave-capabilities.json"));
            arguments.addAll(List.of("--data", "wayleave-data.json", "--data", "wayleave-inputs.json"));
            folder.names().forEach(name -> arguments.addAll(List.of("--data", name)));
            arguments.add(query);
            OpaRun run = OpaCommand.run(opa.path(), arguments, folder.path(), "", LIMIT);
            if (!run.succeeded()) {
                throw new OpaException("OPA could not evaluate the policy: " + run.complaint());
            }
            return values(run.out());
        } catch (IOException e) {
            throw new OpaException("The inputs cannot be written for OPA: " + e.getMessage(), e);
        }
    }

    private static Map<Integer, RegoValue> values(String json) {
        Map<Integer, RegoValue> values = new HashMap<>();
        if (RegoJson.parse(json) instanceof RegoArray answers) {
            for (RegoValue answer : answers) {
                if (answer instanceof RegoObject object && object.get("i") instanceof RegoNumber place) {
                    RegoValue value = object.get("value");
                    if (value != null) {
                        values.put(Integer.parseInt(place.toString()), value);
                    }
                }
            }
        }
        return values;
    }
}
