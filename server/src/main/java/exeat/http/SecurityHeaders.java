package exeat.http;

import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/**
 * The headers that every answer carries, whoever writes it: the pages, the interface, a refusal.
 */
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

    /** For a year, this host and what lies below it are asked for over https alone. */
    private static final String HTTPS_ALONE = "max-age=31536000; includeSubDomains";

    private SecurityHeaders() {}

    /**
     * Adds them to an answer.
     *
     * @param secure whether people reach this server over https
     * @param training whether nothing here is real
     */
    public static void put(HttpServerResponse response, boolean secure, boolean training) {
        if (training) {
            response.putHeader(TrainingMode.HEADER, TrainingMode.SAYS);
        }
        ALL.forEach(response::putHeader);
        if (secure) {
            response.putHeader("Strict-Transport-Security", HTTPS_ALONE);
        }
    }
}
