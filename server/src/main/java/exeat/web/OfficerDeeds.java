package exeat.web;

import exeat.casework.Act;
import exeat.casework.Actor;
import exeat.casework.Command;
import exeat.casework.Disclosure;
import exeat.casework.Disclosure.TravellerSeen;
import exeat.casework.Item;
import exeat.casework.Life;
import exeat.casework.Stage;
import exeat.casework.StreamId.CaseId;
import exeat.casework.TravellerNo;
import exeat.casework.TravellerState;
import exeat.rules.AuthorityId;
import exeat.rules.FactDefinition;
import exeat.rules.FactName;
import exeat.rules.Finding;
import exeat.web.part.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What an officer can do on a case now, as far as it shows; the desk has the last word. */
final class OfficerDeeds {

    private final CaseId id;
    private final TravellerNo no;
    private final TravellerSeen seen;
    private final Actor.Officer officer;
    private final AuthorityId holder;
    private final Terms terms;
    private final Words words;

    OfficerDeeds(
            Disclosure.CaseSeen seen,
            TravellerNo no,
            Actor.Officer officer,
            Terms terms,
            Words words) {
        this.id = seen.id();
        this.no = no;
        this.seen = java.util.Objects.requireNonNull(seen.travellers().get(no));
        this.officer = officer;
        this.holder = seen.holder();
        this.terms = terms;
        this.words = words;
    }

    List<Deed> all() {
        var deeds = new ArrayList<Deed>();
        switch (seen) {
            case Disclosure.Whole(var state) -> whole(deeds, state);
            case Disclosure.ForWork work -> {
                clearances(deeds, work.clearances(), work.stage());
                holds(deeds, work.holds());
                proposals(deeds, work.proposals());
                deeds.add(protect());
            }
            case Disclosure.AtBorder _ -> deeds.add(protect());
            case Disclosure.NameAndStage _, Disclosure.Suspended _, Disclosure.Hidden _ -> {}
        }
        return deeds;
    }

    private void whole(List<Deed> deeds, TravellerState state) {
        proposals(deeds, state.proposals().stream().filter(TravellerState.Proposal::open).toList());
        clearances(deeds, state.openClearances(), state.stage());
        if (holder.equals(officer.unit())) {
            asHolder(deeds, state);
        }
        holds(deeds, state.openHolds());
        appeals(deeds, state);
        new SafeguardDeeds(id, state, words).addTo(deeds);
        if (!Life.ENDS.contains(state.stage())) {
            deeds.add(protect());
        }
    }

    private void asHolder(List<Deed> deeds, TravellerState state) {
        switch (state.stage()) {
            case REFERRED -> {
                deeds.add(reasoned("approve", "", r -> new Command.ApproveReferred(id, no, r)));
                deeds.add(propose("refuse", "", new Act.Refuse()).asGrave());
            }
            case APPROVED -> {
                if (state.openClearances().isEmpty() && state.openHolds().isEmpty()) {
                    deeds.addFirst(authorise());
                }
                var grounds = state.finding().map(Finding::setAsideGrounds).orElse(List.of());
                if (!grounds.isEmpty()) {
                    deeds.add(setAside(grounds));
                }
            }
            case REVOKED -> deeds.add(authorise());
            case AUTHORISED -> deeds.add(new HoldForms(id, no, terms, words).revoke(state));
            case UNCONFIRMED, UNANSWERED, SET_ASIDE, DEPARTED, REFUSED, WITHDRAWN, CLOSED -> {}
        }
        if (state.stage() == Stage.APPROVED || state.stage() == Stage.AUTHORISED) {
            deeds.add(new HoldForms(id, no, terms, words).place("hold", "", state));
        }
        if (!List.of(Stage.UNCONFIRMED, Stage.DEPARTED).contains(state.stage())
                && !Life.ENDS.contains(state.stage())) {
            deeds.add(ask(state));
            deeds.add(correct());
        }
        state.stop().ifPresent(_ -> deeds.add(lift()));
    }

    private Deed authorise() {
        return Deed.plain(
                "authorise",
                "",
                words.say("deed.authorise"),
                List.of(words.say("deed.authorise.told")),
                new Command.Authorise(id, no));
    }

