package exeat.web.admin;

import exeat.casework.value.OfficerId;
import exeat.desk.Office;
import exeat.desk.auth.AccountRole;
import exeat.desk.auth.Administration.NewAccount;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Paragraphs;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Proposing an account for somebody new. */
@Singleton
@Path("/admin/accounts/new")
@RunOnVirtualThread
public final class NewAccountPages {

    private static final int MAX_NAME = 100;

    /**
     * The field's name differs from the sign-in's, because the sign-in restores this form after a
     * session has ended.
     */
    private static final String LOGIN = "new-login";

    private final PageFactory pages;
    private final Office office;

    NewAccountPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response form() {
        pages.request().administrator();
        return form(SubmittedForm.EMPTY, Map.of());
    }

    private Response form(SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var form =
                new FormBuilder(pages.request(), posted, wrong)
                        .text("name", words.say("new-account.name"), "")
                        .text(LOGIN, words.say("officer.login"), words.say("new-account.login"))
                        .select("unit", words.say("officer.unit"), "", units(terms))
                        .radios(
                                "role",
                                words.say("accounts.role"),
                                "",
                                Arrays.stream(AccountRole.values())
                                        .map(role ->
                                                new ChoiceOption(
                                                        role.name(),
                                                        terms.role(role),
                                                        words.say("admin.role." + role + ".hint"),
                                                        role == AccountRole.OFFICER))
                                        .toList())
                        .area(
                                "reason",
                                words.say("account.reason"),
                                words.say("account.reason.hint"));
        return pages.page(words.say("accounts.new"))
                .back("/admin/accounts")
                .add(new Paragraphs(List.of(words.say("new-account.what"))))
                .add(form.to("/admin/accounts/new", words.say("account.propose.button")))
                .errors(form.errors())
                .ok();
    }

    private List<ChoiceOption> units(AdminTexts terms) {
        var options = new ArrayList<ChoiceOption>();
        options.add(new ChoiceOption("", pages.words().say("new-account.unit.choose"), "", true));
        terms.units()
                .forEach(unit -> options.add(ChoiceOption.of(unit.text(), terms.unit(unit), "")));
        return options;
    }

    @POST
    public Response propose() {
        var session = pages.request().administrator();
        var words = pages.words();
        var posted = pages.request().form();
        if (posted.isRestored()) {
            return form(posted, Map.of());
        }
        var wrong = new LinkedHashMap<String, String>();
        var name = posted.value("name");
        if (name.isEmpty() || name.length() > MAX_NAME) {
            wrong.put("name", words.say("new-account.wrong.name"));
        }
        if (login(posted).isEmpty()) {
            wrong.put(LOGIN, words.say("new-account.login"));
        }
        var known = new AdminTexts(office, words).units();
        var unit = posted.oneOf("unit", known.stream().map(AuthorityId::text).toList());
        if (unit.isEmpty()) {
            wrong.put("unit", words.say("admin.refused.NO_SUCH_UNIT"));
        }
        var role =
                posted.oneOf("role", Arrays.stream(AccountRole.values()).map(Enum::name).toList());
        if (role.isEmpty()) {
            wrong.put("role", words.say("account.wrong.what"));
        }
        if (posted.value("reason").isEmpty()) {
            wrong.put("reason", words.say("account.wrong.reason"));
        }
        if (!wrong.isEmpty()) {
            return form(posted, wrong);
        }
        var came =
                office.administration()
                        .propose(
                                session,
                                new NewAccount(
                                        login(posted).orElseThrow(),
                                        name,
                                        new AuthorityId(unit.orElseThrow()),
                                        AccountRole.valueOf(role.orElseThrow()),
                                        posted.value("reason")));
        return came.refused()
                .map(why ->
                        form(
                                posted,
                                Map.of(
                                        switch (why) {
                                            case TAKEN, WAITING -> LOGIN;
                                            case NO_SUCH_UNIT, NOT_THE_ISSUER -> "unit";
                                            case OWN, UNKNOWN, GONE, NO_FACTOR, MANY, BAD_NAME ->
                                                    "name";
                                        },
                                        words.say("admin.refused." + why))))
                .orElseGet(() -> ProposalPages.proposed(pages, came, name));
    }

    /** The login in the form of an officer's id, so that it can be said and typed anywhere. */
    private static Optional<String> login(SubmittedForm posted) {
        var typed = posted.value(LOGIN);
        return typed.length() <= MAX_NAME && typed.matches("[a-z0-9]+([.-][a-z0-9]+)*+")
                ? Optional.of(new OfficerId(typed).text())
                : Optional.empty();
    }
}
