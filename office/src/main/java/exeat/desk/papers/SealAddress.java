package exeat.desk.papers;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.store.key.Keys;
import exeat.store.key.SealKeys;

/**
 * The address under which the lists of revoked papers are published. It is sealed in every paper,
 * so the first one stays, in the file {@code seal.address} of the keys.
 */
final class SealAddress {

    private static final String HTTPS = "https://";

    /** The address of an office without one: a name that nobody can ever have. */
    private static final String NOWHERE = HTTPS + "exeat.invalid";

    private SealAddress() {}

    static String of(Keys keys, Config config) {
        var url = config.text(Settings.PUBLIC_URL).replaceAll("/+$", "");
        return SealKeys.address(keys, url.startsWith(HTTPS) ? url : NOWHERE);
    }

    /** The address of one list, which is also its name. */
    static String of(String address, String list) {
        return address + "/seal/status/" + list;
    }
}
