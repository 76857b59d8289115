package org.wayleave.policy.opa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a policy may call: everything that the OPA in use offers, but nothing that reaches the network or looks at the machine
 * ({@code http.send}, {@code net.*}, {@code opa.runtime}), and no schemas from elsewhere.
 */
final class Capabilities {

    private Capabilities() {}

    /** The capabilities document of an OPA without what policies may not call. */
    static String of(OpaExecutable opa) {
        OpaRun run = OpaCommand.run(
                opa.path(), List.of("capabilities", "--current"), Path.of("."), "", Duration.ofSeconds(20));
        if (!run.succeeded()) {
            throw new OpaException("OPA does not tell its capabilities: " + run.complaint());
        }
        ObjectMapper mapper = new ObjectMapper();
        try {
            ObjectNode all = (ObjectNode) mapper.readTree(run.out());
            ArrayNode allowed = mapper.createArrayNode();
            all.path("builtins").forEach(builtin -> {
                if (isAllowed(builtin.path("name").asText())) {
                    allowed.add(builtin);
                }
            });
            all.set("builtins", allowed);
            all.putArray("allow_net");
            return mapper.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new OpaException("OPA's capabilities cannot be read: " + e.getOriginalMessage(), e);
        }
    }

    static boolean isAllowed(String builtin) {
        return !builtin.equals("http.send") && !builtin.equals("opa.runtime") && !builtin.startsWith("net.");
    }
}
