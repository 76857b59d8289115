package org.wayleave.engine.builtin;

import org.wayleave.engine.builtin.yaml.YamlReader;
import org.wayleave.engine.builtin.yaml.YamlWriter;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** YAML texts from and to values. */
final class YamlBuiltins {
    private YamlBuiltins() {}

    static void declare(BuiltinTable table) {
        table.unary("yaml.marshal", a -> RegoString.of(YamlWriter.write(a)));
        table.unary("yaml.unmarshal", a -> YamlReader.read(Operands.string(a, 1)));
        table.unary("yaml.is_valid", YamlBuiltins::isValid);
    }

    private static RegoValue isValid(RegoValue a) {
        if (!(a instanceof RegoString s)) {
            return RegoBoolean.FALSE;
        }
        try {
            YamlReader.read(s.value());
            return RegoBoolean.TRUE;
        } catch (BuiltinException e) {
            return RegoBoolean.FALSE;
        }
    }
}
