package exeat.api;

import exeat.casework.Disclosure;
import exeat.casework.PersonName;
import exeat.casework.TravellerState;
import exeat.desk.CaseView;
import exeat.rules.Finding;
import exeat.web.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A case as its reader may see it.
 *
 * @param version the number of its last event
 */
public record CaseJson(
        UUID id,
        String number,
        Instant received,
        String holder,
        String directive,
        long version,
        List<Person> travellers) {

    /**
     * A traveller.
     *
     * @param seen how much is shown: {@code whole}, {@code work}, {@code border}, {@code other},
     *     {@code suspended} or {@code hidden}
     */
    public record Person(
            int no,
            String seen,
            List<PersonName> names,
            Optional<String> stage,
            Optional<Found> finding,
            List<ClearanceJson> clearances,
            List<HoldJson> holds,
            Optional<String> paper) {}

    /** A finding, with its grounds by paragraph and the facts it used. */
    public record Found(
            String outcome,
            List<String> routes,
            List<String> paragraphs,
            Map<String, String> facts,
            List<String> unanswered,
            List<String> instrumentsNotHeld) {
        static Found of(Finding finding) {
            var facts = new LinkedHashMap<String, String>();
            finding.facts()
                    .values()
                    .forEach((name, value) -> facts.put(name.text(), Terms.word(value)));
            return new Found(
                    finding.outcome().word(),
                    finding.routes(),
                    finding.grounds().stream().map(g -> g.paragraph().number()).distinct().toList(),
                    facts,
                    finding.unanswered().stream().map(name -> name.text()).toList(),
                    finding.instrumentsNotHeld());
        }
    }

    /** A clearance. */
    public record ClearanceJson(String name, String unit, LocalDate due, boolean done) {}

    /** A hold. */
    public record HoldJson(int number, String owner, LocalDate limit, boolean open) {}

    static CaseJson of(CaseView view) {
        var seen = view.seen();
        return new CaseJson(
                seen.id().value(),
                seen.number(),
                seen.received(),
                seen.holder().text(),
                view.directive().id() + "/" + view.directive().version(),
                view.version(),
                seen.travellers().entrySet().stream()
                        .map(entry -> person(entry.getKey().number(), entry.getValue()))
                        .toList());
    }

    private static Person person(int no, Disclosure.TravellerSeen seen) {
        return switch (seen) {
            case Disclosure.Whole(var state) ->
                    new Person(
                            no,
                            "whole",
                            state.traveller().names(),
                            Optional.of(state.stage().name()),
                            state.finding().map(Found::of),
                            state.clearances().stream().map(CaseJson::clearance).toList(),
                            state.holds().stream().map(CaseJson::hold).toList(),
                            state.paper().map(TravellerState.Paper::number));
            case Disclosure.ForWork work ->
                    new Person(
                            no,
                            "work",
                            work.names(),
                            Optional.of(work.stage().name()),
                            Optional.empty(),
                            work.clearances().stream().map(CaseJson::clearance).toList(),
                            work.holds().stream().map(CaseJson::hold).toList(),
                            Optional.empty());
            case Disclosure.AtBorder border ->
                    new Person(
                            no,
                            "border",
                            border.names(),
                            Optional.of(border.stage().name()),
                            Optional.empty(),
                            List.of(),
                            List.of(),
                            border.paper().map(TravellerState.Paper::number));
            case Disclosure.NameAndStage(var name, var stage) ->
                    little(no, "other", List.of(name), Optional.of(stage.name()));
            case Disclosure.Suspended _ -> little(no, "suspended", List.of(), Optional.empty());
            case Disclosure.Hidden _ -> little(no, "hidden", List.of(), Optional.empty());
        };
    }

    private static Person little(
            int no, String seen, List<PersonName> names, Optional<String> stage) {
        return new Person(
                no, seen, names, stage, Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    private static ClearanceJson clearance(TravellerState.Clearance c) {
        return new ClearanceJson(c.name(), c.unit().text(), c.due(), !c.isOpen());
    }

    private static HoldJson hold(TravellerState.Hold hold) {
        return new HoldJson(hold.number(), hold.owner().text(), hold.limit(), hold.isOpen());
    }
}
