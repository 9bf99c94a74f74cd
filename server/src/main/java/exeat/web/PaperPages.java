package exeat.web;

import exeat.casework.Actor;
import exeat.casework.State.CaseState;
import exeat.casework.StreamId.CaseId;
import exeat.casework.TravellerNo;
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
                        .flatMap(view -> paper(view.state(), new TravellerNo(no)))
                        .orElseThrow(NotFoundException::new);
        return Response.ok(printer.print(paper), "application/pdf")
                .header("Content-Disposition", "inline; filename=\"travel-authorisation.pdf\"")
                .build();
    }

    private Optional<TravelPaper> paper(CaseState state, TravellerNo no) {
        var directive = office.register().directive(state.directive());
        return Optional.ofNullable(state.travellers().get(no))
                .filter(traveller -> !traveller.protectionClaimed())
                .flatMap(traveller ->
                        traveller
                                .paper()
                                .filter(paper -> !paper.revoked() && !paper.ended())
                                .map(paper ->
                                        new TravelPaper(
                                                paper.number(),
                                                traveller.traveller().names(),
                                                traveller.traveller().birthDate(),
                                                traveller.traveller().nationality(),
                                                paper.from(),
                                                paper.until(),
                                                paper.reentry(),
                                                directive
                                                        .authorities()
                                                        .get(state.holder())
                                                        .name())));
    }
}
