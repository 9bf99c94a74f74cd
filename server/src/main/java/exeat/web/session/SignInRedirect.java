package exeat.web.session;

import exeat.web.kit.PageFactory;
import exeat.web.kit.SavedForm;
import exeat.web.kit.SignInRequiredException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Sends a user who must sign in first to the right page, and keeps what they typed. */
@Singleton
public final class SignInRedirect {

    private final PageFactory pages;
    private final OfficerSignInPages officers;

    SignInRedirect(PageFactory pages, OfficerSignInPages officers) {
        this.pages = pages;
        this.officers = officers;
    }

    @ServerExceptionMapper
    public Response signIn(SignInRequiredException first) {
        var kept = SavedForm.under(pages.request());
        if (!kept.isEmpty()) {
            return first.isOfficers()
                    ? officers.officerForm(kept, Map.of())
                    : SignInPages.partyForm(pages, kept, Map.of());
        }
        return Response.seeOther(URI.create(first.where())).build();
    }
}
