package exeat.web.kit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** What every request passes: a form needs its token, and every answer gets its headers. */
@Singleton
public final class SecurityFilter {

    static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';"
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

    private static final int FIRST = 1000;

    /** For a year, this host and what lies below it are asked for over https alone. */
    private static final String HTTPS_ALONE = "max-age=31536000; includeSubDomains";

    private final RequestContext visit;
    private final PublicUrl address;

    SecurityFilter(RequestContext visit, PublicUrl address) {
        this.visit = visit;
        this.address = address;
    }

    void headers(@Observes Filters filters) {
        filters.register(
                request -> {
                    HEADERS.forEach(request.response()::putHeader);
                    if (address.isSecure()) {
                        request.response().putHeader("Strict-Transport-Security", HTTPS_ALONE);
                    }
                    request.next();
                },
                FIRST);
    }

    /** Takes the form of a page; one without the token of this very session is forbidden. */
    @ServerRequestFilter
    @WithFormRead
    public void form(ResteasyReactiveContainerRequestContext context) {
        boolean page = !context.getUriInfo().getPath().startsWith("/api/");
        if (page && context.getMethod().equals("POST")) {
            var server = (ResteasyReactiveRequestContext) context.getServerRequestContext();
            if (!visit.takes(posted(server.getFormData()))) {
                throw new ForbiddenException("the form has no token of this session");
            }
            visit.act();
        }
    }

    private static SubmittedForm posted(@org.jspecify.annotations.Nullable FormData form) {
        if (form == null) {
            return SubmittedForm.EMPTY;
        }
        var fields = new HashMap<String, List<String>>();
        for (var name : form) {
            // A part without a name, which no page of ours sends.
            if (name == null) {
                continue;
            }
            fields.put(
                    name,
                    form.get(name).stream()
                            .filter(value -> !value.isFileItem())
                            .map(FormValue::getValue)
                            .toList());
        }
        return new SubmittedForm(fields);
    }
}
