package exeat.web.session;

import exeat.desk.Office;
import exeat.web.component.Paragraphs;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Officers and auditors change their own password; they must know the old one. */
@Singleton
@Path("/officer/password")
@RunOnVirtualThread
public final class PasswordPages {

    private final PageFactory pages;
    private final Office office;

    PasswordPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response show() {
        pages.request().staff();
        return form(Map.of());
    }

    private Response form(Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), SubmittedForm.EMPTY, wrong)
                        .text("login", words.say("officer.login"), "")
                        .password("before", words.say("password.before"), "")
                        .newPassword(
                                "after", words.say("password.after"), words.say("password.rule"))
                        .newPassword("again", words.say("password.again"), "");
        return pages.page(words.say("password.title"))
                .back(back())
                .add(new Paragraphs(List.of(words.say("password.what"))))
                .add(form.to("/officer/password", words.say("password.button")))
                .errors(form.errors())
                .ok();
    }

    /** Officers come from among their other pages; others from where their work begins. */
    private String back() {
        return pages.request().isOfficer() ? "/officer/queue" : pages.request().home();
    }

    @POST
    public Response change() {
        var session = pages.request().staff();
        var words = pages.words();
        var posted = pages.request().form();
        Map<String, String> wrong = new LinkedHashMap<>();
        for (var field : List.of("login", "before", "after")) {
            if (posted.value(field).isEmpty()) {
                wrong.put(field, words.say("wrong.empty"));
            }
        }
        if (!posted.value("after").equals(posted.value("again"))) {
            wrong.put("again", words.say("password.differs"));
        }
        if (!wrong.isEmpty()) {
            return form(wrong);
        }
        var came =
                office.authentication()
                        .changePassword(
                                session,
                                posted.value("login"),
                                posted.value("before"),
                                posted.value("after"),
                                pages.request().origin());
        return switch (came) {
            case CHANGED ->
                    pages.page(words.say("password.changed"))
                            .back(back())
                            .add(new Paragraphs(List.of(words.say("password.changed.what"))))
                            .ok();
            case WRONG -> form(Map.of("before", words.say("wrong.sign-in")));
            case WEAK -> form(Map.of("after", words.say("password.rule")));
        };
    }
}
