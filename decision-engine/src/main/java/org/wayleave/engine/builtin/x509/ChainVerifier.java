package org.wayleave.engine.builtin.x509;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.builtin.IpAddress;

/**
 * Builds the chains from a certificate to a root and checks them (RFC 5280, section 6): signatures, times, authority,
 * length, purposes, name constraints, policies.
 */
public final class ChainVerifier {
    /** Signatures looked at, so that hostile certificates with one name cost a bounded time. */
    private static final int MAX_CHECKS = 100;

    private static final int ANY_PURPOSE = 0;
    private static final int SERVER = 1;

    private final Certificate root;
    private final List<Certificate> intermediates;
    private final Instant time;
    private int checks;

    private ChainVerifier(Certificate root, List<Certificate> intermediates, Instant time) {
        this.root = root;
        this.intermediates = intermediates;
        this.time = time;
    }

    /**
     * How to verify.
     *
     * @param host the name or address that the certificate must be for, empty for none
     * @param time when it must be valid
     * @param purposes Go's numbers of the purposes of which one must be allowed; empty for a server's
     */
    public record Options(String host, Instant time, Set<Integer> purposes) {}

    /**
     * The first good chain, from the last certificate to the first, which is the root.
     *
     * @return empty when there is none
     * @throws BuiltinException when there are fewer than two certificates
     */
    public static List<Certificate> verify(List<Certificate> certificates, Options options) {
        if (certificates.size() < 2) {
            throw BuiltinException.operand(1, "must supply at least two certificates to be able to verify");
        }
        Certificate leaf = certificates.getLast();
        ChainVerifier verifier = new ChainVerifier(
                certificates.getFirst(), certificates.subList(1, certificates.size() - 1), options.time());
        if (!leaf.extensions().unhandledCritical.isEmpty()
                || !leaf.isValidAt(options.time())
                || (!options.host().isEmpty() && !isFor(leaf, options.host()))) {
            return List.of();
        }
        List<List<Certificate>> chains = new ArrayList<>();
        if (Arrays.equals(leaf.raw(), verifier.root.raw())) {
            chains.add(List.of(leaf));
        } else {
            verifier.build(List.of(leaf), chains);
        }
        return chains.stream()
                .filter(chain ->
                        PolicyGraph.holds(chain) && allowsPurposes(chain, options.purposes()) && allowsNames(chain))
                .findFirst()
                .orElse(List.of());
    }

    private static boolean isFor(Certificate leaf, String host) {
        boolean bracketed = host.length() >= 3 && host.startsWith("[") && host.endsWith("]");
        IpAddress address = IpAddress.parse(bracketed ? host.substring(1, host.length() - 1) : host);
        SubjectNames names = leaf.extensions().names;
        return address != null
                ? names.addresses().stream().anyMatch(a -> a.shortest().equals(address.shortest()))
                : names.domains().stream().anyMatch(d -> Domains.standsFor(d, host));
    }

    private void build(List<Certificate> chain, List<List<Certificate>> found) {
        Certificate child = chain.getLast();
        if (child.names(root) && follows(root, chain) && isGood(root, chain)) {
            found.add(with(chain, root));
        }
        List<Certificate> parents =
                new ArrayList<>(intermediates.stream().filter(child::names).toList());
        parents.sort(Comparator.comparingInt(parent -> keyDistance(child, parent)));
        for (Certificate parent : parents) {
            boolean authority = parent.extensions().hasBasicConstraints && parent.extensions().isAuthority;
            if (follows(parent, chain) && isGood(parent, chain) && authority) {
                build(with(chain, parent), found);
            }
        }
    }

    /** How well the key identifiers agree: the better ones are tried first. */
    private static int keyDistance(Certificate child, Certificate parent) {
        byte[] theirs = parent.extensions().subjectKeyId;
        byte[] ours = child.extensions().authorityKeyId;
        if (Arrays.equals(theirs, ours)) {
            return 0;
        }
        return theirs == null || ours == null ? 1 : 2;
    }

    private boolean follows(Certificate parent, List<Certificate> chain) {
        return ++checks <= MAX_CHECKS
                && parent.key().key() != null
                && chain.stream().noneMatch(c -> c.isFor(parent))
                && chain.getLast().isSignedBy(parent);
    }

    private boolean isGood(Certificate parent, List<Certificate> chain) {
        CertificateExtensions extensions = parent.extensions();
        boolean tooLong = extensions.hasBasicConstraints
                && extensions.pathLength >= 0
                && chain.size() - 1 > extensions.pathLength;
        return extensions.unhandledCritical.isEmpty() && parent.isValidAt(time) && !tooLong;
    }

    private static List<Certificate> with(List<Certificate> chain, Certificate parent) {
        List<Certificate> longer = new ArrayList<>(chain);
        longer.add(parent);
        return longer;
    }

    /** Whether one of the purposes is allowed by every certificate of the chain that names purposes. */
    private static boolean allowsPurposes(List<Certificate> chain, Set<Integer> purposes) {
        if (purposes.contains(ANY_PURPOSE)) {
            return true;
        }
        Set<Integer> left = new TreeSet<>(purposes.isEmpty() ? Set.of(SERVER) : purposes);
        for (Certificate certificate : chain) {
            CertificateExtensions extensions = certificate.extensions();
            boolean open = (extensions.purposes.isEmpty() && extensions.unknownPurposes.isEmpty())
                    || extensions.purposes.contains(ANY_PURPOSE);
            if (!open) {
                left.retainAll(extensions.purposes);
            }
        }
        return !left.isEmpty();
    }

    /** Whether every certificate's names are allowed by all authorities above it. */
    private static boolean allowsNames(List<Certificate> chain) {
        for (int i = 0; i < chain.size(); i++) {
            SubjectNames names = chain.get(i).extensions().names;
            for (int k = i + 1; k < chain.size(); k++) {
                NameConstraints constraints = chain.get(k).extensions().nameConstraints;
                if (constraints != null && !constraints.allow(names)) {
                    return false;
                }
            }
        }
        return true;
    }
}
