package exeat.web.casefile;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.CaseSeen;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.event.RecordedEvent;
import exeat.casework.value.TravellerNo;
import exeat.desk.cases.CaseReader.TravellerClock;
import exeat.desk.cases.CaseRedaction;
import exeat.web.casefile.view.Timeline;
import exeat.web.component.CasePeople;
import exeat.web.component.Details;
import exeat.web.component.LocalizedText;
import exeat.web.component.Paragraphs;
import exeat.web.component.PersonSection;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DueRow;
import exeat.web.component.list.DueTable;
import exeat.web.component.list.PersonItem;
import exeat.web.component.list.PersonList;
import exeat.web.kit.CaseAddress;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case as a whole: what is due in it, who is in it, and what happened. */
final class CaseOverview {

    private final PackTexts terms;
    private final PageTexts words;
    private final CaseSeen seen;
    private final LocalDate today;

    CaseOverview(PackTexts terms, PageTexts words, CaseSeen seen, LocalDate today) {
        this.terms = terms;
        this.words = words;
        this.seen = seen;
        this.today = today;
    }

    /** The name of a traveller as the reader may see it, or their number. */
    LocalizedText name(TravellerNo no) {
        return Optional.ofNullable(seen.travellers().get(no))
                .flatMap(CaseRedaction::person)
                .map(PackTexts::name)
                .orElseGet(() -> LocalizedText.here(words.say("apply.traveller", no)));
    }

    /** What is due, and for whom; says so if nothing is. */
    TemplateInstance due(Map<TravellerNo, TravellerClock> clocks) {
        var open = new OpenWork(terms, words).of(seen, clocks);
        if (open.isEmpty()) {
            return new Paragraphs(List.of(words.say("case.due.none")));
        }
        return new DueTable(
                words.say("case.due.title"),
                List.of(
                        ColumnHeader.of(words.say("queue.due")),
                        ColumnHeader.of(words.say("queue.task")),
                        ColumnHeader.of(words.say("case.due.whom")),
                        ColumnHeader.of(words.say("case.due.unit"))),
                open.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private DueRow row(OpenWork.Item item, List<TravellerNo> whom) {
        boolean late = item.due().filter(day -> day.isBefore(today)).isPresent();
        var day = item.due().map(words::day).orElse("–");
        return new DueRow(
                late ? words.say("queue.late", day) : day,
                late,
                item.what(),
                item.detail(),
                whom.stream().map(no -> person(no, false)).toList(),
                item.unit().isEmpty() ? "–" : item.unit());
    }

    private PersonItem person(TravellerNo no, boolean open) {
        return new PersonItem(
                name(no),
                CaseAddress.of(seen.id(), no) + "#people",
                open,
                Optional.ofNullable(seen.travellers().get(no)).map(this::state).orElse(""));
    }

    private String state(TravellerSeen one) {
        return switch (one) {
            case Disclosure.Erased _ -> words.say("case.people.erased");
            case Disclosure.Suspended _ -> words.say("case.people.suspended");
            case Disclosure.Hidden _ -> words.say("case.people.hidden");
            case Disclosure.Whole _,
                    Disclosure.ForWork _,
                    Disclosure.AtBorder _,
                    Disclosure.ToHear _,
                    Disclosure.NameAndStage _,
                    Disclosure.StageOnly _ ->
                    CaseRedaction.stage(one)
                            .map(stage -> words.say("stage.short." + stage))
                            .orElse("");
        };
    }

    /** Everybody with how far they are, beside the one who is open. */
    CasePeople people(TravellerNo open, PersonSection person) {
        var all =
                new PersonList(
                        words.say("case.people"),
                        seen.travellers().keySet().stream()
                                .map(no -> person(no, no.equals(open)))
                                .toList());
        return new CasePeople(Page.raw(all), Page.raw(person));
    }

    /** What happened, newest first, folded; whom it happened to, where there are several. */
    Details history(List<RecordedEvent> history) {
        var steps =
                seen.travellers().size() < 2
                        ? new Timeline(terms, words)
                        : new Timeline(terms, words, no -> name(no).text());
        return new Details(
                words.say("track.history"), "history", List.of(Page.raw(steps.steps(history))));
    }
}
