package org.wayleave.engine.builtin.x509;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;

/**
 * How a certificate is signed (RFC 5280, section 4.1.1.2): the number that Go prints, and the JDK's name where a chain
 * may rest on it. Signatures by MD5 and SHA-1 are read but never confirmed.
 */
enum SignatureAlgorithm {
    UNKNOWN(0, "", SubjectKey.UNKNOWN, null),
    MD5_RSA(2, "1.2.840.113549.1.1.4", SubjectKey.RSA, null),
    SHA1_RSA(3, "1.2.840.113549.1.1.5", SubjectKey.RSA, null),
    SHA1_RSA_ISO(3, "1.3.14.3.2.29", SubjectKey.RSA, null),
    SHA256_RSA(4, "1.2.840.113549.1.1.11", SubjectKey.RSA, "SHA256withRSA"),
    SHA384_RSA(5, "1.2.840.113549.1.1.12", SubjectKey.RSA, "SHA384withRSA"),
    SHA512_RSA(6, "1.2.840.113549.1.1.13", SubjectKey.RSA, "SHA512withRSA"),
    DSA_SHA1(7, "1.2.840.10040.4.3", SubjectKey.DSA, null),
    DSA_SHA256(8, "2.16.840.1.101.3.4.3.2", SubjectKey.DSA, null),
    ECDSA_SHA1(9, "1.2.840.10045.4.1", SubjectKey.ECDSA, null),
    ECDSA_SHA256(10, "1.2.840.10045.4.3.2", SubjectKey.ECDSA, "SHA256withECDSA"),
    ECDSA_SHA384(11, "1.2.840.10045.4.3.3", SubjectKey.ECDSA, "SHA384withECDSA"),
    ECDSA_SHA512(12, "1.2.840.10045.4.3.4", SubjectKey.ECDSA, "SHA512withECDSA"),
    SHA256_RSA_PSS(13, "", SubjectKey.RSA, "SHA-256"),
    SHA384_RSA_PSS(14, "", SubjectKey.RSA, "SHA-384"),
    SHA512_RSA_PSS(15, "", SubjectKey.RSA, "SHA-512"),
    ED25519(16, "1.3.101.112", SubjectKey.ED25519, "Ed25519");

    private static final String PSS = "1.2.840.113549.1.1.10";
    private static final String MGF1 = "1.2.840.113549.1.1.8";
    private static final int LEAST_RSA_BITS = 1_024;

    private final int number;
    private final String oid;
    private final int keyAlgorithm;
    private final @Nullable String jdkName;

    SignatureAlgorithm(int number, String oid, int keyAlgorithm, @Nullable String jdkName) {
        this.number = number;
        this.oid = oid;
        this.keyAlgorithm = keyAlgorithm;
        this.jdkName = jdkName;
    }

    int number() {
        return number;
    }

    /** The algorithm of an AlgorithmIdentifier's content. */
    static SignatureAlgorithm read(byte[] content) {
        Der identifier = new Der(content);
        String name = identifier.oid("OID").toString();
        byte[] parameters = identifier.isEmpty()
                ? new byte[0]
                : identifier.next("parameters").whole();
        if (name.equals(PSS)) {
            try {
                return pss(new Der(parameters));
            } catch (BuiltinException e) {
                return UNKNOWN; // parameters of a kind that is not used
            }
        }
        SignatureAlgorithm found = Arrays.stream(values())
                .filter(a -> a.oid.equals(name))
                .findFirst()
                .orElse(UNKNOWN);
        return found == ED25519 && parameters.length != 0 ? UNKNOWN : found;
    }

    /** RSASSA-PSS-params (RFC 4055, section 3.1): one digest throughout, and salt as long as it. */
    private static SignatureAlgorithm pss(Der parameters) {
        Der params = parameters.in(Der.SEQUENCE, "PSS parameters");
        String hash = params.in(Der.contextOf(0), "PSS hash")
                .in(Der.SEQUENCE, "PSS hash")
                .oid("PSS hash")
                .toString();
        Der mask = params.in(Der.contextOf(1), "PSS mask").in(Der.SEQUENCE, "PSS mask");
        boolean sameHash = mask.oid("PSS mask").toString().equals(MGF1)
                && mask.in(Der.SEQUENCE, "PSS mask").oid("PSS mask").toString().equals(hash);
        int salt = params.in(Der.contextOf(2), "PSS salt").integer("PSS salt").intValueExact();
        boolean trailer = params.isEmpty()
                || params.in(Der.contextOf(3), "PSS trailer")
                                .integer("PSS trailer")
                                .intValueExact()
                        == 1;
        if (!sameHash || !trailer) {
            return UNKNOWN;
        }
        return switch (hash + "/" + salt) {
            case "2.16.840.1.101.3.4.2.1/32" -> SHA256_RSA_PSS;
            case "2.16.840.1.101.3.4.2.2/48" -> SHA384_RSA_PSS;
            case "2.16.840.1.101.3.4.2.3/64" -> SHA512_RSA_PSS;
            default -> UNKNOWN;
        };
    }

    /** Whether a signature is by the key; false also where the key does not go with the algorithm. */
    boolean confirms(SubjectKey subjectKey, byte[] signed, byte[] signature) {
        PublicKey key = subjectKey.key();
        if (jdkName == null || key == null || subjectKey.algorithm() != keyAlgorithm) {
            return false;
        }
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
            return false;
        }
        if (key instanceof P224PublicKey own) {
            return own.confirms(jdkName, signed, signature);
        }
        try {
            Signature check = signature(jdkName);
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // not of the form of a signature
        }
    }

    private static Signature signature(String name) throws GeneralSecurityException {
        if (!name.startsWith("SHA-")) {
            return Signature.getInstance(name);
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        int salt = Integer.parseInt(name.substring(4)) / 8;
        pss.setParameter(new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name), salt, 1));
        return pss;
    }
}
