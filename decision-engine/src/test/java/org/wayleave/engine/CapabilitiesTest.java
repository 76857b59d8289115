package org.wayleave.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wayleave.engine.builtin.Builtins;
import org.wayleave.engine.differential.Opa;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

class CapabilitiesTest {
    /** These two are gone before a plan is made. */
    private static final Set<String> COMPILED_AWAY = Set.of("rego.metadata.chain", "rego.metadata.rule");

    @Test
    void theCapabilitiesNameExactlyTheFunctionsThatTheEngineHas() {
        Set<String> named = new TreeSet<>(declarations(Capabilities.json()).keySet());
        named.removeAll(COMPILED_AWAY);
        assertEquals(new Builtins().names(), named);
    }

    @Test
    void theyAreOpasOwnWithoutWhatIsRefused(@TempDir Path folder) throws Exception {
        Optional<Opa> opa = Opa.find();
        assumeTrue(opa.isPresent(), "there is no OPA to compare with");
        Map<String, RegoValue> expected = declarations(opa.get()
                .run(folder, java.util.List.of("capabilities", "--current"))
                .out());
        expected.keySet().removeIf(name -> Builtins.isRefused(name) && !COMPILED_AWAY.contains(name));
        assertEquals(expected, declarations(Capabilities.json()));
    }

    @Test
    void nothingIsFetchedFromAnywhere() {
        RegoObject document = (RegoObject) RegoJson.parse(Capabilities.json());
        assertEquals(RegoArray.EMPTY, document.get("allow_net"));
    }

    /** What each function takes and gives, without words for people. */
    private static Map<String, RegoValue> declarations(String json) {
        Map<String, RegoValue> result = new TreeMap<>();
        RegoObject document = (RegoObject) RegoJson.parse(json);
        for (RegoValue builtin : (RegoArray) Objects.requireNonNull(document.get("builtins"))) {
            RegoValue plain = withoutWords(builtin);
            result.put(((RegoString) Objects.requireNonNull(((RegoObject) plain).get("name"))).value(), plain);
        }
        return result;
    }

    private static RegoValue withoutWords(RegoValue value) {
        return switch (value) {
            case RegoObject object -> {
                RegoObject.Builder result = RegoObject.builder();
                for (int i = 0; i < object.size(); i++) {
                    String key = ((RegoString) object.keyAt(i)).value();
                    if (!key.equals("description") && !key.equals("categories")) {
                        result.put(key, withoutWords(object.valueAt(i)));
                    }
                }
                yield result.build();
            }
            case RegoArray array ->
                RegoArray.of(array.toList().stream()
                        .map(CapabilitiesTest::withoutWords)
                        .toList());
            default -> value;
        };
    }
}
