package org.wayleave.engine.builtin;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.wayleave.engine.builtin.x509.Certificate;
import org.wayleave.engine.builtin.x509.CertificateRequest;
import org.wayleave.engine.builtin.x509.ChainVerifier;
import org.wayleave.engine.builtin.x509.PemBlock;
import org.wayleave.engine.builtin.x509.PrivateKeys;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoNumber;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** Certificates, certificate requests and private keys, each in PEM, in DER or in base64 of either. */
final class X509Builtins {
    private static final String BEGIN = "-----BEGIN";
    private static final RegoValue NOT_VERIFIED = RegoArray.of(RegoBoolean.FALSE, RegoArray.EMPTY);

    /** Purposes by OPA's names, in the order of Go's numbers. */
    private static final List<String> PURPOSES = List.of(
            "KeyUsageAny",
            "KeyUsageServerAuth",
            "KeyUsageClientAuth",
            "KeyUsageCodeSigning",
            "KeyUsageEmailProtection",
            "KeyUsageIPSECEndSystem",
            "KeyUsageIPSECTunnel",
            "KeyUsageIPSECUser",
            "KeyUsageTimeStamping",
            "KeyUsageOCSPSigning",
            "KeyUsageMicrosoftServerGatedCrypto",
            "KeyUsageNetscapeServerGatedCrypto",
            "KeyUsageMicrosoftCommercialCodeSigning",
            "KeyUsageMicrosoftKernelCodeSigning");

    private X509Builtins() {}

    static void declare(BuiltinTable table) {
        table.add(
                "crypto.x509.parse_certificates",
                (context, args) -> printed(certificates(context, Operands.string(args[0], 1)), true));
        table.add(
                "crypto.x509.parse_and_verify_certificates",
                (context, args) -> verified(
                        context,
                        Operands.string(args[0], 1),
                        new ChainVerifier.Options("", now(context), Set.of()),
                        true));
        table.add("crypto.x509.parse_and_verify_certificates_with_options", X509Builtins::verifyWithOptions);
        table.unary("crypto.x509.parse_certificate_request", a -> request(Operands.string(a, 1)));
        table.binary("crypto.x509.parse_keypair", X509Builtins::keyPair);
        table.unary("crypto.x509.parse_rsa_private_key", a -> webKey(Operands.string(a, 1)));
        table.unary("crypto.parse_private_keys", a -> privateKeys(Operands.string(a, 1)));
    }

    private static Instant now(BuiltinContext context) {
        return Instant.ofEpochSecond(0, context.nowNanos());
    }

    private static RegoValue printed(List<Certificate> certificates, boolean withUriStrings) {
        return RegoArray.of(
                certificates.stream().map(c -> c.printed(withUriStrings)).toList());
    }

    private static List<Certificate> certificates(BuiltinContext context, String text) {
        return context.caches().certificates(text, X509Builtins::parsed);
    }

    private static List<Certificate> parsed(String text) {
        if (text.startsWith(BEGIN)) {
            return certificatesInPem(text);
        }
        byte[] bytes = Base64Text.decode(text);
        String inside = new String(bytes, StandardCharsets.ISO_8859_1);
        return inside.startsWith(BEGIN) ? certificatesInPem(inside) : Certificate.read(bytes);
    }

    private static List<Certificate> certificatesInPem(String text) {
        ByteArrayOutputStream der = new ByteArrayOutputStream();
        for (PemBlock block : PemBlock.all(text)) {
            if (!block.type().equals("CERTIFICATE")) {
                throw failed("PEM block type is '" + block.type() + "', expected CERTIFICATE");
            }
            der.writeBytes(block.bytes());
        }
        return Certificate.read(der.toByteArray());
    }

    private static RegoValue verified(
            BuiltinContext context, String text, ChainVerifier.Options options, boolean withUriStrings) {
        List<Certificate> chain;
        try {
            chain = ChainVerifier.verify(certificates(context, text), options);
        } catch (BuiltinException e) {
            return NOT_VERIFIED; // what cannot be read is not verified either
        }
        return chain.isEmpty() ? NOT_VERIFIED : RegoArray.of(RegoBoolean.TRUE, printed(chain, withUriStrings));
    }

    private static RegoValue verifyWithOptions(BuiltinContext context, RegoValue[] args) {
        String text = Operands.string(args[0], 1);
        RegoObject given = Operands.object(args[1], 2);
        try {
            certificates(context, text);
        } catch (BuiltinException e) {
            return NOT_VERIFIED; // before the options are looked at, as in OPA
        }
        String host = "";
        Instant time = now(context);
        Set<Integer> purposes = new TreeSet<>();
        for (int i = 0; i < given.size(); i++) {
            if (!(given.keyAt(i) instanceof RegoString key)) {
                continue;
            }
            RegoValue value = given.valueAt(i);
            switch (key.value()) {
                case "DNSName" -> {
                    if (!(value instanceof RegoString s)) {
                        throw failed("'DNSName' should be a string");
                    }
                    host = unquoted(s.value());
                }
                case "CurrentTime" -> time = Instant.ofEpochSecond(0, whole(key.value(), value, "int64 "));
                case "MaxConstraintComparisons" -> whole(key.value(), value, "");
                case "KeyUsages" -> purposes = purposes(value);
                default -> throw failed("invalid key option");
            }
        }
        return verified(context, text, new ChainVerifier.Options(host, time, purposes), false);
    }

