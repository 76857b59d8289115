package org.wayleave.engine.builtin.x509;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import org.jspecify.annotations.Nullable;
import org.wayleave.engine.builtin.BuiltinException;

/** A public key on the curve P-224, which the JDK does not verify with. */
@SuppressWarnings("serial") // never written out
final class P224PublicKey implements PublicKey {
    private static final long serialVersionUID = 1L;

    private final transient ECPoint point;

    P224PublicKey(ECPoint point) {
        this.point = point;
    }

    /** Whether a signature, the two numbers in DER, is by this key; {@code name} is the JDK's for the algorithm. */
    boolean confirms(String name, byte[] signed, byte[] signature) {
        try {
            Der numbers = new Der(signature).in(Der.SEQUENCE, "ECDSA signature");
            BigInteger r = numbers.integer("ECDSA signature");
            BigInteger s = numbers.integer("ECDSA signature");
            String digest = "SHA-" + name.substring(3, name.indexOf("with"));
            return numbers.isEmpty()
                    && NamedCurve.P224.confirms(
                            point, MessageDigest.getInstance(digest).digest(signed), r, s);
        } catch (BuiltinException e) {
            return false; // not of the form of a signature
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java does not compute the digest of " + name + ".", e);
        }
    }

    @Override
    public String getAlgorithm() {
        return "EC";
    }

    @Override
    public @Nullable String getFormat() {
        return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
        return null;
    }
}
