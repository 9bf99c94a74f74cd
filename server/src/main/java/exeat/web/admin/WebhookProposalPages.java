package exeat.web.admin;

import exeat.desk.Office;
import exeat.desk.auth.Administration;
import exeat.desk.auth.ProposalState;
import exeat.desk.base.Session;
import exeat.desk.webhook.WebhookAdministration.Proposal;
import exeat.desk.webhook.WebhookAdministration.What;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One proposed change of a webhook: agreeing to it, declining or withdrawing it. */
@Singleton
@Path("/admin/webhooks/proposals")
@RunOnVirtualThread
public final class WebhookProposalPages {

    static final String HOME = WebhookPages.HOME + "/proposals";

    private static final String ID = "{id: [0-9]{1,15}}";

    private final PageFactory pages;
    private final Office office;

    WebhookProposalPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    @Path(ID)
    public Response one(long id) {
        return show(id, Map.of());
    }

    private Proposal found(Session session, long id) {
        return office.webhooks()
                .administration()
                .proposal(session, id)
                .orElseThrow(NotFoundException::new);
    }

    private WebhookTexts texts() {
        return new WebhookTexts(new AdminTexts(office, pages.words()), pages.words());
    }

    private Response show(long id, Map<String, String> wrong) {
        var session = pages.request().administrator();
        var one = found(session, id);
        var sheet =
                pages.page(texts().said(one))
                        .back(WebhookPages.HOME)
                        .add(new SummaryList(rows(session, one)))
                        .errors(wrong);
        if (one.state() == ProposalState.WAITING) {
            acts(sheet, session, one);
        }
        return sheet.ok();
    }

    private List<SummaryRow> rows(Session session, Proposal one) {
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var names = office.administration().names(session);
        var rows = new ArrayList<SummaryRow>();
        one.about()
                .ifPresent(about -> {
                    rows.add(SummaryRow.of(words.say("office.url"), about.url()));
                    rows.add(
                            SummaryRow.of(
                                    words.say("officer.unit"),
                                    terms.unit(new AuthorityId(about.unit()))));
                    rows.add(SummaryRow.of(words.say("admin.directive"), about.directive()));
                    rows.add(
                            SummaryRow.of(words.say("office.heard"), texts().heard(about.types())));
                });
        rows.add(SummaryRow.of(words.say("account.reason"), one.reason()));
        rows.add(SummaryRow.of(words.say("proposal.by"), terms.byAt(names, one.by(), one.at())));
        rows.add(SummaryRow.of(words.say("sample.state"), words.say("admin.state." + one.state())));
        one.closedBy()
                .ifPresent(by ->
                        rows.add(
                                SummaryRow.of(
                                        words.say("proposal.closed"),
                                        terms.byAt(names, by, one.closed().orElseThrow()))));
        if (one.state() == ProposalState.WAITING) {
            rows.add(
                    SummaryRow.of(
                            words.say("proposal.until"),
                            terms.time(one.at().plus(Administration.VALID))));
        }
        return rows;
    }

    private void acts(Page sheet, Session session, Proposal one) {
        var words = pages.words();
        var address = HOME + "/" + one.id();
        boolean own = OwnAccount.is(session, one.by());
        if (own) {
            sheet.add(new InsetText(words.say("proposal.own")));
        } else {
            var form =
                    new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                            .prose(words.say("webhook.agree." + one.what()));
            sheet.add(
                    one.what() == What.REMOVED
                            ? form.ending(address + "/agree", words.say("unit.agree"))
                            : form.to(address + "/agree", words.say("unit.agree")));
        }
        sheet.add(
                new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                        .aside(
                                address + "/close",
                                words.say(own ? "proposal.withdraw" : "proposal.decline")));
    }

    @POST
    @Path(ID + "/agree")
    public Response agree(long id) {
        var session = pages.request().administrator();
        var words = pages.words();
        var one = found(session, id);
        var came = office.webhooks().administration().agree(session, id);
        if (came.refused().isPresent()) {
            return show(id, Map.of("agree", texts().refused(came)));
        }
        if (came.half().isEmpty()) {
            return Response.seeOther(URI.create(WebhookPages.HOME + "?done=webhook-agreed"))
                    .build();
        }
        var sheet = pages.page(texts().said(one)).back(WebhookPages.HOME);
        sheet.add(new Paragraphs(List.of(words.say("done.webhook-agreed"))));
        WebhookPages.half(sheet, came, "webhook.half.second", words);
        return sheet.ok();
    }

    @POST
    @Path(ID + "/close")
    public Response close(long id) {
        var session = pages.request().administrator();
        var one = found(session, id);
        if (!office.webhooks().administration().close(session, id)) {
            return show(id, Map.of("agree", pages.words().say("admin.refused.GONE")));
        }
        var done = OwnAccount.is(session, one.by()) ? "proposal-withdrawn" : "proposal-declined";
        return Response.seeOther(URI.create(WebhookPages.HOME + "?done=" + done)).build();
    }
}
