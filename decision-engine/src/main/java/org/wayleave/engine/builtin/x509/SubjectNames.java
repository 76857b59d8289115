package org.wayleave.engine.builtin.x509;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wayleave.engine.builtin.IpAddress;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;

/** The alternative names of a certificate's subject (RFC 5280, section 4.2.1.6). */
record SubjectNames(
        List<String> domains, List<String> mailboxes, List<IpAddress> addresses, List<CertificateUri> uris) {
    static final SubjectNames NONE = new SubjectNames(List.of(), List.of(), List.of(), List.of());

    private static final int MAILBOX = 0x81;
    private static final int DOMAIN = 0x82;
    private static final int URI = 0x86;
    private static final int ADDRESS = 0x87;

    static SubjectNames read(Der value) {
        List<String> domains = new ArrayList<>();
        List<String> mailboxes = new ArrayList<>();
        List<IpAddress> addresses = new ArrayList<>();
        List<CertificateUri> uris = new ArrayList<>();
        Der sequence = value.in(Der.SEQUENCE, "subject alternative names");
        while (!sequence.isEmpty()) {
            Der.Element name = sequence.next("subject alternative name");
            switch (name.tag()) {
                case MAILBOX -> mailboxes.add(ascii(name.content(), "rfc822Name"));
                case DOMAIN -> domains.add(ascii(name.content(), "dNSName"));
                case URI -> uris.add(CertificateUri.parse(ascii(name.content(), "uniformResourceIdentifier")));
                case ADDRESS -> {
                    if (name.content().length != 4 && name.content().length != 16) {
                        throw failed("x509: cannot parse IP address of length " + name.content().length);
                    }
                    addresses.add(new IpAddress(name.content()));
                }
                default -> {} // names of other kinds are not read
            }
        }
        return new SubjectNames(domains, mailboxes, addresses, uris);
    }

    static String ascii(byte[] content, String what) {
        for (byte b : content) {
            if (b < 0) {
                throw failed("x509: SAN " + what + " is malformed");
            }
        }
        return new String(content, StandardCharsets.US_ASCII);
    }

    boolean isEmpty() {
        return domains.isEmpty() && mailboxes.isEmpty() && addresses.isEmpty() && uris.isEmpty();
    }

    void print(RegoObject.Builder out) {
        out.put("DNSNames", GoValues.strings(domains))
                .put("EmailAddresses", GoValues.strings(mailboxes))
                .put(
                        "IPAddresses",
                        GoValues.list(addresses.stream()
                                .map(a -> RegoString.of(a.toString()))
                                .toList()))
                .put(
                        "URIs",
                        GoValues.list(uris.stream().map(CertificateUri::printed).toList()));
    }
}
