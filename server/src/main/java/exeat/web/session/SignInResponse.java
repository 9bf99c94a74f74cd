package exeat.web.session;

import exeat.desk.auth.SignInOrigin;
import exeat.desk.base.Session;
import exeat.web.kit.Cookies;
import exeat.web.kit.PageFactory;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SavedForm;
import exeat.web.kit.SecureTokens;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The response after somebody has signed in. */
final class SignInResponse {

    private static final Duration KNOWN = Duration.ofDays(180);
    private static final int NAMES = 5;

    private SignInResponse() {}

    /** The browser is known for the last few names that signed in with it. */
    private static NewCookie known(RequestContext visit, String device) {
        var before = visit.origin().device();
        var marks =
                Stream.concat(
                                Stream.of(device),
                                Arrays.stream(before.split(SignInOrigin.BETWEEN))
                                        .filter(mark -> mark.matches("[0-9a-f.]{1,200}")))
                        .limit(NAMES)
                        .collect(Collectors.joining(SignInOrigin.BETWEEN));
        return Cookies.set(visit, RequestContext.DEVICE_COOKIE, marks, KNOWN);
    }

    /** A new session gets a new browser token, in case somebody planted the old one. */
    static Response to(PageFactory pages, Session session, String where, String device) {
        var visit = pages.request();
        var kept = SavedForm.of(visit.form());
        var typed = kept.open(visit, session);
        if (typed.isPresent()) {
            visit.renewBrowserToken();
            visit.beginSession(session);
            return Response.fromResponse(typed.get().resume(pages))
                    .cookie(known(visit, device))
                    .cookie(Cookies.clear(visit, RequestContext.DRAFT_COOKIE))
                    .build();
        }
        return Response.seeOther(URI.create(where))
                .cookie(known(visit, device))
                .cookie(Cookies.clear(visit, RequestContext.DRAFT_COOKIE))
                .cookie(
                        Cookies.set(
                                visit,
                                RequestContext.SESSION_COOKIE,
                                session.token(),
                                Cookies.UNTIL_BROWSER_CLOSES))
                .cookie(
                        Cookies.set(
                                visit,
                                RequestContext.BROWSER_COOKIE,
                                SecureTokens.fresh(),
                                Cookies.UNTIL_BROWSER_CLOSES))
                .build();
    }
}
