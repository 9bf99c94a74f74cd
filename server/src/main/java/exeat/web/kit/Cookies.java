package exeat.web.kit;

import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;

/** Our cookies, which are not sent to other sites and cannot be read by scripts. */
public final class Cookies {

    /** A cookie that lasts as long as the browser is open. */
    public static final Duration UNTIL_BROWSER_CLOSES = Duration.ofSeconds(-1);

    private Cookies() {}

    public static NewCookie set(RequestContext visit, String name, String value, Duration age) {
        return new NewCookie.Builder(visit.address().cookie(name))
                .value(value)
                .path("/")
                .maxAge((int) age.toSeconds())
                .httpOnly(true)
                .secure(visit.address().isSecure())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    public static NewCookie clear(RequestContext visit, String name) {
        return set(visit, name, "", Duration.ZERO);
    }
}
