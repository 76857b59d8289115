package org.wayleave.engine.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * Corners of built-in functions, each by a name, with what OPA 1.22.2 gives. A line of the resource is a call: {@code
 * name}, {@code call}, {@code args} and {@code gives}, which is not there where OPA's answer is undefined.
 */
class RecordedAnswersTest {
    /** A call and what OPA gives. */
    record Recorded(
            String name, OpaBuiltins.Call call, @Nullable String gives) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Recorded> recorded() throws IOException {
        List<Recorded> result = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(RecordedAnswersTest.class.getResourceAsStream("recorded-answers.ndjson"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (line.isEmpty()) {
                    continue;
                }
                RegoObject each = (RegoObject) RegoJson.parse(line);
                List<RegoValue> args = ((RegoArray) Objects.requireNonNull(each.get("args"))).toList();
                OpaBuiltins.Call call = new OpaBuiltins.Call(text(each, "call"), args);
                RegoValue gives = each.get("gives");
                result.add(new Recorded(
                        text(each, "name"), call, gives == null ? null : OpaBuiltins.written(call, gives)));
            }
        }
        return result;
    }

    private static String text(RegoObject object, String name) {
        return ((RegoString) Objects.requireNonNull(object.get(name))).value();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void isWhatOpaGives(Recorded recorded) {
        assertEquals(recorded.gives(), OpaBuiltins.own(recorded.call()));
    }

    @Test
    void theRealOpaGivesWhatIsRecorded(@TempDir Path folder) throws Exception {
        Optional<Opa> opa = Opa.find();
        assumeTrue(opa.isPresent(), "there is no OPA to compare with");
        List<Recorded> all = recorded();
        assertEquals(
                all.stream().map(Recorded::gives).toList(),
                OpaBuiltins.opas(
                        opa.get(), folder, all.stream().map(Recorded::call).toList()));
    }
}
