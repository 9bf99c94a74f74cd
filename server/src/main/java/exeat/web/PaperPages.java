package exeat.web;

import exeat.casework.Actor;
import exeat.casework.Disclosure;
import exeat.casework.StreamId.CaseId;
import exeat.casework.Traveller;
import exeat.casework.TravellerNo;
import exeat.casework.TravellerState;
import exeat.desk.CaseView;
import exeat.desk.Office;
import exeat.desk.Session;
import exeat.pdf.PaperPrinter;
import exeat.pdf.TravelPaper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;

/** The travel authorisation as PDF: for whom it is, and for the officers who see the case. */
@Singleton
@Path("/papers")
@RunOnVirtualThread
public final class PaperPages {

    private final Visit visit;
    private final Office office;
    private final PaperPrinter printer = new PaperPrinter();

    PaperPages(Visit visit, Office office) {
        this.visit = visit;
        this.office = office;
    }

    @GET
    @Path("{no}.pdf")
    public Response own(int no) {
        var session = visit.party();
        if (session.actor() instanceof Actor.Party party) {
            return print(session, party.caseId(), no);
        }
        throw new NotFoundException();
    }

    @GET
    @Path("{id}/{no}.pdf")
    public Response officers(UUID id, int no) {
        return print(visit.officer(), new CaseId(id), no);
    }

    private Response print(Session session, CaseId id, int no) {
        var paper =
                office.cases()
                        .find(session, id)
                        .flatMap(view -> paper(view, new TravellerNo(no)))
                        .orElseThrow(NotFoundException::new);
        return Response.ok(printer.print(paper), "application/pdf")
                .header("Content-Disposition", "inline; filename=\"travel-authorisation.pdf\"")
                .build();
    }

    private Optional<TravelPaper> paper(CaseView view, TravellerNo no) {
        return view.seen().travellers().get(no) instanceof Disclosure.Whole(var traveller)
                        && !traveller.protectionClaimed()
                ? traveller
                        .paper()
                        .filter(paper -> !paper.revoked() && !paper.ended())
                        .map(paper -> paper(view, traveller.traveller(), paper))
                : Optional.empty();
    }

    private TravelPaper paper(CaseView view, Traveller traveller, TravellerState.Paper paper) {
        var directive = office.register().directive(view.directive());
        return new TravelPaper(
                paper.number(),
                traveller.names(),
                traveller.birthDate(),
                traveller.nationality(),
                paper.from(),
                paper.until(),
                paper.reentry(),
                directive.authorities().get(view.seen().holder()).name());
    }
}
