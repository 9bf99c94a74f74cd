package exeat.web.kit;

import exeat.config.Config;
import exeat.config.Settings;
import jakarta.inject.Singleton;

/**
 * The address that people use. Requests come through a proxy that terminates TLS, so only the
 * operator can say whether it is https; anybody could forge a request header.
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

    /** Whether the address is https. */
    boolean isSecure() {
        return secure;
    }

    /**
     * A cookie's name; over https it has the prefix that binds it to this host and to encrypted
     * connections.
     */
    String cookie(String name) {
        return secure ? "__Host-" + name : name;
    }
}