    private static String unquoted(String text) {
        return text.replaceAll("^\"+|\"+$", "");
    }

    private static long whole(String name, RegoValue value, String kind) {
        if (!(value instanceof RegoNumber n)) {
            throw failed("'" + name + "' should be a number");
        }
        if (!n.isLong()) {
            throw failed("'" + name + "' should be a valid " + kind + "number");
        }
        return n.longValue();
    }

    private static Set<Integer> purposes(RegoValue value) {
        Set<Integer> result = new TreeSet<>();
        List<String> unknown = new ArrayList<>();
        Iterable<RegoValue> members;
        try {
            members = Operands.members(value, 2);
        } catch (BuiltinException e) {
            throw failed("'KeyUsages' should be an Array or Set");
        }
        for (RegoValue member : members) {
            if (member instanceof RegoString s) {
                int number = PURPOSES.indexOf(unquoted(s.value()));
                if (number >= 0) {
                    result.add(number);
                } else {
                    unknown.add(unquoted(s.value()));
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw failed("invalid entries for 'KeyUsages' found: [" + String.join(" ", unknown) + "]");
        }
        return result;
    }

    private static RegoValue request(String text) {
        byte[] bytes = text.startsWith("-----BEGIN CERTIFICATE REQUEST-----")
                ? text.getBytes(StandardCharsets.UTF_8)
                : Base64Text.decode(text);
        PemBlock block = PemBlock.first(new String(bytes, StandardCharsets.ISO_8859_1));
        if (block != null && !block.type().equals("CERTIFICATE REQUEST")) {
            throw failed("invalid PEM-encoded certificate signing request");
        }
        return CertificateRequest.printed(block == null ? bytes : block.bytes());
    }

    /** What a TLS server would present: the certificates, the key that belongs to the first, and that one read. */
    private static RegoValue keyPair(RegoValue a, RegoValue b) {
        List<byte[]> certificates = new ArrayList<>();
        for (PemBlock block : blocks(Operands.string(a, 1), "CERTIFICATE")) {
            if (block.type().equals("CERTIFICATE")) {
                certificates.add(block.bytes());
            }
        }
        if (certificates.isEmpty()) {
            throw failed("tls: failed to find any PEM data in certificate input");
        }
        PemBlock keyBlock = blocks(Operands.string(b, 1), "PRIVATE KEY").stream()
                .filter(block ->
                        block.type().equals("PRIVATE KEY") || block.type().endsWith(" PRIVATE KEY"))
                .findFirst()
                .orElseThrow(() -> failed("tls: failed to find any PEM data in key input"));
        List<Certificate> leaf = Certificate.read(certificates.getFirst());
        if (leaf.size() != 1) {
            throw failed("x509: trailing data");
        }
        PrivateKeys.PrivateKey key = PrivateKeys.readAny(keyBlock.bytes());
        RegoObject printedLeaf = (RegoObject) leaf.getFirst().printed(false);
        if (!key.publicPrinted().equals(printedLeaf.get("PublicKey"))) {
            throw failed("tls: private key does not match public key");
        }
        return RegoObject.builder()
                .put(
                        "Certificate",
                        RegoArray.of(
                                certificates.stream().map(X509Builtins::base64).toList()))
                .put("PrivateKey", key.printed())
                .put("SupportedSignatureAlgorithms", RegoNull.NULL)
                .put("OCSPStaple", RegoNull.NULL)
                .put("SignedCertificateTimestamps", RegoNull.NULL)
                .put("Leaf", printedLeaf)
                .build();
    }

    private static RegoString base64(byte[] bytes) {
        return RegoString.of(java.util.Base64.getEncoder().encodeToString(bytes));
    }

    /** The blocks of a PEM text, of base64 of one, or the one block that base64 of DER stands for. */
    private static List<PemBlock> blocks(String text, String type) {
        if (text.startsWith(BEGIN + " ")) {
            return PemBlock.all(text);
        }
        byte[] bytes = Base64Text.decode(text);
        String inside = new String(bytes, StandardCharsets.ISO_8859_1);
        return inside.startsWith(BEGIN + " ") ? PemBlock.all(inside) : List.of(new PemBlock(type, bytes, ""));
    }

    private static RegoValue webKey(String text) {
        if (text.isEmpty()) {
            throw failed("input PEM data was empty");
        }
        String pem = text.startsWith(BEGIN) ? text : new String(Base64Text.decode(text), StandardCharsets.ISO_8859_1);
        List<PrivateKeys.PrivateKey> keys = keys(pem);
        if (keys.isEmpty()) {
            return RegoNull.NULL;
        }
        RegoValue jwk = keys.getFirst().jwk();
        if (jwk == null) {
            throw failed("no JSON Web Key can be on the key's curve");
        }
        return jwk;
    }

    private static RegoValue privateKeys(String text) {
        return text.isEmpty()
                ? RegoNull.NULL
                : RegoArray.of(
                        keys(text).stream().map(PrivateKeys.PrivateKey::printed).toList());
    }

    private static List<PrivateKeys.PrivateKey> keys(String text) {
        String pem = text;
        try {
            pem = new String(Base64Text.decode(text), StandardCharsets.ISO_8859_1);
        } catch (BuiltinException e) {
            pem = text; // no base64, so it is the PEM text itself
        }
        return PemBlock.all(pem).stream()
                .map(PrivateKeys::read)
                .flatMap(Optional::stream)
                .toList();
    }
}
