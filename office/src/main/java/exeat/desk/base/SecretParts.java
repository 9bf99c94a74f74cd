package exeat.desk.base;

import exeat.store.Bytes;

/** A secret in two parts, each handed over by a different officer. */
public final class SecretParts {

    private SecretParts() {}

    /**
     * How the whole is stored.
     *
     * @param first keyed, of the first part
     * @param second keyed, of the other one
     */
    public static Bytes hash(Bytes first, Bytes second) {
        return Bytes.utf8(first.base64() + " " + second.base64()).sha256();
    }
}
