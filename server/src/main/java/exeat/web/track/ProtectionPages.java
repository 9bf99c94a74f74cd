package exeat.web.track;

import exeat.casework.command.Actor;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.protection.ClaimDoor;
import exeat.web.component.Button;
import exeat.web.component.Heading;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.SummaryList;
import exeat.web.help.OfficeDetails;
import exeat.web.help.RealWay;
import exeat.web.help.Term;
import exeat.web.help.WordHelp;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.Replies;
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
import java.util.Optional;

/**
 * Claiming protection, discreetly reachable from every page for applicants; and claiming it for
 * somebody else, where every claim gets the same answer.
 */
@Singleton
@Path("/protection")
@RunOnVirtualThread
public final class ProtectionPages {

    /** A higher number than any application has travellers. */
    private static final int MAX_TRAVELLERS = 50;

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;

    ProtectionPages(PageFactory pages, Office office, Replies replies) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
    }

    @GET
    public Response protection() {
        return door(SubmittedForm.EMPTY, Map.of()).ok();
    }

    private Page door(SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var form =
                new FormBuilder(pages.request(), posted, wrong)
                        .text("number", words.say("track.number"), words.say("protection.number"))
                        .text("traveller", words.say("protection.traveller"), "")
                        .area(
                                "words",
                                words.say("protection.words"),
                                words.say("protection.words.hint"));
        var sheet = pages.page(words.say("protection.title")).back(pages.request().home());
        RealWay.addTo(sheet, pages);
        if (!pages.request().isOfficer()) {
            sheet.add(
                            new Paragraphs(
                                    List.of(
                                            words.say("protect.what"),
                                            words.say("protect.nobody"),
                                            words.say("protect.end"),
                                            words.say("protection.anywhere"))))
                    .add(
                            own()
                                    ? new Button(words.say("protect.title"), address(), false)
                                    : new Button(
                                            words.say("protection.sign-in"), "/sign-in", false));
        }
        reached(sheet);
        return sheet.add(new Heading(2, words.say("protection.other"), "other"))
                .add(new Paragraphs(List.of(words.say("protection.other.what"))))
                .add(form.to("/protection", words.say("protection.other.send")))
                .add(WordHelp.of(words, Term.SUSPENDED, Term.SECRET));
    }

    /** Says where to go or call for somebody who has no application, or cannot sign in. */
    private void reached(Page sheet) {
        var words = pages.words();
        if (pages.request().isOfficer() || pages.request().training().isOn()) {
            return;
        }
        var rows =
                pages.request().offered().stream()
                        .map(one -> new OfficeDetails(new PackTexts(one, words), words))
                        .flatMap(details -> details.protecting().stream())
                        .toList();
        sheet.add(new Heading(2, words.say("protection.without"), "without"))
                .add(new Paragraphs(List.of(words.say("protection.without.what"))));
        if (!rows.isEmpty()) {
            sheet.add(new SummaryList(rows));
        }
        sheet.add(OfficeDetails.all(words));
    }

    /** Any complete claim gets the same answer. */
    @POST
    public Response claim() {
        var words = pages.words();
        var posted = pages.request().form();
        var wrong = new LinkedHashMap<String, String>();
        for (var field : List.of("number", "words")) {
            if (posted.value(field).isBlank()) {
                wrong.put(field, words.say("wrong.empty"));
            }
        }
        var no = posted.number("traveller").filter(n -> n >= 1 && n <= MAX_TRAVELLERS);
        if (no.isEmpty()) {
            wrong.put("traveller", words.say("wrong.number"));
        }
        if (posted.isRestored() || !wrong.isEmpty()) {
            return door(posted, posted.isRestored() ? Map.of() : wrong).ok();
        }
        var claim =
                new ClaimDoor.Claim(
                        posted.value("number"),
                        new TravellerNo(no.orElseThrow()),
                        posted.value("words"));
        pages.request().claim();
        var later = office.claims().claim(officer(), posted.key(), claim);
        if (later.isPresent()) {
            return replies.refused(later.get(), "/protection");
        }
        var sheet = pages.page(words.say("protection.taken")).back(pages.request().home());
        RealWay.addTo(sheet, pages);
        return sheet.add(new Paragraphs(List.of(words.say("protection.taken.what")))).ok();
    }

    private Optional<Session> officer() {
        return pages.request().session().filter(s -> s.actor() instanceof Actor.Officer);
    }

    private boolean own() {
        return pages.request()
                .session()
                .filter(session -> session.actor() instanceof Actor.Party)
                .isPresent();
    }

    private String address() {
        return pages.request()
                .session()
                .map(session ->
                        session.actor() instanceof Actor.Party party ? party.no().number() : 0)
                .map(no -> "/track/" + no + "/protect")
                .orElse("/sign-in");
    }
}