    private void clearances(List<Deed> deeds, List<TravellerState.Clearance> open, Stage stage) {
        for (var clearance : open) {
            if (clearance.unit().equals(officer.unit())) {
                var name = terms.clearance(clearance.name());
                deeds.add(
                        Deed.plain(
                                "clear",
                                clearance.name(),
                                words.say("deed.clear", name),
                                List.of(words.say("deed.clear.told", name)),
                                new Command.Clear(id, no, clearance.name())));
                if (stage == Stage.APPROVED && !holder.equals(officer.unit())) {
                    deeds.add(
                            new HoldForms(id, no, terms, words)
                                    .placeFor(
                                            clearance.name(),
                                            words.say("deed.hold-clearance", name)));
                }
            }
        }
    }

    private void proposals(List<Deed> deeds, List<TravellerState.Proposal> open) {
        for (var proposal : open) {
            var number = Integer.toString(proposal.number());
            var what = words.say("act." + proposal.act().getClass().getSimpleName());
            if (!proposal.by().equals(officer.id())) {
                deeds.add(
                        Deed.plain(
                                        "second",
                                        number,
                                        words.say("deed.second", what),
                                        List.of(
                                                words.say("deed.second.told", proposal.by()),
                                                words.say("deed.reason-was", proposal.reason())),
                                        new Command.Second(id, no, proposal.number()))
                                .asGrave());
            }
            deeds.add(
                    reasoned(
                            "decline",
                            number,
                            r -> new Command.Decline(id, no, proposal.number(), r)));
        }
    }

    private void holds(List<Deed> deeds, List<TravellerState.Hold> open) {
        for (var hold : open) {
            boolean owner = hold.owner().equals(officer.unit());
            if (owner || hold.reviewer().equals(Optional.of(officer.unit()))) {
                var number = Integer.toString(hold.number());
                deeds.add(
                        reasoned(
                                "release",
                                number,
                                r -> new Command.ReleaseHold(id, no, hold.number(), r)));
                if (owner && hold.escalated()) {
                    deeds.add(new HoldForms(id, no, terms, words).extend(hold.number()));
                }
            }
        }
    }

    private void appeals(List<Deed> deeds, TravellerState state) {
        for (var appeal : state.appeals()) {
            if (appeal.isOpen() && appeal.reviewer().equals(officer.unit())) {
                deeds.addFirst(
                        new Deed(
                                "decide-appeal",
                                Integer.toString(appeal.number()),
                                words.say("deed.decide-appeal", appeal.number()),
                                List.of(words.say("deed.appeal-grounds", appeal.grounds())),
                                false,
                                form ->
                                        form.radios(
                                                        "upheld",
                                                        words.say("deed.upheld"),
                                                        "",
                                                        List.of(
                                                                Option.of(
                                                                        "yes",
                                                                        words.say(
                                                                                "deed.upheld.yes"),
                                                                        ""),
                                                                Option.of(
                                                                        "no",
                                                                        words.say("deed.upheld.no"),
                                                                        "")))
                                                .area(
                                                        "reason",
                                                        words.say("deed.reason"),
                                                        words.say("deed.reason.hint")),
                                posted ->
                                        posted.oneOf("upheld", List.of("yes", "no")).isEmpty()
                                                ? Map.of("upheld", words.say("wrong.choose"))
                                                : reason(posted),
                                posted ->
                                        new Command.DecideAppeal(
                                                id,
                                                no,
                                                appeal.number(),
                                                posted.one("upheld").equals("yes"),
                                                posted.one("reason"))));
            }
        }
    }

    private Deed setAside(List<String> grounds) {
        return new Deed(
                "set-aside",
                "",
                words.say("deed.set-aside"),
                List.of(words.say("deed.propose.told")),
                true,
                form ->
                        form.radios(
                                        "ground",
                                        words.say("deed.ground"),
                                        "",
                                        grounds.stream()
                                                .map(g -> Option.of(g, terms.setAsideGround(g), ""))
                                                .toList())
                                .area(
                                        "reason",
                                        words.say("deed.reason"),
                                        words.say("deed.reason.hint")),
                posted ->
                        posted.oneOf("ground", grounds).isEmpty()
                                ? Map.of("ground", words.say("wrong.choose"))
                                : reason(posted),
                posted ->
                        new Command.Propose(
                                id,
                                no,
                                new Act.SetAside(posted.one("ground")),
                                posted.one("reason")));
    }

