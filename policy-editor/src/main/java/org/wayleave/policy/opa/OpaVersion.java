package org.wayleave.policy.opa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The OPA version that this build is pinned to. */
public final class OpaVersion {

    private static final String PINNED = read();

    private OpaVersion() {}

    /** The pinned version, such as {@code 1.22.2}. */
    public static String pinned() {
        return PINNED;
    }

    /** Whether another version compiles and decides like the pinned one: same major and minor number. */
    public static boolean serves(String version) {
        return minor(version).equals(minor(PINNED));
    }

    private static String minor(String version) {
        int first = version.indexOf('.');
        int second = version.indexOf('.', first + 1);
        return second < 0 ? version : version.substring(0, second);
    }

    private static String read() {
        try (InputStream in = OpaVersion.class.getResourceAsStream("opa.properties")) {
            Properties properties = new Properties();
            properties.load(Objects.requireNonNull(in, "opa.properties belongs beside this class"));
            return Objects.requireNonNull(properties.getProperty("version"), "opa.properties names the version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
