package exeat.web.session;

import exeat.web.kit.Cookies;
import exeat.web.kit.Kept;
import exeat.web.kit.Pages;
import exeat.web.kit.Tokens;
import exeat.web.kit.Visit;

import exeat.desk.base.Session;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What follows when somebody has signed in. */
final class SignedIn {

    private SignedIn() {}

    /** A new session brings a new browser token, so that nobody can have planted the old one. */
    static Response to(Pages pages, Session session, String where) {
        var visit = pages.visit();
        var kept = Kept.of(visit.posted());
        if (!kept.isEmpty()) {
            visit.renew();
            visit.adopt(session);
            return kept.goOn(pages);
        }
        return Response.seeOther(URI.create(where))
                .cookie(Cookies.set(visit, Visit.SESSION, session.token(), Cookies.SESSION))
                .cookie(Cookies.set(visit, Visit.VISIT, Tokens.fresh(), Cookies.SESSION))
                .build();
    }
}
