package org.wayleave.engine.differential.call;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoJson;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Chains of certificates with every extension that decides about them, good ones and bad ones. */
final class CertificateCalls implements CallFamily {
    private static final List<String> POLICIES = List.of("1.2.3.1", "1.2.3.2", "1.2.3.3", "2.5.29.32.0");
    private static final List<String> PURPOSES =
            List.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2", "1.3.6.1.5.5.7.3.3", "2.5.29.37.0", "1.2.3.4");
    private static final List<String> HOSTS = List.of(
            "a.example",
            "b.example",
            "*.example",
            "x.a.example",
            "1.2.3.4",
            "",
            "[::1]",
            "A.EXAMPLE",
            "a.example.",
            "a b");
    private static final long NOW = 1_700_000_000L;

    @Override
    public List<String> functions() {
        return List.of(
                "crypto.x509.parse_and_verify_certificates_with_options",
                "crypto.x509.parse_certificates",
                "crypto.parse_private_keys",
                "crypto.x509.parse_keypair");
    }

    @Override
    public List<RegoValue> arguments(String function, Choices choices) {
        return switch (function) {
            case "crypto.parse_private_keys" -> List.of(RegoString.of(privateKey(choices, key(choices, "k"))));
            case "crypto.x509.parse_keypair" -> {
                String key = key(choices, "k");
                byte[] certificate = certificate(choices, "leaf", "leaf", key, key, false, false);
                yield List.of(
                        RegoString.of(Keys.pem("CERTIFICATE", certificate)),
                        RegoString.of(privateKey(choices, choices.oneIn(4) ? key(choices, "other") : key)));
            }
            case "crypto.x509.parse_certificates" -> List.of(RegoString.of(chain(choices)));
            default -> List.of(RegoString.of(chain(choices)), options(choices));
        };
    }

    private static String key(Choices choices, String name) {
        String kind = choices.of("Ed25519", "Ed25519", "Ed25519", "P-256", "rsa-small", "P-384", "P-521");
        return kind.equals("rsa-small") ? kind : kind + ":" + name;
    }

