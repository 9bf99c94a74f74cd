package exeat.web.report;

import exeat.casework.command.Actor;
import exeat.casework.command.AlarmCommand;
import exeat.casework.state.AlarmState;
import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Anomaly;
import exeat.casework.value.StreamId.AlarmId;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.LocalizedText;
import exeat.web.component.Paragraphs;
import exeat.web.component.Section;
import exeat.web.component.form.ChoiceOption;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import exeat.web.kit.Replies;
import exeat.web.kit.SubmittedForm;
import io.quarkus.qute.RawString;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Alarms of the watchers, for the level that must answer them before they go up. */
@Singleton
@Path("/officer/alarms")
@RunOnVirtualThread
public final class AlarmPages {

    private static final int FILES_SHOWN = 5;

    private final PageFactory pages;
    private final Office office;
    private final Replies replies;

    AlarmPages(PageFactory pages, Office office, Replies replies) {
        this.pages = pages;
        this.office = office;
        this.replies = replies;
    }

    @GET
    public Response alarms() {
        return show(SubmittedForm.EMPTY, Map.of());
    }

    private Response show(SubmittedForm values, Map<String, String> wrong) {
        var session = pages.request().officer();
        var words = pages.words();
        var sheet = pages.page(words.say("alarms.title"));
        sheet.done();
        sheet.add(new Paragraphs(List.of(words.say("alarms.what"), last(session, words))));
        var terms = new PackTexts(pages.request().directive(), words);
        var alarms = office.alarms().list(session);
        for (var alarm : alarms) {
            sheet.add(card(session, alarm, terms, values, wrong));
        }
        if (alarms.isEmpty()) {
            sheet.add(new Paragraphs(List.of(words.say("alarms.none"))));
        }
        return sheet.errors(wrong).ok();
    }

    private String last(Session session, PageTexts words) {
        return office.alarms()
                .last(session)
                .map(look ->
                        words.say(
                                "alarms.last", words.day(look.day()), look.tests(), look.alarms()))
                .orElse(words.say("alarms.never"));
    }

    private Section card(
            Session session,
            AlarmState state,
            PackTexts terms,
            SubmittedForm values,
            Map<String, String> wrong) {
        var words = pages.words();
        var sighting = state.sighting();
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("officer.unit"), terms.unit(sighting.unit())));
        rows.add(english("alarms.sentence", List.of(sighting.sentence())));
        sighting.implied().ifPresent(implied -> implied(rows, implied));
        rows.add(SummaryRow.of(words.say("alarms.since"), words.day(sighting.since())));
        rows.add(SummaryRow.of(words.say("alarms.chance"), chance(words, sighting.chance())));
        rows.add(english("alarms.test", List.of(sighting.test())));
        rows.add(
                SummaryRow.of(
                        words.say("alarms.levels"),
                        state.levels().stream().map(terms::unit).toList()));
        var answer =
                state.answer()
                        .map(a ->
                                words.say(
                                        "alarms.answered." + a.how(),
                                        terms.unit(a.unit()),
                                        a.words()))
                        .orElse(words.say("alarms.open", words.day(state.due())));
        rows.add(SummaryRow.of(words.say("issues.answer"), answer));
        var inner = new ArrayList<RawString>();
        inner.add(Page.raw(new SummaryList(rows)));
        inner.add(Page.raw(new LinkList(files(session, state))));
        if (state.answer().isEmpty()
                && session.actor() instanceof Actor.Officer officer
                && officer.unit().equals(state.holder())) {
            inner.add(Page.raw(form(state, values, wrong)));
        }
        return new Section(
                words.say("watcher." + sighting.watcher()), "alarm-" + state.id().value(), inner);
    }

    /** Text of the watchers and the prover, in English on every page. */
    private SummaryRow english(String label, List<String> texts) {
        var words = pages.words();
        return new SummaryRow(
                words.say(label),
                texts.stream().map(text -> new LocalizedText(text, words.english())).toList(),
                List.of());
    }

    /** The rule, how many cases follow it, and the prover's verdict with its example. */
    private void implied(List<SummaryRow> rows, Anomaly.ImpliedRule implied) {
        var words = pages.words();
        rows.add(english("alarms.implied", List.of(implied.rule())));
        rows.add(
                SummaryRow.of(
                        words.say("alarms.carried"),
                        words.say("alarms.carried.of", implied.carried(), implied.like())));
        rows.add(
                SummaryRow.of(
                        words.say("alarms.verdict"),
                        words.say("alarms.verdict." + implied.verdict())));
        if (!implied.says().isEmpty()) {
            rows.add(english("alarms.takes", List.of(implied.says())));
        }
        if (!implied.witness().isEmpty()) {
            rows.add(english("alarms.witness", implied.witness()));
        }
    }

    /**
     * A probability in words that people can picture; very small ones as less than one in a
     * million.
     */
    private static String chance(PageTexts words, double chance) {
        double times = 1 / Math.max(chance, 1e-300);
        return times > 1e6
                ? words.say("alarms.chance.far")
                : words.say("alarms.chance.near", Math.round(times));
    }

    private List<Link> files(Session session, AlarmState state) {
        return office.alarms().files(session, state).stream()
                .limit(FILES_SHOWN)
                .flatMap(number -> office.cases().byNumber(session, number).stream())
                .map(view ->
                        new Link(view.seen().number(), "/officer/case/" + view.seen().id().value()))
                .toList();
    }

    private exeat.web.component.form.HtmlForm form(
            AlarmState state, SubmittedForm values, Map<String, String> wrong) {
        var words = pages.words();
        var id = state.id().value().toString();
        var kinds =
                Stream.of(AlarmAnswerKind.values())
                        .map(kind ->
                                ChoiceOption.of(kind.name(), words.say("alarms.how." + kind), ""))
                        .toList();
        return new FormBuilder(pages.request(), values, wrong)
                .select("how-" + id, words.say("alarms.how"), "", kinds)
                .area("words-" + id, words.say("alarms.words"), words.say("alarms.words.hint"))
                .to("/officer/alarms/" + id + "/answer", words.say("alarms.answer"));
    }

    @POST
    @Path("{id}/answer")
    public Response answer(UUID id) {
        var session = pages.request().officer();
        var posted = pages.request().form();
        var wrong = new LinkedHashMap<String, String>();
        var text = posted.value("words-" + id);
        var how =
                Stream.of(AlarmAnswerKind.values())
                        .filter(kind -> kind.name().equals(posted.value("how-" + id)))
                        .findFirst();
        if (how.isEmpty()) {
            wrong.put("how-" + id, pages.words().say("wrong.choose"));
        }
        if (text.isEmpty()) {
            wrong.put("words-" + id, pages.words().say("wrong.empty"));
        }
        if (posted.isRestored() || how.isEmpty() || text.isEmpty()) {
            return show(posted, posted.isRestored() ? Map.of() : wrong);
        }
        var command = new AlarmCommand.AnswerAlarm(new AlarmId(id), how.get(), text);
        return replies.answer(
                office.desk().handle(session, posted.key(), command), "/officer/alarms", "alarm");
    }
}
