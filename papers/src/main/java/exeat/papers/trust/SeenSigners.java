package exeat.papers.trust;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which certificates a key has signed. A post meets the same signer in paper after paper,
 * and to check its certificate costs as much as to check the paper. What is remembered is true for
 * ever: whether a signer is trusted, withdrawn or expired is asked each time. Only signers of an
 * authority that somebody trusted get in.
 */
final class SeenSigners {

    private static final int MAX_SIGNERS = 64;

    private record Signed(X509Certificate certificate, PublicKey by) {}

    // Owned by this object's lock.
    private final Map<Signed, Boolean> seen =
            new LinkedHashMap<>(MAX_SIGNERS, 1, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Signed, Boolean> eldest) {
                    return size() > MAX_SIGNERS;
                }
            };

    boolean isSigned(X509Certificate certificate, PublicKey by) {
        var pair = new Signed(certificate, by);
        synchronized (this) {
            if (seen.containsKey(pair)) {
                return true;
            }
        }
        boolean is = Certificates.isSignedBy(certificate, by);
        if (is) {
            synchronized (this) {
                seen.put(pair, true);
            }
        }
        return is;
    }
}
