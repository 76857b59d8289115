package org.wayleave.journey.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The form of ids and port names. */
final class Names {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

    private Names() {}

    static boolean wellFormed(String name) {
        return FORM.matcher(name).matches();
    }

    static void distinctPorts(String step, List<String> ports, String reserved) {
        Set<String> seen = new HashSet<>();
        for (String port : ports) {
            if (!wellFormed(port)) {
                throw new IllegalArgumentException("step " + step + ": “" + port
                        + "” is no port name; it takes lower-case letters, digits and hyphens, at most 64");
            }
            if (port.equals(reserved)) {
                throw new IllegalArgumentException("step " + step + ": “" + port + "” names the default port");
            }
            if (!seen.add(port)) {
                throw new IllegalArgumentException("step " + step + " has two ports “" + port + "”");
            }
        }
    }
}
