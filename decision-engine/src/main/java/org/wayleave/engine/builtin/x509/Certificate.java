package org.wayleave.engine.builtin.x509;

import static org.wayleave.engine.builtin.BuiltinException.failed;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;
import org.wayleave.engine.value.RegoArray;
import org.wayleave.engine.value.RegoBoolean;
import org.wayleave.engine.value.RegoNull;
import org.wayleave.engine.value.RegoObject;
import org.wayleave.engine.value.RegoString;
import org.wayleave.engine.value.RegoValue;

/** A certificate (RFC 5280), with the fields that Go's {@code crypto/x509} reads and prints. */
public final class Certificate {
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;

    /** A year of two digits from here on is of the last century. */
    private static final int CENTURY_PIVOT = 50;

    private final byte[] raw;
    private final byte[] signedPart;
    private final byte[] keyInfo;
    private final byte[] rawSubject;
    private final byte[] rawIssuer;
    private final byte[] signature;
    private final SignatureAlgorithm signatureAlgorithm;
    private final SubjectKey key;
    private final int version;
    private final BigInteger serial;
    private final DistinguishedName issuer;
    private final DistinguishedName subject;
    private final Instant notBefore;
    private final Instant notAfter;
    private final CertificateExtensions extensions;

    private Certificate(byte[] raw) {
        this.raw = raw;
        Der outer = new Der(raw).in(Der.SEQUENCE, "certificate");
        Der.Element tbs = outer.next(Der.SEQUENCE, "tbs certificate");
        this.signedPart = tbs.whole();
        Der der = new Der(tbs.content());
        BigInteger encodedVersion =
                der.has(Der.contextOf(0)) ? der.in(Der.contextOf(0), "version").integer("version") : BigInteger.ZERO;
        if (encodedVersion.signum() < 0 || encodedVersion.compareTo(BigInteger.TWO) > 0) {
            throw failed("x509: invalid version");
        }
        this.version = encodedVersion.intValue() + 1;
        this.serial = der.integer("serial number");
        if (serial.signum() < 0) {
            throw failed("x509: negative serial number");
        }
        byte[] algorithm = der.content(Der.SEQUENCE, "signature algorithm identifier");
        if (!Arrays.equals(algorithm, outer.content(Der.SEQUENCE, "algorithm identifier"))) {
            throw failed("x509: inner and outer signature algorithm identifiers don't match");
        }
        this.signatureAlgorithm = SignatureAlgorithm.read(algorithm);
        this.rawIssuer = der.next(Der.SEQUENCE, "issuer").whole();
        this.issuer = DistinguishedName.read(rawIssuer);
        Der validity = der.in(Der.SEQUENCE, "validity");
        this.notBefore = time(validity);
        this.notAfter = time(validity);
        this.rawSubject = der.next(Der.SEQUENCE, "subject").whole();
        this.subject = DistinguishedName.read(rawSubject);
        this.keyInfo = der.next(Der.SEQUENCE, "spki").whole();
        this.key = SubjectKey.read(keyInfo);
        this.extensions = extensions(der);
        this.signature = outer.bits("signature");
    }

    private CertificateExtensions extensions(Der der) {
        for (int unique = 1; unique <= 2; unique++) {
            if (version > 1 && der.has(Der.context(unique))) {
                der.next("unique ID");
            }
        }
        return version == 3 && der.has(Der.contextOf(3))
                ? CertificateExtensions.read(
                        der.in(Der.contextOf(3), "extensions").in(Der.SEQUENCE, "extensions"))
                : new CertificateExtensions();
    }

    /**
     * The certificates that stand one after another in DER.
     *
     * @throws BuiltinException when one cannot be read
     */
    public static List<Certificate> read(byte[] der) {
        List<Certificate> result = new ArrayList<>();
        Der all = new Der(der);
        while (!all.isEmpty()) {
            result.add(new Certificate(all.next(Der.SEQUENCE, "certificate").whole()));
        }
        return result;
    }

    private static Instant time(Der der) {
        boolean isShort = der.has(UTC_TIME);
        if (!isShort && !der.has(GENERALIZED_TIME)) {
            throw failed("x509: unsupported time format");
        }
        String text = new String(der.next("time").content(), StandardCharsets.US_ASCII);
        if (!text.matches(isShort ? "[0-9]{10}([0-9]{2})?Z" : "[0-9]{14}Z")) {
            throw failed("x509: malformed " + (isShort ? "UTCTime" : "GeneralizedTime"));
        }
        int year = Integer.parseInt(text.substring(0, isShort ? 2 : 4));
        if (isShort) {
            year += year < CENTURY_PIVOT ? 2_000 : 1_900;
            text = "00" + text;
        }
        try {
            return OffsetDateTime.of(
                            year,
                            part(text, 4),
                            part(text, 6),
                            part(text, 8),
                            part(text, 10),
                            text.length() > 13 ? part(text, 12) : 0,
                            0,
                            ZoneOffset.UTC)
                    .toInstant();
        } catch (DateTimeException e) {
            throw failed("x509: malformed " + (isShort ? "UTCTime" : "GeneralizedTime"));
        }
    }

    private static int part(String text, int from) {
        return Integer.parseInt(text.substring(from, from + 2));
    }

    byte[] raw() {
        return raw;
    }

    SubjectKey key() {
        return key;
    }

    CertificateExtensions extensions() {
        return extensions;
    }

    boolean isValidAt(Instant time) {
        return !time.isBefore(notBefore) && !time.isAfter(notAfter);
    }

