package exeat.web.kit;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.http.TrainingMode;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The address that people use. Requests come through a proxy that terminates TLS, so only the
 * operator can say whether it is https; anybody could forge a request header.
 */
@Singleton
public class PublicUrl {

    private final Optional<String> given;
    private final boolean secure;
    private final TrainingMode training;

    PublicUrl(Config config, TrainingMode training) {
        this.training = training;
        this.given = config.given(Settings.PUBLIC_URL);
        this.secure = given.filter(address -> address.startsWith("https://")).isPresent();
    }

    /** The address, if the settings name it. */
    public Optional<String> given() {
        return given;
    }

    /** Whether the address is https. */
    boolean isSecure() {
        return secure;
    }

    /**
     * A cookie's name; over https it has the prefix that binds it to this host and to encrypted
     * connections. Browsers send a host's cookies to every port of it, so the names also keep the
     * sessions of an office and of a training on one host apart.
     */
    String cookie(String name) {
        var own = training.isOn() ? "training-" + name : name;
        return secure ? "__Host-" + own : own;
    }
}
