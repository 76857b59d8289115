package org.wayleave.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.google.re2j.Pattern;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

/** The library runs on the two libraries it needs, and loads what is heavy only for a policy that calls it. */
class SmallClassPathTest {
    private static final String INPUT = """
        {"action": {"purpose": "marketing"}, "time": "2026-03-02T08:00:00Z", "person": {"contacts": {"day": 9},
         "flags": [], "consent": {"marketing": {"state": "denied"}}, "seen": "2026-02-01T00:00:00Z"}}
        """;

    /** Classes of the engine and its two libraries, and the names of those it was asked for. */
    private static final class Recording extends URLClassLoader {
        private final Set<String> loaded = new ConcurrentSkipListSet<>();

        Recording() {
            super(
                    new URL[] {place(Policy.class), resources(), place(JsonFactory.class), place(Pattern.class)},
                    ClassLoader.getPlatformClassLoader());
        }

        private static URL place(Class<?> type) {
            return type.getProtectionDomain().getCodeSource().getLocation();
        }

        /** Where the engine's resources lie, which is not with its classes in every build. */
        private static URL resources() {
            String name = "capabilities.json";
            URL found = Objects.requireNonNull(Policy.class.getResource(name));
            try {
                String text = found.toString();
                return found.getProtocol().equals("jar")
                        ? place(Policy.class)
                        : java.net
                                .URI
                                .create(text.substring(
                                        0, text.length() - "org/wayleave/engine/".length() - name.length()))
                                .toURL();
            } catch (java.net.MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            Class<?> found = super.findClass(name);
            loaded.add(name);
            return found;
        }
    }

    @Test
    void aPolicyOfConsentAndCapsNeedsNothingElse() throws Exception {
        try (Recording classes = new Recording()) {
            Path bundle = Path.of(Objects.requireNonNull(Policy.class.getResource("batch/send.tar.gz"))
                    .toURI());
            Object policy = load(classes, invoke(classes, "PolicyBundle", "read", Path.class, bundle));
            Object input = invoke(classes, "value.RegoJson", "parse", String.class, INPUT);
            Class<?> value = classes.loadClass("org.wayleave.engine.value.RegoValue");
            Method decide = policy.getClass().getMethod("decide", String.class, value);
            String decision = String.valueOf(decide.invoke(policy, "shop/send", input));
            assertTrue(decision.contains("\"allow\": false") && decision.contains("cap-day"), decision);
            for (String heavy : Set.of(
                    "org.wayleave.engine.builtin.yaml.",
                    "org.wayleave.engine.builtin.schema.",
                    "org.wayleave.engine.builtin.x509.",
                    "org.wayleave.engine.builtin.jose.JwkReader",
                    "org.wayleave.engine.builtin.template.",
                    "org.wayleave.engine.builtin.time.ZoneNames")) {
                assertEquals(
                        Set.of(),
                        Set.copyOf(classes.loaded.stream()
                                .filter(name -> name.startsWith(heavy))
                                .toList()),
                        "is loaded, and nobody calls it");
            }
        }
    }

    private static Object load(ClassLoader classes, Object bundle) throws ReflectiveOperationException {
        return classes.loadClass("org.wayleave.engine.Policy")
                .getMethod("load", bundle.getClass())
                .invoke(null, bundle);
    }

    private static Object invoke(ClassLoader classes, String type, String method, Class<?> parameter, Object argument)
            throws ReflectiveOperationException {
        return classes.loadClass("org.wayleave.engine." + type)
                .getMethod(method, parameter)
                .invoke(null, argument);
    }
}