    private static String privateKey(Choices choices, String key) {
        String pem = Keys.pem(
                choices.oneIn(12) ? choices.of("RSA PRIVATE KEY", "EC PRIVATE KEY", "X KEY") : "PRIVATE KEY",
                Keys.pair(key).getPrivate().getEncoded());
        return choices.oneIn(4) ? Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.UTF_8)) : pem;
    }

    private static RegoValue options(Choices choices) {
        RegoObject options = RegoObject.builder()
                .put("CurrentTime", RegoNumber.of(choices.oneIn(12) ? 1 : NOW * 1_000_000_000L))
                .build();
        if (choices.oneIn(4)) {
            options = options.with("DNSName", RegoString.of(choices.from(HOSTS)));
        }
        if (choices.oneIn(2)) {
            options = options.with(
                    "KeyUsages",
                    RegoArray.of(choices.many(
                            0,
                            2,
                            () -> RegoString.of(choices.of(
                                    "KeyUsageAny", "KeyUsageServerAuth", "KeyUsageClientAuth", "KeyUsageAny")))));
        }
        return choices.oneIn(20)
                ? options.with("MaxConstraintComparisons", RegoJson.parse(choices.of("1", "100", "-1")))
                : options;
    }

    private static String chain(Choices choices) {
        int length = 2 + choices.below(4);
        List<String> names = new ArrayList<>(List.of("root"));
        List<String> keys = new ArrayList<>(List.of(key(choices, "root")));
        List<byte[]> certificates = new ArrayList<>();
        boolean policies = choices.oneIn(2);
        certificates.add(certificate(
                choices, "root", "root", keys.getFirst(), keys.getFirst(), true, policies && choices.oneIn(2)));
        for (int i = 1; i < length; i++) {
            boolean authority = i < length - 1;
            // Now and then an authority issues a certificate to itself.
            String name = authority && choices.oneIn(6) ? names.getLast() : "n" + i;
            String key = key(choices, "n" + i);
            String issuer = choices.oneIn(30) ? "stranger" : names.getLast();
            String signer = choices.oneIn(30) ? key : keys.getLast();
            certificates.add(certificate(choices, name, issuer, key, signer, authority, policies));
            names.add(name);
            keys.add(key);
        }
        if (choices.oneIn(10)) {
            java.util.Collections.swap(certificates, 1, certificates.size() - 1);
        }
        StringBuilder pem = new StringBuilder();
        certificates.forEach(each -> pem.append(Keys.pem("CERTIFICATE", each)));
        return pem.toString();
    }

    private static byte[] certificate(
            Choices choices,
            String subject,
            String issuer,
            String key,
            String signer,
            boolean authority,
            boolean policies) {
        byte[] algorithm = algorithm(signer);
        byte[] tbs = Asn1.sequence(
                Asn1.of(0xA0, Asn1.number(2)),
                Asn1.number(1 + choices.below(1_000_000)),
                algorithm,
                name(issuer),
                Asn1.sequence(
                        Asn1.text(0x17, choices.oneIn(20) ? "300101000000Z" : "200101000000Z"),
                        Asn1.text(0x18, "20500101000000Z")),
                name(subject),
                Keys.pair(key).getPublic().getEncoded(),
                Asn1.of(
                        0xA3,
                        Asn1.sequence(extensions(choices, authority, policies).toArray(byte[][]::new))));
        return Asn1.sequence(tbs, algorithm, Asn1.bits(signed(Keys.pair(signer), signer, tbs)));
    }

    private static byte[] name(String common) {
        return Asn1.sequence(Asn1.of(0x31, Asn1.sequence(Asn1.name("2.5.4.3"), Asn1.text(0x0C, common))));
    }

    private static byte[] algorithm(String key) {
        return switch (key.split(":", -1)[0]) {
            case "Ed25519" -> Asn1.sequence(Asn1.name("1.3.101.112"));
            case "P-384" -> Asn1.sequence(Asn1.name("1.2.840.10045.4.3.3"));
            case "P-256", "P-521" -> Asn1.sequence(Asn1.name("1.2.840.10045.4.3.2"));
            default -> Asn1.sequence(Asn1.name("1.2.840.113549.1.1.11"), Asn1.of(5));
        };
    }

    private static byte[] signed(KeyPair pair, String key, byte[] text) {
        try {
            Signature signature = Signature.getInstance(
                    switch (key.split(":", -1)[0]) {
                        case "Ed25519" -> "Ed25519";
                        case "P-384" -> "SHA384withECDSA";
                        case "P-256", "P-521" -> "SHA256withECDSA";
                        default -> "SHA256withRSA";
                    });
            signature.initSign(pair.getPrivate());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] extension(String name, boolean critical, byte[] value) {
        return critical
                ? Asn1.sequence(Asn1.name(name), Asn1.yes(), Asn1.octets(value))
                : Asn1.sequence(Asn1.name(name), Asn1.octets(value));
    }

    private static List<byte[]> extensions(Choices choices, boolean authority, boolean policies) {
        List<byte[]> all = new ArrayList<>();
        if (authority && !choices.oneIn(25)) {
            byte[] length = choices.oneIn(6) ? Asn1.number(choices.below(3)) : new byte[0];
            all.add(extension("2.5.29.19", true, Asn1.sequence(Asn1.yes(), length)));
        }
        if (choices.oneIn(5)) {
            all.add(extension("2.5.29.15", true, Asn1.of(3, new byte[] {1, (byte) (choices.oneIn(4) ? 0x80 : 0x86)})));
        }
        if (choices.oneIn(4)) {
            all.add(extension(
                    "2.5.29.37",
                    false,
                    Asn1.sequence(Asn1.name(choices.from(PURPOSES)), Asn1.name(choices.from(PURPOSES)))));
        }
        if (!authority || choices.oneIn(6)) {
            all.add(extension("2.5.29.17", false, Asn1.sequence(alternative(choices), alternative(choices))));
        }
        if (authority && choices.oneIn(6)) {
            byte[] tree = Asn1.sequence(Asn1.text(0x82, choices.of("example", ".example", "a.example", "other", "")));
            all.add(extension("2.5.29.30", true, Asn1.sequence(Asn1.of(choices.of(0xA0, 0xA1), tree))));
        }
        if (choices.oneIn(40)) {
            all.add(extension("1.2.3.4.5", choices.oneIn(2), Asn1.octets(new byte[] {1})));
        }
        if (policies) {
            policies(choices, authority, all);
        }
        return all;
    }

    private static byte[] alternative(Choices choices) {
        return switch (choices.below(5)) {
            case 0 -> Asn1.of(0x87, choices.oneIn(2) ? new byte[] {1, 2, 3, 4} : new byte[16]);
            case 1 -> Asn1.text(0x86, "http://a.example/x");
            case 2 -> Asn1.text(0x81, "p@a.example");
            default -> Asn1.text(0x82, choices.of("a.example", "*.example", "b.example", "x.a.example"));
        };
    }

    private static void policies(Choices choices, boolean authority, List<byte[]> all) {
        if (!choices.oneIn(6)) {
            List<byte[]> named = new ArrayList<>();
            choices.many(1, 3, () -> choices.from(POLICIES)).stream()
                    .distinct()
                    .forEach(policy -> named.add(Asn1.sequence(Asn1.name(policy))));
            all.add(extension("2.5.29.32", choices.oneIn(3), Asn1.sequence(named.toArray(byte[][]::new))));
        }
        if (authority && choices.oneIn(3)) {
            List<byte[]> mapped = choices.many(
                    1,
                    2,
                    () -> Asn1.sequence(
                            Asn1.name(choices.from(POLICIES.subList(0, choices.oneIn(8) ? 4 : 3))),
                            Asn1.name(choices.from(POLICIES.subList(0, 3)))));
            all.add(extension("2.5.29.33", choices.oneIn(2), Asn1.sequence(mapped.toArray(byte[][]::new))));
        }
        if (choices.oneIn(2)) {
            byte[] explicit = choices.oneIn(5) ? new byte[0] : Asn1.of(0x80, new byte[] {(byte) choices.below(3)});
            byte[] inhibit = choices.oneIn(2) ? new byte[0] : Asn1.of(0x81, new byte[] {(byte) choices.below(3)});
            all.add(extension("2.5.29.36", choices.oneIn(2), Asn1.sequence(explicit, inhibit)));
        }
        if (choices.oneIn(4)) {
            all.add(extension("2.5.29.54", choices.oneIn(2), Asn1.number(choices.below(3))));
        }
    }
}
