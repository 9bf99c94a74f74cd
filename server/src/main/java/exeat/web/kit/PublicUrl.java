package exeat.web.kit;

import exeat.config.Config;
import exeat.config.Settings;
import jakarta.inject.Singleton;

/**
 * The address that people use. Requests come from a proxy that ends their encryption, so only who
 * runs the server can say whether it is https; a request's own header could be anybody's.
 */
@Singleton
public class PublicUrl {

    private final boolean secure;

    PublicUrl(Config config) {
        this.secure =
                config.given(Settings.PUBLIC_URL)
                        .filter(address -> address.startsWith("https://"))
                        .isPresent();
    }

    /** Whether all of it is encrypted on the way. */
    boolean isSecure() {
        return secure;
    }

    /**
     * A cookie's name: over https with the prefix that binds it to this host, whole and encrypted.
     */
    String cookie(String name) {
        return secure ? "__Host-" + name : name;
    }
}
