package exeat.web.session;

import exeat.web.kit.Kept;
import exeat.web.kit.Pages;
import exeat.web.kit.SignInFirst;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends whoever must sign in first to the page that fits, along with what they had typed. */
@Singleton
public final class SignInRedirect {

    private final Pages pages;
    private final OfficerSignInPages officers;

    SignInRedirect(Pages pages, OfficerSignInPages officers) {
        this.pages = pages;
        this.officers = officers;
    }

    @ServerExceptionMapper
    public Response signIn(SignInFirst first) {
        var kept = Kept.under(pages.visit().path(), pages.visit().posted());
        if (!kept.isEmpty()) {
            return first.isOfficers()
                    ? officers.officerForm(kept, Map.of())
                    : SignInPages.partyForm(pages, kept, Map.of());
        }
        return Response.seeOther(URI.create(first.where())).build();
    }
}
