package org.wayleave.engine.builtin;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.Function;
import org.wayleave.engine.builtin.jose.JoseKey;
import org.wayleave.engine.builtin.jose.JwkReader;
import org.wayleave.engine.builtin.jose.VerificationKeys;
import org.wayleave.engine.builtin.schema.JsonSchema;
import org.wayleave.engine.builtin.x509.Certificate;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * What the built-in functions of one policy have compiled or parsed, kept from decision to decision: regular
 * expressions, globs, schemas, certificates and keys. Bounded in number and in the size of what is kept, and safe for
 * any number of threads.
 */
public final class BuiltinCaches {
    private static final int PATTERNS = 500;
    private static final int DOCUMENTS = 50;

    /** Longer texts and documents of more parts are made anew each time. */
    private static final int LONGEST = 100_000;

    private final BoundedCache<String, Pattern> expressions = new BoundedCache<>(PATTERNS);
    private final BoundedCache<Glob, Pattern> globs = new BoundedCache<>(PATTERNS);
    private final BoundedCache<RegoValue, JsonSchema> schemas = new BoundedCache<>(DOCUMENTS);
    private final BoundedCache<String, List<Certificate>> certificates = new BoundedCache<>(DOCUMENTS);
    private final BoundedCache<String, VerificationKeys> verificationKeys = new BoundedCache<>(DOCUMENTS);
    private final BoundedCache<String, List<JoseKey>> signingKeys = new BoundedCache<>(DOCUMENTS);

    /** A glob and its delimiters. */
    record Glob(String pattern, String delimiters) {}

    /**
     * The compiled RE2 expression.
     *
     * @throws BuiltinException when it is none
     */
    Pattern regex(String expression) {
        return get(expressions, expression, GoRegex::compile);
    }

    Pattern glob(Glob glob, Function<Glob, Pattern> translate) {
        return glob.pattern().length() > LONGEST ? translate.apply(glob) : globs.get(glob, translate);
    }

    JsonSchema schema(RegoValue document, Function<RegoValue, JsonSchema> compile) {
        return parts(document, 0) > LONGEST ? compile.apply(document) : schemas.get(document, compile);
    }

    List<Certificate> certificates(String text, Function<String, List<Certificate>> parse) {
        return get(certificates, text, parse);
    }

    VerificationKeys verificationKeys(String text) {
        return get(verificationKeys, text, VerificationKeys::read);
    }

    List<JoseKey> signingKeys(String text) {
        return get(signingKeys, text, JwkReader::read);
    }

    private static <V> V get(BoundedCache<String, V> cache, String text, Function<String, V> make) {
        return text.length() > LONGEST ? make.apply(text) : cache.get(text, make);
    }

    /** How many values a document holds and how long its texts are, counted on until there are too many. */
    private static int parts(RegoValue value, int before) {
        int count = before + 1;
        switch (value) {
            case RegoString s -> count += s.value().length();
            case RegoArray array -> {
                for (int i = 0; i < array.size() && count <= LONGEST; i++) {
                    count = parts(array.get(i), count);
                }
            }
            case RegoObject object -> {
                for (int i = 0; i < object.size() && count <= LONGEST; i++) {
                    count = parts(object.valueAt(i), parts(object.keyAt(i), count));
                }
            }
            default -> {}
        }
        return count;
    }
}
