package exeat.web.audit;

import exeat.desk.Office;
import exeat.desk.inspect.Redecisions;
import exeat.web.component.Paragraphs;
import exeat.web.component.Section;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Blind second decisions: drawn cases, decided by a second officer from the facts alone. */
@Singleton
@Path("/officer/again")
@RunOnVirtualThread
public final class RedecisionPages {

    private final PageFactory pages;
    private final Office office;

    RedecisionPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response questions() {
        return show(SubmittedForm.EMPTY, Map.of());
    }

    private Response show(SubmittedForm posted, Map<String, String> wrong) {
        var session = pages.request().officer();
        var words = pages.words();
        var sheet = pages.page(words.say("again.title"));
        sheet.done();
        sheet.add(new Paragraphs(List.of(words.say("again.what"))));
        var asked = office.redecisions().questions(session);
        asked.forEach(question -> sheet.add(card(question, posted, wrong)));
        if (asked.isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("again.none"))));
        }
        return sheet.errors(wrong).ok();
    }

    private Section card(
            Redecisions.Question question, SubmittedForm posted, Map<String, String> wrong) {
        var words = pages.words();
        var id = question.id();
        var terms = PackTexts.forOfficers(pages.request().directive(), words);
        var facts = question.facts().stream().map(fact -> fact(fact, terms)).toList();
        var choices =
                List.of(
                        ChoiceOption.of("APPROVE", words.say("again.APPROVE"), ""),
                        ChoiceOption.of("NOT", words.say("again.NOT"), ""));
        var form =
                new FormBuilder(pages.request(), posted, wrong)
                        .radios("answer-" + id, words.say("again.answer"), "", choices)
                        .area(
                                "words-" + id,
                                words.say("again.words"),
                                words.say("again.words.hint"))
                        .to("/officer/again/" + id, words.say("again.send"));
        return new Section(
                words.say("again.case", id.substring(0, Redecisions.SHOWN)),
                "case-" + id,
                List.of(Page.raw(new SummaryList(facts)), Page.raw(form)));
    }

    /** A fact as it is kept with a question, {@code name: value}, in the reader's language. */
    private static SummaryRow fact(String kept, PackTexts terms) {
        var parts = kept.split(": ", 2);
        var value = parts.length > 1 ? parts[1] : "";
        return terms.directive().vocabulary().facts().stream()
                .filter(fact -> fact.name().text().equals(parts[0]))
                .findFirst()
                .map(fact ->
                        SummaryRow.of(
                                terms.label(fact),
                                PackTexts.parse(fact, value)
                                        .map(found -> terms.value(fact, found))
                                        .orElse(value)))
                .orElseGet(() -> SummaryRow.of(parts[0], value));
    }

    @POST
    @Path("{question}")
    public Response answer(String question) {
        var session = pages.request().officer();
        var posted = pages.request().form();
        var words = pages.words();
        var answer = posted.oneOf("answer-" + question, List.of("APPROVE", "NOT"));
        if (posted.isRestored()) {
            return show(posted, Map.of());
        }
        var wrong = new LinkedHashMap<String, String>();
        if (answer.isEmpty()) {
            wrong.put("answer-" + question, words.say("wrong.choose"));
        }
        if (posted.value("words-" + question).isEmpty()) {
            wrong.put("words-" + question, words.say("wrong.empty"));
        }
        if (!wrong.isEmpty()) {
            return show(posted, wrong);
        }
        boolean approve = answer.orElseThrow().equals("APPROVE");
        var said = posted.value("words-" + question);
        return switch (office.redecisions().answer(session, question, approve, said)) {
            case Redecisions.Answered.TAKEN ->
                    Response.seeOther(URI.create("/officer/again?done=again")).build();
            case Redecisions.Answered.NO_WORDS ->
                    show(posted, Map.of("words-" + question, words.say("again.wrong.words")));
            case Redecisions.Answered.NOT_BRIEFED ->
                    show(posted, Map.of("words-" + question, words.say("again.wrong.briefed")));
            case Redecisions.Answered.NOT_THERE -> throw new NotFoundException();
        };
    }
}
