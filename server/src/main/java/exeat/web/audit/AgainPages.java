package exeat.web.audit;

import exeat.web.kit.FormBuilder;
import exeat.web.kit.Pages;
import exeat.web.kit.Posted;
import exeat.web.kit.Sheet;

import exeat.desk.Office;
import exeat.desk.inspect.Redecisions;
import exeat.web.component.form.Option;
import exeat.web.component.Prose;
import exeat.web.component.Region;
import exeat.web.component.list.Row;
import exeat.web.component.list.Rows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cases that were drawn, before a second officer who decides from the facts alone. */
@Singleton
@Path("/officer/again")
@RunOnVirtualThread
public final class AgainPages {

    private final Pages pages;
    private final Office office;

    AgainPages(Pages pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response questions() {
        return show(Posted.NOTHING, Map.of());
    }

    private Response show(Posted posted, Map<String, String> wrong) {
        var session = pages.visit().officer();
        var words = pages.words();
        var sheet = pages.sheet(words.say("again.title"));
        sheet.done();
        sheet.add(new Prose(List.of(words.say("again.what"))));
        var asked = office.redecisions().questions(session);
        asked.forEach(question -> sheet.add(card(question, posted, wrong)));
        if (asked.isEmpty()) {
            sheet.add(new Prose(List.of(words.say("again.none"))));
        }
        return sheet.errors(wrong).ok();
    }

    private Region card(Redecisions.Question question, Posted posted, Map<String, String> wrong) {
        var words = pages.words();
        var id = question.ticket();
        var facts =
                question.facts().stream()
                        .map(fact -> fact.split(": ", 2))
                        .map(fact -> Row.of(fact[0], fact.length > 1 ? fact[1] : ""))
                        .toList();
        var choices =
                List.of(
                        Option.of("APPROVE", words.say("again.APPROVE"), ""),
                        Option.of("NOT", words.say("again.NOT"), ""));
        var form =
                new FormBuilder(pages.visit(), posted, wrong)
                        .radios("answer-" + id, words.say("again.answer"), "", choices)
                        .area(
                                "words-" + id,
                                words.say("again.words"),
                                words.say("again.words.hint"))
                        .to(
                                "/officer/again/" + question.sample() + "/" + id,
                                words.say("again.send"));
        return new Region(
                words.say("again.case", id.substring(0, 8)),
                "case-" + id,
                List.of(Sheet.raw(new Rows(facts)), Sheet.raw(form)));
    }

    @POST
    @Path("{sample}/{ticket}")
    public Response answer(String sample, String ticket) {
        var session = pages.visit().officer();
        var posted = pages.visit().posted();
        var words = pages.words();
        var answer = posted.oneOf("answer-" + ticket, List.of("APPROVE", "NOT"));
        if (posted.isBack()) {
            return show(posted, Map.of());
        }
        var wrong = new LinkedHashMap<String, String>();
        if (answer.isEmpty()) {
            wrong.put("answer-" + ticket, words.say("wrong.choose"));
        }
        if (posted.one("words-" + ticket).isEmpty()) {
            wrong.put("words-" + ticket, words.say("wrong.empty"));
        }
        if (!wrong.isEmpty()) {
            return show(posted, wrong);
        }
        boolean approve = answer.orElseThrow().equals("APPROVE");
        var said = posted.one("words-" + ticket);
        return switch (office.redecisions().answer(session, sample, ticket, approve, said)) {
            case Redecisions.Answered.TAKEN ->
                    Response.seeOther(URI.create("/officer/again?done=again")).build();
            case Redecisions.Answered.NO_WORDS ->
                    show(posted, Map.of("words-" + ticket, words.say("again.wrong.words")));
            case Redecisions.Answered.NOT_BRIEFED ->
                    show(posted, Map.of("words-" + ticket, words.say("again.wrong.briefed")));
            case Redecisions.Answered.NOT_THERE -> throw new NotFoundException();
        };
    }
}
