package exeat.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what no page and no resource takes, before a byte of a body is read: unknown methods,
 * bodies where none belongs, and forms in another coding than our pages send. Only one address
 * takes a form with a file, and asks who sends it before the file is read.
 */
@Singleton
public final class BodyGuard {

    /** The one page that a form with a file is sent to. */
    public static final String UPLOADS = "/officer/csv";

    /** This filter's place: after the budgets of an address, before the limits of a size. */
    private static final int ORDER = 930;

    private static final Set<HttpMethod> METHODS =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.OPTIONS,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE);

    private static final String MULTIPART = "multipart/";

    private static final Pattern FORM =
            Pattern.compile("application/x-www-form-urlencoded *(; *charset=\"?utf-8\"?)?");

    private static final Pattern FORM_WITH_FILE =
            Pattern.compile("multipart/form-data *; *boundary=\"?[0-9a-z'()+_,./:=?-]{1,70}\"?");

    void observe(@Observes Filters filters) {
        filters.register(this::guard, ORDER);
    }

    private void guard(RoutingContext context) {
        int refusal = refusal(context);
        if (refusal == 0) {
            context.next();
        } else {
            context.fail(refusal);
        }
    }

    private static int refusal(RoutingContext context) {
        var request = context.request();
        var method = request.method();
        if (!METHODS.contains(method)) {
            return 405;
        }
        var path = context.normalizedPath();
        var type = type(request.getHeader("Content-Type"));
        if (ProblemMapper.isOurs(path)) {
            return type.startsWith(MULTIPART) || FORM.matcher(type).matches() ? 415 : 0;
        }
        if (!method.equals(HttpMethod.POST)) {
            return hasBody(context) ? 400 : 0;
        }
        var taken = path.equals(UPLOADS) ? FORM_WITH_FILE : FORM;
        return !taken.matcher(type).matches() && hasBody(context) ? 415 : 0;
    }

    private static String type(@Nullable String header) {
        return header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean hasBody(RoutingContext context) {
        var headers = context.request().headers();
        var length = headers.get("Content-Length");
        return headers.contains("Transfer-Encoding") || (length != null && !length.equals("0"));
    }
}