    boolean names(Certificate parent) {
        return Arrays.equals(rawIssuer, parent.rawSubject);
    }

    /** Whether subject, key and alternative names are the same. */
    boolean isFor(Certificate other) {
        return Arrays.equals(rawSubject, other.rawSubject)
                && Arrays.equals(keyInfo, other.keyInfo)
                && Arrays.equals(alternativeNames(), other.alternativeNames());
    }

    private byte @Nullable [] alternativeNames() {
        return extensions.all.stream()
                .filter(e -> e.id().toString().equals("2.5.29.17"))
                .map(CertificateExtensions.Extension::value)
                .findFirst()
                .orElse(null);
    }

    /** Whether the parent may sign certificates and did sign this one. */
    boolean isSignedBy(Certificate parent) {
        CertificateExtensions theirs = parent.extensions;
        boolean maySign = theirs.hasBasicConstraints ? theirs.isAuthority : parent.version != 3;
        boolean usage =
                theirs.keyUsage == 0 || (theirs.keyUsage & CertificateExtensions.KEY_USAGE_SIGNS_CERTIFICATES) != 0;
        return maySign && usage && signatureAlgorithm.confirms(parent.key, signedPart, signature);
    }

    /**
     * The certificate as Go prints it.
     *
     * @param withUriStrings whether the URIs also stand as strings, which OPA adds in some of its functions
     */
    public RegoValue printed(boolean withUriStrings) {
        CertificateExtensions x = extensions;
        RegoObject.Builder out = RegoObject.builder()
                .put("Raw", GoValues.bytes(raw))
                .put("RawTBSCertificate", GoValues.bytes(signedPart))
                .put("RawSubjectPublicKeyInfo", GoValues.bytes(keyInfo))
                .put("RawSubject", GoValues.bytes(rawSubject))
                .put("RawIssuer", GoValues.bytes(rawIssuer))
                .put("Signature", GoValues.bytes(signature))
                .put("SignatureAlgorithm", GoValues.number(signatureAlgorithm.number()))
                .put("PublicKeyAlgorithm", GoValues.number(key.algorithm()))
                .put("PublicKey", key.printed())
                .put("Version", GoValues.number(version))
                .put("SerialNumber", GoValues.number(serial))
                .put("Issuer", issuer.printed())
                .put("Subject", subject.printed())
                .put("NotBefore", printed(notBefore))
                .put("NotAfter", printed(notAfter))
                .put("KeyUsage", GoValues.number(x.keyUsage))
                .put(
                        "Extensions",
                        GoValues.list(x.all.stream()
                                .map(CertificateExtensions.Extension::printed)
                                .toList()))
                .put("ExtraExtensions", RegoNull.NULL)
                .put("UnhandledCriticalExtensions", GoValues.oids(x.unhandledCritical))
                .put(
                        "ExtKeyUsage",
                        GoValues.list(x.purposes.stream().map(GoValues::number).toList()))
                .put("UnknownExtKeyUsage", GoValues.oids(x.unknownPurposes))
                .put("BasicConstraintsValid", RegoBoolean.of(x.hasBasicConstraints))
                .put("IsCA", RegoBoolean.of(x.isAuthority))
                .put("MaxPathLen", GoValues.number(x.pathLength))
                .put("MaxPathLenZero", RegoBoolean.of(x.hasBasicConstraints && x.pathLength == 0))
                .put("SubjectKeyId", GoValues.bytes(x.subjectKeyId))
                .put("AuthorityKeyId", GoValues.bytes(x.authorityKeyId))
                .put("OCSPServer", GoValues.strings(x.ocspServers))
                .put("IssuingCertificateURL", GoValues.strings(x.issuerUrls))
                .put("CRLDistributionPoints", GoValues.strings(x.revocationLists));
        x.names.print(out);
        (x.nameConstraints == null
                        ? new NameConstraints(false, new NameConstraints.Names(), new NameConstraints.Names(), true)
                        : x.nameConstraints)
                .print(out);
        printPolicies(out);
        if (withUriStrings) {
            out.put(
                    "URIStrings",
                    GoValues.strings(
                            x.names.uris().stream().map(CertificateUri::text).toList()));
        }
        return out.build();
    }

    private void printPolicies(RegoObject.Builder out) {
        CertificateExtensions x = extensions;
        List<Der.Oid> policies = x.policies;
        out.put("PolicyMappings", GoValues.list(x.policyMappings));
        if (policies == null) {
            out.put("PolicyIdentifiers", RegoNull.NULL).put("Policies", RegoNull.NULL);
        } else {
            out.put(
                    "PolicyIdentifiers",
                    RegoArray.of(policies.stream().map(GoValues::oid).toList()));
            out.put(
                    "Policies",
                    GoValues.strings(policies.stream().map(Der.Oid::toString).toList()));
        }
        printCount(out, "InhibitAnyPolicy", x.inhibitAnyPolicy);
        printCount(out, "InhibitPolicyMapping", x.inhibitPolicyMapping);
        printCount(out, "RequireExplicitPolicy", x.requireExplicitPolicy);
    }

    private static void printCount(RegoObject.Builder out, String name, @Nullable BigInteger count) {
        out.put(name, GoValues.number(count == null ? BigInteger.ZERO : count));
        out.put(name + "Zero", RegoBoolean.of(count != null && count.signum() == 0));
    }

    private static RegoValue printed(Instant time) {
        return RegoString.of(DateTimeFormatter.ISO_INSTANT.format(time));
    }
}
