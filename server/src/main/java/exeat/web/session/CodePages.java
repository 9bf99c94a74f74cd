package exeat.web.session;

import exeat.desk.Office;
import exeat.desk.auth.AccountCodes.Used;
import exeat.desk.auth.SecondFactor;
import exeat.web.component.BulletList;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.SecretBox;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages for somebody who was handed a code by two administrators: they choose a password, or
 * get another second factor.
 */
@Singleton
@Path("/officer/code")
@RunOnVirtualThread
public final class CodePages {

    private static final String PASSWORD = "/officer/code/password";
    private static final String FACTOR = "/officer/code/second-factor";

    private final PageFactory pages;
    private final Office office;

    CodePages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    @Path("password")
    public Response password() {
        return passwordForm(SubmittedForm.EMPTY, Map.of());
    }

    private Response passwordForm(SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), posted, wrong)
                        .text("login", words.say("officer.login"), "")
                        .oneTimeCode("code", words.say("code.code"), words.say("code.code.hint"))
                        .newPassword(
                                "after", words.say("password.after"), words.say("password.rule"))
                        .newPassword("again", words.say("password.again"), "");
        return pages.page(words.say("code.password"))
                .back("/officer")
                .add(new Paragraphs(List.of(words.say("code.password.what"))))
                .add(form.to(PASSWORD, words.say("code.password")))
                .add(new LinkList(List.of(new Link(words.say("code.factor"), FACTOR))))
                .errors(form.errors())
                .ok();
    }

    @POST
    @Path("password")
    public Response choosePassword() {
        var posted = pages.request().form();
        var words = pages.words();
        var wrong = empty(posted, "login", "code", "after");
        if (!posted.value("after").equals(posted.value("again"))) {
            wrong.put("again", words.say("password.differs"));
        }
        if (!wrong.isEmpty()) {
            return passwordForm(posted, wrong);
        }
        var used =
                office.authentication()
                        .codes()
                        .choosePassword(
                                posted.value("login"),
                                posted.value("code"),
                                posted.value("after"),
                                pages.request().origin());
        return switch (used) {
            case Used.Done(var factor) -> done("password.changed", factor);
            case Used.Wrong _ -> passwordForm(posted, Map.of("code", words.say("code.wrong")));
            case Used.Weak _ -> passwordForm(posted, Map.of("after", words.say("password.rule")));
            case Used.TooOften(var pause) -> passwordForm(posted, tooOften(pause));
        };
    }

    /** Says nothing of the code: it was not looked at. */
    private Map<String, String> tooOften(Duration pause) {
        return Map.of(
                "code",
                pages.words()
                        .say("code.too-often", Math.max(1, pause.plusSeconds(59).toMinutes())));
    }

    private Map<String, String> empty(SubmittedForm posted, String... fields) {
        var wrong = new LinkedHashMap<String, String>();
        for (var field : fields) {
            if (posted.value(field).isEmpty()) {
                wrong.put(field, pages.words().say("wrong.empty"));
            }
        }
        return wrong;
    }

    @GET
    @Path("second-factor")
    public Response factor() {
        return factorForm(SubmittedForm.EMPTY, Map.of());
    }

    private Response factorForm(SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), posted, wrong)
                        .text("login", words.say("officer.login"), "")
                        .password("password", words.say("officer.password"), "")
                        .oneTimeCode("code", words.say("code.code"), words.say("code.code.hint"));
        return pages.page(words.say("code.factor"))
                .back("/officer")
                .add(new Paragraphs(List.of(words.say("code.factor.what"))))
                .add(form.to(FACTOR, words.say("code.factor")))
                .add(new LinkList(List.of(new Link(words.say("code.password"), PASSWORD))))
                .errors(form.errors())
                .ok();
    }

    @POST
    @Path("second-factor")
    public Response newFactor() {
        var posted = pages.request().form();
        var words = pages.words();
        var wrong = empty(posted, "login", "password", "code");
        if (!wrong.isEmpty()) {
            return factorForm(posted, wrong);
        }
        var used =
                office.authentication()
                        .codes()
                        .newFactor(
                                posted.value("login"),
                                posted.value("code"),
                                posted.value("password"),
                                pages.request().origin());
        return switch (used) {
            case Used.Done(var factor) -> done("code.factor.done", factor);
            case Used.Wrong _, Used.Weak _ ->
                    factorForm(posted, Map.of("code", words.say("code.factor.wrong")));
            case Used.TooOften(var pause) -> factorForm(posted, tooOften(pause));
        };
    }

    private Response done(String title, Optional<SecondFactor.Enrolment> factor) {
        var words = pages.words();
        var sheet = pages.page(words.say(title));
        factor.ifPresent(given -> show(sheet, given));
        return sheet.add(new LinkList(List.of(new Link(words.say("code.sign-in"), "/officer"))))
                .ok();
    }

    private void show(Page sheet, SecondFactor.Enrolment given) {
        var words = pages.words();
        sheet.add(new Paragraphs(List.of(words.say("code.device"))))
                .add(
                        new SecretBox(
                                words.say("code.device.secret"),
                                given.secret(),
                                words.say("code.device.note")))
                .add(new Heading(2, words.say("code.backup"), "backup"))
                .add(new Paragraphs(List.of(words.say("code.backup.what"))))
                .add(new BulletList(given.recovery()));
    }
}
