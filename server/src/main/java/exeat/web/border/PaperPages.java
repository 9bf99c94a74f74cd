package exeat.web.border;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.state.TravellerState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseView;
import exeat.http.PathNumbers;
import exeat.pdf.PaperPrinter;
import exeat.pdf.PaperWords;
import exeat.pdf.TravelPaper;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.MessageFiles;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The travel authorisation as PDF, for its holder and for officers who see the case. */
@Singleton
@Path("/papers")
@RunOnVirtualThread
public final class PaperPages {

    private final RequestContext visit;
    private final Office office;
    private final Config config;

    PaperPages(RequestContext visit, Office office, Config config) {
        this.visit = visit;
        this.office = office;
        this.config = config;
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
                        .flatMap(view -> print(view, PathNumbers.traveller(no)))
                        .orElseThrow(NotFoundException::new);
        return Response.ok(paper, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"travel-authorisation.pdf\"")
                .build();
    }

    private Optional<byte[]> print(CaseView view, TravellerNo no) {
        return view.seen().travellers().get(no) instanceof Disclosure.Whole(var traveller)
                        && !traveller.protectionClaimed()
                ? traveller
                        .paper()
                        .filter(paper -> !paper.revoked() && !paper.ended())
                        .map(paper -> paper(view, traveller.traveller(), paper))
                        .map(paper ->
                                new PaperPrinter(visit.sheetFrame())
                                        .print(paper, words(view, traveller.traveller())))
                : Optional.empty();
    }

    private List<PaperWords> words(CaseView view, Traveller traveller) {
        var directives = office.register().directive(view.directive()).messages().languages();
        return PaperWords.languages(PageTexts.LANGUAGES, traveller.language(), directives).stream()
                .map(lang ->
                        new PaperWords(
                                lang, key -> PageTexts.of(lang).say(key), PageTexts.of(lang)::born))
                .toList();
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
                issuer(directive, view.seen().holder()),
                paper.seal().filter(seal -> !seal.text().isEmpty()),
                config.given(Settings.PUBLIC_URL).map(url -> url + SealPages.ADDRESS));
    }

    /**
     * The unit in English, with its address and telephone, so that somebody who doubts the paper
     * can ask.
     */
    private String issuer(Directive directive, AuthorityId unit) {
        var english = visit.words(MessageFiles.ENGLISH);
        return new OfficeDetails(new PackTexts(directive, english), english).line(unit);
    }
}
