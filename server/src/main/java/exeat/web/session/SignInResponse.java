package exeat.web.session;

import exeat.desk.base.Session;
import exeat.web.kit.Cookies;
import exeat.web.kit.PageFactory;
import exeat.web.kit.RequestContext;
import exeat.web.kit.SavedForm;
import exeat.web.kit.SecureTokens;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What follows when somebody has signed in. */
final class SignInResponse {

    private SignInResponse() {}

    /** A new session brings a new browser token, so that nobody can have planted the old one. */
    static Response to(PageFactory pages, Session session, String where) {
        var visit = pages.request();
        var kept = SavedForm.of(visit.form());
        if (!kept.isEmpty()) {
            visit.renewBrowserToken();
            visit.beginSession(session);
            return kept.resume(pages);
        }
        return Response.seeOther(URI.create(where))
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