    private Deed ask(TravellerState state) {
        var options = new ArrayList<Option>();
        var kinds = new TreeSet<String>();
        state.finding().ifPresent(f -> kinds.addAll(f.burden().documents()));
        for (var fact : terms.directive().vocabulary().facts()) {
            fact.evidence().ifPresent(kinds::add);
            if (fact.source() == FactDefinition.Source.DECLARED) {
                options.add(Option.of("fact:" + fact.name().text(), terms.label(fact), ""));
            }
        }
        kinds.forEach(k -> options.add(Option.of("document:" + k, terms.document(k), "")));
        return new Deed(
                "ask",
                "",
                words.say("deed.ask"),
                List.of(words.say("deed.ask.told")),
                false,
                form -> form.radios("item", words.say("deed.item"), "", options),
                posted ->
                        options.stream().anyMatch(o -> o.value().equals(posted.one("item")))
                                ? Map.of()
                                : Map.of("item", words.say("wrong.choose")),
                posted -> new Command.Ask(id, no, item(posted.one("item"))));
    }

    private static Item item(String text) {
        var name = text.substring(text.indexOf(':') + 1);
        return text.startsWith("fact:")
                ? new Item.OfFact(new FactName(name))
                : new Item.OfDocument(name);
    }

    private Deed correct() {
        var facts = terms.directive().vocabulary().facts();
        return new Deed(
                "correct",
                "",
                words.say("deed.correct"),
                List.of(words.say("deed.correct.told")),
                true,
                form ->
                        form.select(
                                        "fact",
                                        words.say("deed.fact"),
                                        "",
                                        facts.stream()
                                                .map(f ->
                                                        Option.of(
                                                                f.name().text(),
                                                                terms.label(f),
                                                                ""))
                                                .toList())
                                .text(
                                        "value",
                                        words.say("deed.value"),
                                        words.say("deed.value.hint"))
                                .text("evidence", words.say("deed.evidence"), "")
                                .area(
                                        "reason",
                                        words.say("deed.reason"),
                                        words.say("deed.reason.hint")),
                this::wrongCorrection,
                posted ->
                        new Command.Propose(
                                id,
                                no,
                                new Act.CorrectFact(
                                        new FactName(posted.one("fact")),
                                        value(posted).orElseThrow(),
                                        posted.one("evidence")),
                                posted.one("reason")));
    }

    private java.util.Optional<exeat.rules.Value> value(Posted posted) {
        return terms.directive().vocabulary().facts().stream()
                .filter(fact -> fact.name().text().equals(posted.one("fact")))
                .findFirst()
                .flatMap(fact -> Terms.parse(fact, posted.one("value")));
    }

    private Map<String, String> wrongCorrection(Posted posted) {
        if (value(posted).isEmpty()) {
            return Map.of("value", words.say("wrong.value"));
        }
        return posted.one("evidence").isEmpty()
                ? Map.of("evidence", words.say("wrong.empty"))
                : reason(posted);
    }

    private Deed propose(String name, String target, Act act) {
        return reasoned(name, target, r -> new Command.Propose(id, no, act, r));
    }

    private Deed lift() {
        return reasoned("lift", "", r -> new Command.LiftStop(id, no, r));
    }

    private Deed protect() {
        return Deed.plain(
                "protect",
                "",
                words.say("deed.protect"),
                List.of(words.say("deed.protect.told")),
                new Command.ClaimProtection(id, no));
    }

    private Deed reasoned(
            String name, String target, java.util.function.Function<String, Command> command) {
        return new Deed(
                name,
                target,
                words.say("deed." + name, target),
                List.of(words.say("deed." + name + ".told")),
                false,
                form ->
                        form.area(
                                "reason", words.say("deed.reason"), words.say("deed.reason.hint")),
                this::reason,
                posted -> command.apply(posted.one("reason")));
    }

    private Map<String, String> reason(Posted posted) {
        return posted.one("reason").isEmpty()
                ? Map.of("reason", words.say("wrong.empty"))
                : Map.of();
    }
}
