package org.wayleave.policy.opa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Measures how fast the real OPA decides, in its own process, by {@code opa bench}. */
public final class OpaBench {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Pattern ENTRYPOINT = Pattern.compile("\\w+(/\\w+)*");

    private final OpaExecutable opa;

    public OpaBench(OpaExecutable opa) {
        this.opa = opa;
    }

    /**
     * Nanoseconds that one decision takes on one input, averaged by OPA over about a second of decisions. The query is
     * prepared once, as a host of OPA's library does.
     *
     * @param files Rego text by file name; only what {@link OpaCompiler} accepts may be measured, since OPA's benchmark
     *     command takes no restriction of what a policy may call
     * @param dataJson the data document
     * @param entrypoint what is asked, such as {@code wayleave/send}
     * @param inputJson the input document
     * @throws OpaException when OPA cannot measure it
     */
    public double nanosADecision(Map<String, String> files, String dataJson, String entrypoint, String inputJson) {
        if (!ENTRYPOINT.matcher(entrypoint).matches()) {
            throw new OpaException("'" + entrypoint + "' is no entry point");
        }
        try (RegoFolder folder = new RegoFolder(files)) {
            folder.write("wayleave-data.json", dataJson);
            folder.write("wayleave-input.json", inputJson);
            List<String> arguments = new ArrayList<>(
                    List.of("bench", "--format", "json", "--metrics=false", "--benchmem=false", "--fail=false"));
            arguments.addAll(List.of("--input", "wayleave-input.json", "--data", "wayleave-data.json"));
            folder.names().forEach(name -> arguments.addAll(List.of("--data", name)));
            arguments.add("data." + entrypoint.replace('/', '.'));
            OpaRun run = OpaCommand.run(opa.path(), arguments, folder.path(), "", LIMIT);
            if (!run.succeeded()) {
                throw new OpaException("OPA could not measure the policy: " + run.complaint());
            }
            JsonNode measured = new ObjectMapper().readTree(run.out());
            long times = measured.path("N").asLong();
            if (times < 1) {
                throw new OpaException("OPA measured nothing");
            }
            return measured.path("T").asDouble() / times;
        } catch (JsonProcessingException e) {
            throw new OpaException("OPA's measurement cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new OpaException("The inputs cannot be written for OPA: " + e.getMessage(), e);
        }
    }
}
