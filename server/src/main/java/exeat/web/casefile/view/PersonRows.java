package exeat.web.casefile.view;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.state.TravellerState;
import exeat.casework.value.PersonName;
import exeat.desk.Office;
import exeat.rules.finding.Finding;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.List;

/**
 * A traveller as an officer sees them, in rows: the same ones in the same order on the page of a
 * case and on that of every act.
 */
public final class PersonRows {

    private final Office office;
    private final PackTexts terms;
    private final PageTexts words;

    public PersonRows(Office office, PackTexts terms, PageTexts words) {
        this.office = office;
        this.terms = terms;
        this.words = words;
    }

    /** Who it is, as far as this much of them shows it; empty where nothing does. */
    public List<SummaryRow> of(TravellerSeen seen) {
        return switch (seen) {
            case Disclosure.Whole(var state) -> whole(state);
            case Disclosure.ForWork work -> forWork(work);
            case Disclosure.AtBorder border ->
                    List.of(
                            names(border.names()),
                            SummaryRow.of(words.say("case.born"), words.born(border.birthDate())));
            case Disclosure.ToHear person ->
                    List.of(
                            names(person.names()),
                            SummaryRow.of(words.say("case.born"), words.born(person.birthDate())));
            case Disclosure.NameAndStage(var name, _) -> List.of(names(List.of(name)));
            case Disclosure.StageOnly _,
                    Disclosure.Erased _,
                    Disclosure.Suspended _,
                    Disclosure.Hidden _ ->
                    List.of();
        };
    }

    /** Who it is, without the name, stage and finding, which the page of a case shows elsewhere. */
    public List<SummaryRow> particulars(TravellerSeen seen) {
        return switch (seen) {
            case Disclosure.Whole(var state) -> {
                var t = state.traveller();
                var rows = new ArrayList<>(others(t.names()));
                rows.add(SummaryRow.of(words.say("case.born"), words.born(t.birthDate())));
                rows.add(nationality(t.nationality()));
                rows.add(SummaryRow.of(words.say("case.residence"), terms.unit(t.residence())));
                rows.add(SummaryRow.of(words.say("case.purpose"), terms.purpose(t.purpose())));
                yield rows;
            }
            case Disclosure.ForWork work -> {
                var rows = new ArrayList<>(others(work.names()));
                rows.add(SummaryRow.of(words.say("case.born"), words.born(work.birthDate())));
                rows.add(nationality(work.nationality()));
                yield rows;
            }
            case Disclosure.AtBorder border -> {
                var rows = new ArrayList<>(others(border.names()));
                rows.add(SummaryRow.of(words.say("case.born"), words.born(border.birthDate())));
                yield rows;
            }
            case Disclosure.ToHear person -> {
                var rows = new ArrayList<>(others(person.names()));
                rows.add(SummaryRow.of(words.say("case.born"), words.born(person.birthDate())));
                yield rows;
            }
            case Disclosure.NameAndStage _,
                    Disclosure.StageOnly _,
                    Disclosure.Erased _,
                    Disclosure.Suspended _,
                    Disclosure.Hidden _ ->
                    List.of();
        };
    }

    /** The names in other scripts; the first one is the heading. */
    private List<SummaryRow> others(List<PersonName> names) {
        return names.size() < 2
                ? List.of()
                : List.of(
                        new SummaryRow(
                                words.say("case.names.other"),
                                names.stream().skip(1).map(PackTexts::name).toList(),
                                List.of()));
    }

    private SummaryRow nationality(String code) {
        return SummaryRow.of(words.say("case.nationality"), terms.country(code));
    }

    public SummaryRow names(List<PersonName> names) {
        return new SummaryRow(
                words.say("case.name"), names.stream().map(PackTexts::name).toList(), List.of());
    }

    private List<SummaryRow> forWork(Disclosure.ForWork work) {
        return List.of(
                names(work.names()),
                SummaryRow.of(words.say("case.born"), words.born(work.birthDate())),
                nationality(work.nationality()),
                SummaryRow.of(words.say("case.stage"), words.say("stage.short." + work.stage())));
    }

    private List<SummaryRow> whole(TravellerState state) {
        var t = state.traveller();
        var rows = new ArrayList<SummaryRow>();
        rows.add(names(t.names()));
        rows.add(SummaryRow.of(words.say("case.born"), words.born(t.birthDate())));
        rows.add(nationality(t.nationality()));
        rows.add(SummaryRow.of(words.say("case.residence"), terms.unit(t.residence())));
        rows.add(SummaryRow.of(words.say("case.purpose"), terms.purpose(t.purpose())));
        rows.add(SummaryRow.of(words.say("case.stage"), words.say("stage.short." + state.stage())));
        state.finding().ifPresent(finding -> finding(rows, finding));
        return rows;
    }

    /** The outcome with its paragraphs, and the facts that it used. */
    private void finding(List<SummaryRow> rows, Finding finding) {
        var deciding = terms.of(finding, office.register());
        rows.add(SummaryRow.of(words.say("case.outcome"), deciding.outcome(finding.outcome())));
        var grounds = new ArrayList<>(deciding.grounds(finding));
        finding.why().ifPresent(why -> grounds.add(words.say("case.why." + why)));
        rows.add(SummaryRow.of(words.say("case.grounds"), grounds));
        rows.add(SummaryRow.of(words.say("case.facts"), deciding.said(finding.facts())));
        if (!finding.instrumentsNotHeld().isEmpty()) {
            rows.add(
                    SummaryRow.of(
                            words.say("case.not-held"),
                            finding.instrumentsNotHeld().stream()
                                    .map(deciding::instrument)
                                    .toList()));
        }
    }
}
