package org.wayleave.engine.builtin.x509;

import java.util.Locale;

/** Domain names as certificates hold and constrain them (RFC 5280, section 4.2.1.10), with the rules of Go. */
final class Domains {
    private Domains() {}

    /** Whether a name has no empty label and only visible characters; a constraint may begin with a dot. */
    static boolean isValid(String name, boolean constraint) {
        if (name.isEmpty()) {
            return true;
        }
        String labels = constraint && name.startsWith(".") ? name.substring(1) : name;
        if (labels.isEmpty() || labels.chars().anyMatch(c -> c < 33 || c > 126)) {
            return false;
        }
        for (String label : labels.split("\\.", -1)) {
            if (label.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** Whether a name is the constraint's or below it; a constraint with a leading dot takes only what is below. */
    static boolean isWithin(String constraint, String name) {
        String c = constraint.toLowerCase(Locale.ROOT);
        String n = name.toLowerCase(Locale.ROOT);
        if (c.isEmpty()) {
            return true;
        }
        return n.endsWith(c)
                && (c.startsWith(".") || n.length() == c.length() || n.charAt(n.length() - c.length() - 1) == '.');
    }

    /** Whether a wildcard name could stand for the excluded one: both have the same parent. */
    static boolean mayStandFor(String wildcard, String excluded) {
        String parent = withoutFirstLabel(excluded.toLowerCase(Locale.ROOT));
        return wildcard.startsWith("*")
                && !parent.isEmpty()
                && withoutFirstLabel(wildcard.toLowerCase(Locale.ROOT)).equals(parent);
    }

    private static String withoutFirstLabel(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    /** Whether a certificate's name, which may begin with a wildcard label, stands for a host. */
    static boolean standsFor(String pattern, String host) {
        String p = pattern.toLowerCase(Locale.ROOT);
        String h = host.toLowerCase(Locale.ROOT);
        if (!isHostName(p, true) || !isHostName(h, false)) {
            return !p.isEmpty() && !p.equals(".") && p.equals(h);
        }
        String[] patternLabels = p.split("\\.", -1);
        String[] hostLabels = (h.endsWith(".") ? h.substring(0, h.length() - 1) : h).split("\\.", -1);
        if (patternLabels.length != hostLabels.length) {
            return false;
        }
        for (int i = 0; i < patternLabels.length; i++) {
            if (!(i == 0 && patternLabels[0].equals("*")) && !patternLabels[i].equals(hostLabels[i])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHostName(String name, boolean pattern) {
        String host = !pattern && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        if (host.isEmpty() || host.equals("*")) {
            return false;
        }
        String[] labels = host.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            boolean wildcard = pattern && i == 0 && labels[0].equals("*");
            if (!wildcard && !labels[i].matches("[a-z0-9_][a-z0-9_-]*")) {
                return false;
            }
        }
        return true;
    }
}
