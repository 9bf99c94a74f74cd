package exeat.web.apply;

import exeat.web.kit.CaseAddress;
import exeat.web.kit.Directives;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.Pages;
import exeat.web.kit.Posted;
import exeat.web.kit.Replies;
import exeat.web.kit.Sheet;
import exeat.web.kit.Terms;

import exeat.casework.value.Application.Channel;
import exeat.desk.write.Filed;
import exeat.desk.Office;
import exeat.desk.write.Reply;
import exeat.web.component.Bullets;
import exeat.web.component.Button;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Panel;
import exeat.web.component.Prose;
import exeat.web.component.Region;
import exeat.web.component.list.Row;
import exeat.web.component.list.Rows;
import exeat.web.component.SecretBox;
import exeat.web.component.Warning;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last look at an application, sending it, and the own secret, shown once. */
@Singleton
@Path("/apply")
@RunOnVirtualThread
public final class SendPages {

    private final Pages pages;
    private final Office office;
    private final Drafts drafts;
    private final InstantSource clock;
    private final Replies replies;

    SendPages(Pages pages, Office office, Drafts drafts, InstantSource clock, Replies replies) {
        this.pages = pages;
        this.office = office;
        this.drafts = drafts;
        this.clock = clock;
        this.replies = replies;
    }

    @GET
    @Path("check")
    public Response check() {
        var found = draft().filter(sketch -> sketch.sent().isEmpty());
        if (found.isEmpty()) {
            return Response.seeOther(URI.create("/apply")).build();
        }
        var sketch = found.get();
        var applying = applying(sketch);
        if (!applying.next().equals("/apply/check")) {
            return Response.seeOther(URI.create(applying.next())).build();
        }
        // Its answer must be told to whoever sent it, so the session begins before the form does.
        if (pages.visit().session().isEmpty()) {
            pages.visit().adopt(office.doors().stranger());
        }
        var words = pages.words();
        var sheet = pages.sheet(words.say("check.title")).back("/apply/0/who");
        for (int number = 0; number <= sketch.people().size(); number++) {
            sheet.add(card(applying, sketch, number));
        }
        sheet.add(aside("/apply/add", words.say("check.add")));
        return sheet.add(new Heading(2, words.say("check.send"), "send"))
                .add(new Prose(List.of(words.say("check.live"), words.say("check.withdraw"))))
                .add(button("/apply/send", words.say("check.send.button")))
                .ok();
    }

    private Region card(Applying applying, Sketch sketch, int number) {
        var words = pages.words();
        var rows = new ArrayList<Row>();
        for (var question : applying.about(number)) {
            var href = Applying.address(number, question);
            var values = question.answer().apply(sketch.about(number));
            rows.add(
                    new Row(
                            question.title(),
                            values.stream().map(exeat.web.component.Said::here).toList(),
                            List.of(new Link(words.say("change"), href, question.title()))));
        }
        var title = number == 0 ? words.say("check.filer") : words.say("apply.traveller", number);
        var inner = new ArrayList<io.quarkus.qute.RawString>();
        inner.add(Sheet.raw(new Rows(rows)));
        if (number > 0 && sketch.people().size() > 1) {
            inner.add(
                    Sheet.raw(aside("/apply/remove/" + number, words.say("check.remove", number))));
        }
        return new Region(title, "card-" + number, inner);
    }

    private exeat.web.component.form.Form button(String action, String text) {
        return new FormBuilder(pages.visit(), Posted.NOTHING, Map.of()).to(action, text);
    }

    private exeat.web.component.form.Form aside(String action, String text) {
        return new FormBuilder(pages.visit(), Posted.NOTHING, Map.of()).aside(action, text);
    }

    @POST
    @Path("send")
    public Response send() {
        var sketch = draft();
        var session = pages.visit().session();
        if (sketch.isEmpty() || session.isEmpty()) {
            return Response.seeOther(URI.create("/apply")).build();
        }
        var key = pages.visit().posted().key();
        var sent = sketch.get().sent();
        if (!sent.isEmpty() && !sent.equals(key)) {
            return Response.seeOther(URI.create("/apply")).build();
        }
        var channel = pages.visit().isOfficer() ? Channel.OFFICE : Channel.WEB;
        var filed = office.desk().apply(session.get(), key, applying(sketch.get()).draft(channel));
        if (filed.reply() instanceof Reply.Done done) {
            drafts.keep(token(), sketch.get().sentWith(key));
            return filed(filed, done);
        }
        return replies.refused(filed.reply(), "/apply/check");
    }

    private Response filed(Filed filed, Reply.Done done) {
        var words = pages.words();
        var number = filed.number().orElse("");
        var sheet =
                pages.question(words.say("filed.title"))
                        .add(
                                new Panel(
                                        words.say("filed.title"),
                                        words.say("filed.number"),
                                        number));
        if (filed.secret().isPresent()) {
            sheet.add(
                            new SecretBox(
                                    words.say("filed.secret"),
                                    filed.secret().get(),
                                    words.say("filed.secret.note")))
                    .add(new Warning(words.say("warning"), words.say("filed.once")));
        }
        sheet.add(new Heading(2, words.say("filed.next"), "next"));
        if (pages.visit().isOfficer()) {
            return sheet.add(new Prose(List.of(words.say("filed.office"))))
                    .add(
                            new LinkList(
                                    List.of(
                                            new Link(
                                                    words.say("filed.case"),
                                                    CaseAddress.of(done.stream())))))
                    .ok();
        }
        return sheet.add(
                        new Bullets(
                                List.of(
                                        words.say("filed.next.confirm"),
                                        words.say("filed.next.others"),
                                        words.say("filed.next.track"))))
                .add(new Button(words.say("filed.confirm"), "/sign-in", false))
                .ok();
    }

    private String token() {
        return pages.visit().cookie(ApplyPages.DRAFT).orElse("");
    }

    private Optional<Sketch> draft() {
        return pages.visit().cookie(ApplyPages.DRAFT).flatMap(drafts::find);
    }

    private Applying applying(Sketch sketch) {
        return new Applying(
                sketch,
                new Terms(Directives.current(office), pages.words()),
                pages.words(),
                clock.instant());
    }
}
