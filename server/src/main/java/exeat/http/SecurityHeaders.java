package exeat.http;

import exeat.config.Config;
import exeat.config.Settings;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.Map;

/** The headers of every answer: of the pages, of the API, and of refusals. */
public final class SecurityHeaders {

    private static final Map<String, String> ALL =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                            + " form-action 'self';"
                            + " base-uri 'none'; frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "no-referrer",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "Permissions-Policy",
                    "camera=(), geolocation=(), microphone=(), browsing-topics=()",
                    "Cache-Control",
                    "no-store");

    /** For a year, browsers ask this host and its subdomains over https only. */
    private static final String HTTPS_ALONE = "max-age=31536000; includeSubDomains";

    private SecurityHeaders() {}

    /** Adds them to an answer. */
    public static void put(HttpServerResponse response, boolean secure, boolean training) {
        of(secure, training).forEach(response::putHeader);
    }

    /**
     * All of them, by name.
     *
     * @param secure whether people reach this server over https
     * @param training whether nothing here is real
     */
    public static Map<String, String> of(boolean secure, boolean training) {
        var headers = new HashMap<>(ALL);
        if (training) {
            headers.put(TrainingMode.HEADER, TrainingMode.SAYS);
        }
        if (secure) {
            headers.put("Strict-Transport-Security", HTTPS_ALONE);
        }
        return Map.copyOf(headers);
    }

    /** Whether people reach this server over https. */
    public static boolean isSecure(Config config) {
        return config.given(Settings.PUBLIC_URL)
                .filter(address -> address.startsWith("https://"))
                .isPresent();
    }
}
