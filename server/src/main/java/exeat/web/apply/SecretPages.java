package exeat.web.apply;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.state.SecretRequest;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseView;
import exeat.desk.write.Reply;
import exeat.desk.write.SecretReply;
import exeat.http.PathNumbers;
import exeat.web.component.Letter;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.SecretBox;
import exeat.web.component.WarningText;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.CaseAddress;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.MessageFiles;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.PublicUrl;
import exeat.web.kit.Replies;
import exeat.web.kit.SubmittedForm;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Secrets handed to people at a counter: two officers identify the person, and each hands over one
 * part, which the other officer never sees.
 */
@Singleton
@Path("/officer/secret")
@RunOnVirtualThread
public final class SecretPages {

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;
    private final InstantSource clock;
    private final PublicUrl publicUrl;

    SecretPages(
            PageFactory pages,
            Office office,
            Replies replies,
            InstantSource clock,
            PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
        this.pages = pages;
        this.office = office;
        this.replies = replies;
        this.clock = clock;
    }

    @GET
    @Path("{id}/{no}")
    public Response form(UUID id, int no) {
        var session = pages.request().officer();
        return form(session, new CaseId(id), no, SubmittedForm.EMPTY);
    }

    private Response form(Session session, CaseId id, int no, SubmittedForm values) {
        var words = pages.words();
        var open = open(session, id, no);
        boolean second = open.filter(one -> !isFirst(session, one)).isPresent();
        var form =
                new FormBuilder(pages.request(), values, Map.of())
                        .text("seen", words.say("secret.seen"), words.say("secret.seen.hint"));
        open.filter(_ -> second)
                .ifPresent(one -> form.hidden("request", Integer.toString(one.number())));
        var told = new ArrayList<String>();
        told.add(words.say("secret.identify"));
        told.add(words.say(second ? "secret.second" : "secret.two"));
        told.add(words.say("secret.alone"));
        return pages.page(words.say("secret.issue"))
                .back(CaseAddress.of(id))
                .add(new Paragraphs(told))
                .add(form.to("/officer/secret/" + id.value() + "/" + no, words.say("secret.make")))
                .ok();
    }

    /** The request that is waiting for a second officer. */
    private Optional<SecretRequest> open(Session session, CaseId id, int no) {
        Instant now = clock.instant();
        return office.cases().find(session, id).stream()
                .flatMap(view -> view.seen().secrets().stream())
                .filter(one -> one.to().number() == no && one.isOpen(now))
                .findFirst();
    }

    private static boolean isFirst(Session session, SecretRequest request) {
        return session.actor() instanceof Actor.Officer officer
                && officer.id().equals(request.first());
    }

    /** A letter that the officer prints and hands over; the part is shown here and nowhere else. */
    @POST
    @Path("{id}/{no}")
    public Response secret(UUID id, int no) {
        var session = pages.request().officer();
        var posted = pages.request().form();
        var caseId = new CaseId(id);
        if (posted.isRestored()) {
            return form(session, caseId, no, posted);
        }
        var to = PathNumbers.traveller(no);
        var seen = posted.value("seen");
        var request = number(posted.value("request"));
        var handed =
                request.isPresent()
                        ? office.desk()
                                .issueSecret(session, posted.key(), caseId, to, request.get(), seen)
                        : office.desk().askForSecret(session, posted.key(), caseId, to, seen);
        var home = CaseAddress.of(caseId);
        return handed.reply() instanceof Reply.Done
                ? handedOver(session, caseId, no, handed)
                : replies.refused(handed.reply(), home);
    }

    private static Optional<Integer> number(String typed) {
        return typed.matches("[0-9]{1,6}")
                ? Optional.of(Integer.parseInt(typed))
                : Optional.empty();
    }

    private Response handedOver(Session session, CaseId id, int no, SecretReply handed) {
        var words = pages.words();
        var view = office.cases().find(session, id);
        var number = view.map(v -> v.seen().number()).orElse("");
        var theirs =
                pages.request()
                        .words(view.flatMap(v -> language(v, no)).orElse(MessageFiles.ENGLISH));
        boolean first = handed.request().isPresent();
        var home = CaseAddress.of(id);
        var sheet =
                pages.page(words.say("secret.made"))
                        .back(home)
                        .add(new Paragraphs(List.of(words.say("secret.hand-over"))))
                        .add(letter(theirs, number, first, handed, more(theirs, view, handed)))
                        .add(new WarningText(words.say("warning"), words.say("secret.once")));
        if (first) {
            sheet.add(new Paragraphs(List.of(words.say("secret.next"))));
        }
        handed.worksFrom()
                .ifPresent(_ ->
                        sheet.add(
                                new Paragraphs(
                                        List.of(
                                                words.say("secret.waits"),
                                                contact(view, no)
                                                        .map(c -> words.say("secret.tell", c))
                                                        .orElse(words.say("secret.tell-none"))))));
        return sheet.add(new LinkList(List.of(new Link(words.say("filed.case"), home)))).ok();
    }

    /** Says from when a secret works, and where the person can ask. */
    private List<String> more(PageTexts theirs, Optional<CaseView> view, SecretReply handed) {
        var lines = new ArrayList<String>();
        lines.add(
                day(theirs, view, handed)
                        .map(day -> theirs.say("letter.waits", day))
                        .orElse(theirs.say("letter.how")));
        publicUrl.given().ifPresent(at -> lines.add(theirs.say("letter.address", at)));
        view.map(v -> office(theirs, v)).ifPresent(at -> lines.add(theirs.say("letter.ask", at)));
        return lines;
    }

    private String office(PageTexts theirs, CaseView view) {
        var directive = office.register().directive(view.directive());
        return new OfficeDetails(new PackTexts(directive, theirs), theirs)
                .line(view.seen().holder());
    }

    private Optional<String> day(PageTexts theirs, Optional<CaseView> view, SecretReply handed) {
        return view.flatMap(v ->
                handed.worksFrom()
                        .map(from ->
                                theirs.time(
                                        from,
                                        office.register()
                                                .directive(v.directive())
                                                .vocabulary()
                                                .zone())));
    }

    /** The person reads it, so it is in their language. */
    private static Letter letter(
            PageTexts theirs, String number, boolean first, SecretReply handed, List<String> more) {
        var box =
                new SecretBox(
                        theirs.say(first ? "letter.part.1" : "letter.part.2"),
                        handed.part().orElse(""),
                        theirs.say("filed.secret.note"));
        var lines = new ArrayList<String>();
        lines.add(theirs.say("letter.what"));
        lines.add(theirs.say("letter.parts"));
        lines.addAll(more);
        return new Letter(theirs.lang(), theirs.say("letter.title", number), lines, Page.raw(box));
    }

    /** A principal who does not travel is addressed in the first traveller's language. */
    private static Optional<String> language(CaseView view, int no) {
        return whole(view, no).map(seen -> seen.state().traveller().language());
    }

    /** How to reach the person in private, who is told about the new secret. */
    private static Optional<String> contact(Optional<CaseView> view, int no) {
        return view.flatMap(v -> whole(v, no)).flatMap(seen -> seen.state().traveller().contact());
    }

    private static Optional<Disclosure.Whole> whole(CaseView view, int no) {
        return view.seen().travellers().get(new TravellerNo(Math.max(no, 1)))
                        instanceof Disclosure.Whole seen
                ? Optional.of(seen)
                : Optional.empty();
    }
}
