package org.wayleave.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this Wayleave, as the build wrote it down. */
public final class ProductVersion implements IVersionProvider {
    /** The version, for example {@code 0.1.0-SNAPSHOT}. */
    public static String current() {
        try (InputStream in = ProductVersion.class.getResourceAsStream("/org/wayleave/app/version.properties")) {
            if (in == null) {
                throw new IllegalStateException(
                        "version.properties is not on the class path; build the app module again");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {"Wayleave " + current(), "Java " + Runtime.version()};
    }
}
