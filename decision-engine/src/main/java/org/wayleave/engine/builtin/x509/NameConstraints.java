package org.wayleave.engine.builtin.x509;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import org.wayleave.engine.builtin.IpAddress;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/**
 * The names that an authority's certificates may and may not be for (RFC 5280, section 4.2.1.10).
 *
 * @param understood whether all constraints are of a kind that is checked
 */
record NameConstraints(boolean critical, Names permitted, Names excluded, boolean understood) {

    /** A network: an address and a mask of as many bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Network(IpAddress address, byte[] mask) {
        RegoValue printed() {
            return RegoObject.builder()
                    .put("IP", RegoString.of(address.toString()))
                    .put("Mask", GoValues.bytes(mask))
                    .build();
        }
    }

    /** One list of constraints by kind. */
    record Names(List<String> domains, List<Network> networks, List<String> mailboxes, List<String> uriDomains) {
        Names() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        void print(RegoObject.Builder out, String prefix) {
            out.put(prefix + "DNSDomains", GoValues.strings(domains))
                    .put(
                            prefix + "IPRanges",
                            GoValues.list(
                                    networks.stream().map(Network::printed).toList()))
                    .put(prefix + "EmailAddresses", GoValues.strings(mailboxes))
                    .put(prefix + "URIDomains", GoValues.strings(uriDomains));
        }
    }

    static NameConstraints read(Der value, boolean critical) {
        Der constraints = value.in(Der.SEQUENCE, "NameConstraints extension");
        Names permitted = new Names();
        Names excluded = new Names();
        boolean any = false;
        boolean understood = true;
        if (constraints.has(Der.contextOf(0))) {
            Der list = constraints.in(Der.contextOf(0), "NameConstraints extension");
            any = !list.isEmpty();
            understood = fill(permitted, list);
        }
        if (constraints.has(Der.contextOf(1))) {
            Der list = constraints.in(Der.contextOf(1), "NameConstraints extension");
            any |= !list.isEmpty();
            understood &= fill(excluded, list);
        }
        if (!constraints.isEmpty() || !value.isEmpty()) {
            throw failed("x509: invalid NameConstraints extension");
        }
        if (!any) {
            throw failed("x509: empty name constraints extension");
        }
        return new NameConstraints(critical, permitted, excluded, understood);
    }

    private static boolean fill(Names names, Der list) {
        boolean understood = true;
        while (!list.isEmpty()) {
            Der.Element base =
                    list.in(Der.SEQUENCE, "NameConstraints extension").next("NameConstraints extension");
            switch (base.tag()) {
                case 0x82 -> names.domains.add(domain(base.content()));
                case 0x87 -> names.networks.add(network(base.content()));
                case 0x81 -> {
                    String mailbox = SubjectNames.ascii(base.content(), "rfc822Name");
                    names.mailboxes.add(mailbox.contains("@") ? mailbox : domain(base.content()));
                }
                case 0x86 -> {
                    String domain = domain(base.content());
                    if (IpAddress.parse(domain) != null) {
                        throw failed("x509: failed to parse URI constraint: cannot be IP address");
                    }
                    names.uriDomains.add(domain);
                }
                default -> understood = false;
            }
        }
        return understood;
    }

    private static String domain(byte[] content) {
        String domain = SubjectNames.ascii(content, "constraint");
        if (!Domains.isValid(domain, true)) {
            throw failed("x509: failed to parse constraint \"" + domain + "\"");
        }
        return domain;
    }

    private static Network network(byte[] content) {
        if (content.length != 8 && content.length != 32) {
            throw failed("x509: IP constraint contained value of length " + content.length);
        }
        byte[] mask = Arrays.copyOfRange(content, content.length / 2, content.length);
        boolean ended = false;
        for (int i = 0; i < mask.length * 8; i++) {
            boolean set = (mask[i / 8] & (0x80 >> i % 8)) != 0;
            if (set && ended) {
                throw failed("x509: IP constraint contained invalid mask");
            }
            ended |= !set;
        }
        return new Network(new IpAddress(Arrays.copyOf(content, content.length / 2)), mask);
    }

    void print(RegoObject.Builder out) {
        out.put("PermittedDNSDomainsCritical", RegoBoolean.of(critical));
        permitted.print(out, "Permitted");
        excluded.print(out, "Excluded");
    }

    /** Whether all names of a subject are allowed; what cannot be judged is not. */
    boolean allow(SubjectNames names) {
        for (IpAddress address : names.addresses()) {
            if (!allows(permitted.networks, excluded.networks, n -> address.isIn(n.address(), n.mask()))) {
                return false;
            }
        }
        for (String domain : names.domains()) {
            if (!Domains.isValid(domain, false) || !allowsDomain(permitted.domains, excluded.domains, domain)) {
                return false;
            }
        }
        for (CertificateUri uri : names.uris()) {
            String host = uri.host().toLowerCase(Locale.ROOT).replaceFirst(":[0-9]*$", "");
            if (host.isEmpty()
                    || host.startsWith("[")
                    || IpAddress.parse(host) != null
                    || !allowsDomain(permitted.uriDomains, excluded.uriDomains, host)) {
                return false;
            }
        }
        for (String mailbox : names.mailboxes()) {
            int at = mailbox.lastIndexOf('@');
            if (at <= 0 || !allowsMailbox(mailbox.substring(0, at), mailbox.substring(at + 1))) {
                return false;
            }
        }
        return true;
    }

    private static <T> boolean allows(List<T> permitted, List<T> excluded, java.util.function.Predicate<T> covers) {
        return (permitted.isEmpty() || permitted.stream().anyMatch(covers))
                && excluded.stream().noneMatch(covers);
    }

    private static boolean allowsDomain(List<String> permitted, List<String> excluded, String name) {
        return (permitted.isEmpty() || permitted.stream().anyMatch(c -> Domains.isWithin(c, name)))
                && excluded.stream().noneMatch(c -> Domains.isWithin(c, name) || Domains.mayStandFor(name, c));
    }

    private boolean allowsMailbox(String local, String domain) {
        BiPredicate<String, String> covers = (constraint, name) -> {
            int at = constraint.lastIndexOf('@');
            return at < 0
                    ? Domains.isWithin(constraint, name)
                    : constraint.substring(0, at).equals(local)
                            && constraint.substring(at + 1).equalsIgnoreCase(name);
        };
        return Domains.isValid(domain, false)
                && allows(permitted.mailboxes, excluded.mailboxes, c -> covers.test(c, domain));
    }
}
