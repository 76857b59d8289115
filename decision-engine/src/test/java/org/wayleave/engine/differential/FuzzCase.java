package org.wayleave.engine.differential;

import java.util.List;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * A policy with what it decides on.
 *
 * @param name the package below {@code fz}
 * @param module its Rego, with a rule {@code out}
 * @param data what is at {@code data.d.<name>}
 * @param input the input document
 */
record FuzzCase(String name, String module, RegoValue data, RegoValue input) {

    static FuzzCase ofSeed(long seed) {
        RegoGenerator generator = new RegoGenerator(seed);
        RegoValue data = RegoJson.parse(generator.document());
        RegoValue input = RegoJson.parse(generator.document());
        return new FuzzCase(generator.name(), generator.module(), data, input);
    }

    /** The data document of several cases. */
    static RegoObject dataOf(List<FuzzCase> cases) {
        RegoObject.Builder members = RegoObject.builder();
        cases.forEach(each -> members.put(each.name(), each.data()));
        return RegoObject.builder().put("d", members.build()).build();
    }

    String entrypoint() {
        return "fz/" + name + "/out";
    }

    /** The question that {@link OpaAnswers} puts to its driver. */
    RegoObject question() {
        return RegoObject.builder()
                .put("name", RegoString.of(name))
                .put("value", input)
                .build();
    }

    /** Something to read, and to paste into a file. */
    String text() {
        return module.strip() + "\n\ninput " + RegoJson.write(input) + "\ndata.d." + name + " " + RegoJson.write(data)
                + "\n";
    }
}
