package org.wayleave.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wayleave.engine.builtin.Builtins;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

class CapabilitiesTest {
    @Test
    void theCapabilitiesNameExactlyTheFunctionsThatTheEngineHas() {
        RegoObject document = (RegoObject) RegoJson.parse(Capabilities.json());
        Set<String> named = new TreeSet<>();
        for (RegoValue builtin : (RegoArray) Objects.requireNonNull(document.get("builtins"))) {
            named.add(((RegoString) Objects.requireNonNull(((RegoObject) builtin).get("name"))).value());
        }
        // These two are gone before a plan is made.
        named.remove("rego.metadata.chain");
        named.remove("rego.metadata.rule");
        assertEquals(new Builtins().names(), named);
    }
}
