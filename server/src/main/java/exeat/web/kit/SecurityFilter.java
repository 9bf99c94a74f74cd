package exeat.web.kit;

import exeat.desk.Office;
import exeat.http.SecurityHeaders;
import exeat.http.TrainingMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/** What every request passes: a form needs its token, and every answer gets its headers. */
@Singleton
public final class SecurityFilter {

    private static final int FIRST = 1000;

    /**
     * The values with which a browser says that a page of this site, or the person, sent a request;
     * other values mean another site.
     */
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final RequestContext visit;
    private final PublicUrl address;
    private final Instance<Office> office;
    private final TrainingMode training;

    SecurityFilter(
            RequestContext visit,
            PublicUrl address,
            Instance<Office> office,
            TrainingMode training) {
        this.training = training;
        this.office = office;
        this.visit = visit;
        this.address = address;
    }

    void headers(@Observes Filters filters) {
        filters.register(
                request -> {
                    SecurityHeaders.put(request.response(), address.isSecure(), training.isOn());
                    request.next();
                },
                FIRST);
    }

    /**
     * Asks who sends a file before it is read: an officer, from a page of ours, with room left. Its
     * token is checked with the rest of the form.
     */
    @TakesFile
    @ServerRequestFilter
    public void file(ResteasyReactiveContainerRequestContext context) {
        var session = visit.officer();
        var from = context.getHeaderString("Sec-Fetch-Site");
        if (from != null && !OWN_SITE.contains(from)) {
            throw new ForbiddenException("a page of another site sends a file");
        }
        office.get().diskQuota().requireRoom(Math.max(0, context.getLength()));
        office.get().budgets().requireUpload(session, Math.max(0, context.getLength()));
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
            if (!visit.form().tooLong().isEmpty()) {
                throw new TextTooLongException();
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
        return SubmittedForm.sent(fields);
    }
}
