package exeat.web.casefile;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.CaseSeen;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.state.DueDays;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.desk.cases.CaseReader.TravellerClock;
import exeat.rules.authority.AuthorityId;
import exeat.web.casefile.view.MinorSafeguards;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is open in a case, as far as its reader sees it: of everybody in it, soonest first. */
final class OpenWork {

    /** Limits of the unit that handles the case; other tasks tell theirs themselves. */
    private static final Set<String> HOLDERS = Set.of("decide", "authorise");

    private final PackTexts terms;
    private final PageTexts words;

    OpenWork(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /**
     * Something that has to be done.
     *
     * @param due the last day; empty where no day is set
     * @param detail more about it; empty for none
     * @param unit whose work it is, by its name; empty where it is the traveller's
     */
    record Item(Optional<LocalDate> due, String what, String detail, String unit) {}

    /** Each with the travellers for whom it is the same. */
    Map<Item, List<TravellerNo>> of(CaseSeen seen, Map<TravellerNo, TravellerClock> clocks) {
        var open = new LinkedHashMap<Item, List<TravellerNo>>();
        seen.travellers()
                .forEach((no, one) -> {
                    var items = new ArrayList<Item>();
                    Optional.ofNullable(clocks.get(no)).ifPresent(clock -> limits(items, clock));
                    items(items, one);
                    items.forEach(
                            item -> open.computeIfAbsent(item, _ -> new ArrayList<>()).add(no));
                });
        var sorted = new LinkedHashMap<Item, List<TravellerNo>>();
        open.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().due().orElse(LocalDate.MAX)))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }

    private void limits(List<Item> items, TravellerClock clock) {
        for (DueDays.Limit limit : clock.running()) {
            if (HOLDERS.contains(limit.task())) {
                items.add(
                        item(
                                Optional.of(limit.due()),
                                words.say("task." + limit.task()),
                                "",
                                limit.unit()));
            }
        }
    }

    private void items(List<Item> items, TravellerSeen seen) {
        switch (seen) {
            case Disclosure.Whole(var state) -> {
                work(items, state.clearances(), state.openHolds(), state.proposals());
                others(items, state);
            }
            case Disclosure.ForWork work ->
                    work(items, work.clearances(), work.holds(), work.proposals());
            case Disclosure.AtBorder _,
                    Disclosure.NameAndStage _,
                    Disclosure.Erased _,
                    Disclosure.Suspended _,
                    Disclosure.ToHear _,
                    Disclosure.StageOnly _,
                    Disclosure.Hidden _ -> {}
        }
    }

    private Item item(Optional<LocalDate> due, String what, String detail, AuthorityId unit) {
        return new Item(due, what, detail, terms.unit(unit));
    }

    private void work(
            List<Item> items,
            List<TravellerState.Clearance> clearances,
            List<TravellerState.Hold> holds,
            List<TravellerState.Proposal> proposals) {
        var acts = new ActTexts(terms, words);
        for (var c : clearances) {
            if (c.isOpen()) {
                items.add(item(Optional.of(c.due()), terms.clearance(c.name()), "", c.unit()));
            }
        }
        for (var h : holds) {
            items.add(
                    item(
                            Optional.of(h.limit()),
                            words.say("case.hold", h.number()) + ": " + acts.ground(h.ground()),
                            words.say("act.evidence", h.evidence()),
                            h.owner()));
        }
        for (var p : proposals) {
            if (p.open()) {
                items.add(
                        item(
                                Optional.empty(),
                                words.say("case.second", acts.name(p.act())),
                                words.say("case.proposed", p.by(), p.reason()),
                                p.unit()));
            }
        }
    }

    private void others(List<Item> items, TravellerState state) {
        if (!StageTransitions.ENDS.contains(state.stage())) {
            new MinorSafeguards(words)
                    .of(state).stream()
                            .filter(care -> !care.met())
                            .map(care -> new Item(Optional.empty(), care.what(), care.how(), ""))
                            .forEach(items::add);
        }
        for (var question : state.questions()) {
            if (question.isOpen()) {
                items.add(
                        new Item(
                                Optional.empty(),
                                words.say("case.question", terms.item(question.item())),
                                words.say("case.asked", terms.unit(question.by())),
                                ""));
            }
        }
        for (var appeal : state.appeals()) {
            if (appeal.isOpen()) {
                items.add(
                        item(
                                Optional.of(appeal.due()),
                                words.say("case.appeal", appeal.number()),
                                "",
                                appeal.reviewer()));
            }
        }
        state.stop()
                .ifPresent(stop ->
                        items.add(
                                item(
                                        stop.raisedDue(),
                                        words.say("task.stop"),
                                        words.say("case.stopped", stop.owner(), stop.reason()),
                                        stop.unit())));
    }
}
