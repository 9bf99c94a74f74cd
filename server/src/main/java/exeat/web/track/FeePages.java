package exeat.web.track;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.fee.FeeAccount;
import exeat.desk.Office;
import exeat.desk.cases.CaseView;
import exeat.http.PathNumbers;
import exeat.pdf.FeeReceiptPrinter;
import exeat.rules.document.FeeTerms;
import exeat.web.casefile.view.FeeTexts;
import exeat.web.component.Button;
import exeat.web.component.Paragraphs;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageFactory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;

/** A person's receipt for what they paid, as a page and on paper. */
@Singleton
@Path("/fee/{no: [0-9]+}")
@RunOnVirtualThread
public final class FeePages {

    private final PageFactory pages;
    private final Office office;

    FeePages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    /** The account of one traveller whom the reader sees whole. */
    private record Own(CaseView view, TravellerState traveller, FeeAccount fee) {}

    @GET
    public Response receipt(@RestPath int no) {
        var words = pages.words();
        var own = own(no);
        var terms = terms(own);
        var sheet =
                pages.page(words.say("fee.receipt"))
                        .caption(own.view().seen().number())
                        .back("/track");
        new FeeTexts(terms, words).rows(own.traveller()).ifPresent(sheet::add);
        return sheet.add(new Paragraphs(List.of(words.say("fee.receipt.what"))))
                .add(new Button(words.say("receipt.take"), "/fee/" + no + "/exeat-fee.pdf", false))
                .ok();
    }

    @GET
    @Path("exeat-fee.pdf")
    public Response print(@RestPath int no) {
        var words = pages.words();
        var own = own(no);
        var terms = terms(own);
        var texts = new FeeTexts(terms, words);
        boolean approved = StageTransitions.isApproved(own.traveller().stage());
        var told = new ArrayList<String>();
        if (pages.request().training().isOn()) {
            told.add(words.say("receipt.training"));
        }
        told.add(words.say("track.number") + ": " + own.view().seen().number());
        terms.message(FeeTerms.PURPOSE).ifPresent(told::add);
        told.add(words.say("fee.paragraph", own.fee().standing().paragraph()));
        told.add(terms.unit(own.view().seen().holder()));
        told.add(texts.state(own.fee(), approved));
        told.add(words.say("fee.receipt.what"));
        var sheet =
                new FeeReceiptPrinter.Content(
                        words.locale().toLanguageTag(),
                        words.say("fee.receipt"),
                        told,
                        words.say("fee.payments"),
                        texts.payments(own.fee()),
                        words.say("fee.refunds"),
                        texts.refunds(own.fee()));
        return Response.ok(
                        new FeeReceiptPrinter(pages.request().sheetFrame()).print(sheet),
                        "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"exeat-fee.pdf\"")
                .build();
    }

    private PackTexts terms(Own own) {
        return new PackTexts(office.register().directive(own.view().directive()), pages.words());
    }

    private Own own(int no) {
        var session = pages.request().party();
        if (!(session.actor() instanceof Actor.Party party)) {
            throw new NotFoundException();
        }
        var view = office.cases().find(session, party.caseId()).orElseThrow(NotFoundException::new);
        var seen = view.seen().travellers().get(PathNumbers.traveller(no));
        if (seen instanceof Disclosure.Whole(var traveller)
                && !traveller.isSuspended()
                && traveller.fee().isPresent()) {
            return new Own(view, traveller, traveller.fee().get());
        }
        throw new NotFoundException();
    }
}
