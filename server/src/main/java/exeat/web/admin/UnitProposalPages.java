package exeat.web.admin;

import com.ibm.icu.text.ListFormatter;
import exeat.casework.value.UnitChange;
import exeat.desk.Office;
import exeat.desk.auth.Administration;
import exeat.desk.auth.ProposalState;
import exeat.desk.auth.UnitAdministration.Moving;
import exeat.desk.auth.UnitAdministration.Proposal;
import exeat.desk.base.Session;
import exeat.web.component.Heading;
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

/** One proposed change of a unit: agreeing to it, declining or withdrawing it. */
@Singleton
@Path("/admin/units/proposals")
@RunOnVirtualThread
public final class UnitProposalPages {

    private static final String ID = "{id: [0-9]{1,15}}";

    private final PageFactory pages;
    private final Office office;

    UnitProposalPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    @Path(ID)
    public Response one(long id) {
        return show(id, Map.of());
    }

    private Proposal found(Session session, long id) {
        return office.unitAdministration()
                .proposal(session, id)
                .orElseThrow(NotFoundException::new);
    }

    private Response show(long id, Map<String, String> wrong) {
        var session = pages.request().administrator();
        var words = pages.words();
        var terms = new AdminTexts(office, words);
        var texts = new UnitTexts(terms, words);
        var one = found(session, id);
        var names = office.administration().names(session);
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("unit.change"), texts.said(one.change())));
        rows.addAll(texts.names(one.change()));
        rows.add(SummaryRow.of(words.say("account.reason"), one.reason()));
        rows.add(SummaryRow.of(words.say("proposal.by"), terms.byAt(names, one.by(), one.at())));
        rows.add(SummaryRow.of(words.say("sample.state"), texts.state(one.state())));
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
        var sheet =
                pages.page(terms.unit(one.change().unit()))
                        .back(UnitPages.HOME)
                        .add(new SummaryList(rows))
                        .errors(wrong);
        if (one.state() == ProposalState.WAITING) {
            office.unitAdministration()
                    .moving(session, one)
                    .ifPresent(moving -> moves(sheet, moving, terms));
            acts(sheet, session, one);
        }
        return sheet.ok();
    }

    private void moves(Page sheet, Moving moving, AdminTexts terms) {
        var words = pages.words();
        sheet.add(new Heading(2, words.say("unit.moves"), "moves"))
                .add(new Paragraphs(List.of(words.say("unit.moves.what"))))
                .add(
                        new SummaryList(
                                List.of(
                                        SummaryRow.of(
                                                words.say("unit.moves.to"),
                                                ListFormatter.getInstance(words.locale())
                                                        .format(
                                                                moving.to().stream()
                                                                        .map(terms::unit)
                                                                        .toList())),
                                        SummaryRow.of(
                                                words.say("unit.moves.under-way"),
                                                words.number(moving.underWay())),
                                        SummaryRow.of(
                                                words.say("unit.moves.waiting"),
                                                words.number(moving.waiting())),
                                        SummaryRow.of(
                                                words.say("unit.moves.accounts"),
                                                words.number(moving.officers())))));
    }

    private void acts(Page sheet, Session session, Proposal one) {
        var words = pages.words();
        var address = UnitPages.HOME + "/proposals/" + one.id();
        boolean own = OwnAccount.is(session, one.by());
        if (own) {
            sheet.add(new InsetText(words.say("proposal.own")));
        } else {
            sheet.add(
                    new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of())
                            .to(address + "/agree", words.say("unit.agree")));
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
        var one = found(session, id);
        var came = office.unitAdministration().agree(session, id);
        if (!came.done()) {
            var words = pages.words();
            var texts = new UnitTexts(new AdminTexts(office, words), words);
            return show(id, Map.of("agree", texts.refused(came)));
        }
        var done = one.change() instanceof UnitChange.Moved ? "unit-moved" : "unit-changed";
        return Response.seeOther(URI.create(UnitPages.HOME + "?done=" + done)).build();
    }

    @POST
    @Path(ID + "/close")
    public Response close(long id) {
        var session = pages.request().administrator();
        var one = found(session, id);
        if (!office.unitAdministration().close(session, id)) {
            return show(id, Map.of("agree", pages.words().say("admin.refused.GONE")));
        }
        var done = OwnAccount.is(session, one.by()) ? "proposal-withdrawn" : "proposal-declined";
        return Response.seeOther(URI.create(UnitPages.HOME + "?done=" + done)).build();
    }
}
