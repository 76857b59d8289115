package org.wayleave.engine.differential.call;

import java.util.List;
import org.wayleave.engine.value.RegoValue;

/** Random arguments for functions that are about one thing. */
public interface CallFamily {
    /** The functions of this family. */
    List<String> functions();

    /** Arguments for one of the functions. */
    List<RegoValue> arguments(String function, Choices choices);

    /** All families. */
    static List<CallFamily> all() {
        return List.of(
                new PatternCalls(),
                new FormatCalls(),
                new TemplateCalls(),
                new YamlCalls(),
                new SchemaCalls(),
                new TimeCalls(),
                new NotationCalls(),
                new NetworkCalls(),
                new GraphCalls(),
                new TextCalls(),
                new TokenCalls(),
                new CertificateCalls());
    }
}
