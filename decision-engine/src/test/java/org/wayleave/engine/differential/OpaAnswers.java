package org.wayleave.engine.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wayleave.engine.PolicyBundle;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** What OPA makes of cases: the plan of those that compile, and its answers. All go through OPA together. */
final class OpaAnswers {
    /** Asks for one policy's result. */
    private static final String DRIVER = """
            package driver

            import rego.v1

            main := x if {
            	name := input.name
            	value := input.value
            	x := data.fz[name].out with input as value
            }
            """;

    private static final Pattern FAILED_FILE = Pattern.compile("(n[0-9]+)\\.rego:");

    private final Opa opa;
    private final Path folder;
    private final Map<String, FuzzCase> cases = new LinkedHashMap<>();

    private OpaAnswers(Opa opa, Path folder, List<FuzzCase> cases) {
        this.opa = opa;
        this.folder = folder;
        cases.forEach(each -> this.cases.put(each.name(), each));
    }

    /**
     * What OPA gives.
     *
     * @param bundle the plan of all cases that compile, with their data
     * @param answers by name: an object with {@code result} or {@code error}
     */
    record Given(PolicyBundle bundle, Map<String, RegoObject> answers) {}

    /** Asks OPA in an empty folder. */
    static Given of(Opa opa, Path folder, List<FuzzCase> cases) throws IOException, InterruptedException {
        return new OpaAnswers(opa, folder, cases).given();
    }

    private Given given() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("p"));
        for (FuzzCase each : cases.values()) {
            Files.writeString(file(each.name()), each.module());
        }
        removeWhatFails(List.of("check", "--max-errors", "0", "p"));
        List<String> arguments = new ArrayList<>(List.of("build", "-t", "plan", "-o", "plan.tar.gz"));
        for (FuzzCase each : cases.values()) {
            arguments.addAll(List.of("-e", each.entrypoint()));
        }
        arguments.add("p");
        removeWhatFails(arguments); // OPA types some references only when it plans
        RegoObject data = FuzzCase.dataOf(new ArrayList<>(cases.values()));
        Files.writeString(folder.resolve("p").resolve("data.json"), RegoJson.write(data));
        String plan = cases.isEmpty()
                ? "{}"
                : PolicyBundle.read(folder.resolve("plan.tar.gz")).planJson();
        return new Given(PolicyBundle.of(plan, data), cases.isEmpty() ? Map.of() : answers());
    }

    private Path file(String name) {
        return folder.resolve("p").resolve(name + ".rego");
    }

    private void removeWhatFails(List<String> command) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(command);
        while (!cases.isEmpty()) {
            Opa.Output output = opa.run(folder, arguments);
            if (output.status() == 0) {
                return;
            }
            TreeSet<String> failed = new TreeSet<>();
            Matcher m = FAILED_FILE.matcher(output.err() + output.out());
            while (m.find()) {
                failed.add(m.group(1));
            }
            failed.retainAll(cases.keySet());
            if (failed.isEmpty()) {
                throw new IOException("OPA refuses the policies: " + output.err() + output.out());
            }
            for (String name : failed) {
                Files.deleteIfExists(file(name));
                int entrypoint = arguments.indexOf(
                        Objects.requireNonNull(cases.remove(name)).entrypoint());
                if (entrypoint > 0) {
                    arguments.subList(entrypoint - 1, entrypoint + 1).clear();
                }
            }
        }
    }

    private Map<String, RegoObject> answers() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("p").resolve("driver.rego"), DRIVER);
        Files.createDirectory(folder.resolve("in"));
        for (FuzzCase each : cases.values()) {
            Files.writeString(folder.resolve("in").resolve(each.name() + ".json"), RegoJson.write(each.question()));
        }
        Opa.Output output = opa.run(folder, List.of("exec", "--decision", "driver/main", "--bundle", "p", "in"));
        if (output.status() != 0) {
            throw new IOException("OPA does not evaluate the policies: " + output.err() + output.out());
        }
        Map<String, RegoObject> answers = new TreeMap<>();
        RegoObject all = (RegoObject) RegoJson.parse(output.out());
        for (RegoValue item : (RegoArray) Objects.requireNonNull(all.get("result"))) {
            RegoObject answer = (RegoObject) item;
            String file = ((RegoString) Objects.requireNonNull(answer.get("path"))).value();
            answers.put(file.substring(file.lastIndexOf('/') + 1, file.length() - ".json".length()), answer);
        }
        assertEquals(cases.keySet().size(), answers.size());
        return answers;
    }
}
