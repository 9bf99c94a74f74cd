package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;

import exeat.web.kit.Posted;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.casework.value.Act;
import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.state.Life;
import exeat.casework.state.Stage;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.state.TravellerState;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding;
import exeat.web.component.form.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an officer can do on a case now, as far as it shows; the desk has the last word. */
final class OfficerDeeds {

    private final CaseId id;
    private final TravellerNo no;
    private final TravellerSeen seen;
    private final Actor.Officer officer;
    private final AuthorityId holder;
    private final Terms terms;
    private final Words words;
    private final ActWords acts;

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
        this.acts = new ActWords(terms, words);
    }

    List<Deed> all() {
        var deeds = new ArrayList<Deed>();
        switch (seen) {
            case Disclosure.Whole(var state) -> {
                whole(deeds, state);
                deeds.add(new RecusalForms(id, no, words).declare(officer.id()));
            }
            case Disclosure.ForWork work -> {
                clearances(deeds, work.clearances(), work.stage());
                holds(deeds, work.holds());
                proposals(deeds, work.proposals());
                deeds.add(new RecusalForms(id, no, words).declare(officer.id()));
                deeds.add(protect());
            }
            case Disclosure.AtBorder _ -> deeds.add(protect());
            case Disclosure.NameAndStage _,
                    Disclosure.Suspended _,
                    Disclosure.Hidden _,
                    Disclosure.Erased _ -> {}
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
                deeds.add(reasoned("approve", "", r -> new TravellerCommand.ApproveReferred(id, no, r)));
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
            new AskForm(id, no, terms, words).of(state).ifPresent(deeds::add);
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
                new TravellerCommand.Authorise(id, no));
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
                                new TravellerCommand.Clear(id, no, clearance.name())));
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
            var what = acts.name(proposal.act());
            if (!proposal.by().equals(officer.id())) {
                deeds.add(
                        Deed.plain(
                                        "second",
                                        number,
                                        words.say("deed.second", what),
                                        secondTold(proposal),
                                        new TravellerCommand.Second(id, no, proposal.number()))
                                .asGrave());
            }
            deeds.add(
                    reasoned(
                            "decline",
                            number,
                            r -> new TravellerCommand.Decline(id, no, proposal.number(), r)));
        }
    }

    private List<String> secondTold(TravellerState.Proposal proposal) {
        var told = new ArrayList<String>();
        told.add(words.say("deed.second.told", proposal.by()));
        told.addAll(acts.details(proposal.act()));
        told.add(words.say("deed.reason-was", proposal.reason()));
        return told;
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
                                r -> new TravellerCommand.ReleaseHold(id, no, hold.number(), r)));
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
                                posted -> chosen(posted, "upheld", List.of("yes", "no")),
                                posted ->
                                        new TravellerCommand.DecideAppeal(
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
                posted -> chosen(posted, "ground", grounds),
                posted ->
                        new TravellerCommand.Propose(
                                id,
                                no,
                                new Act.SetAside(posted.one("ground")),
                                posted.one("reason")));
    }

    private Deed correct() {
        var facts = new ArrayList<Option>();
        facts.add(Option.of("", words.say("ask.choose"), " "));
        for (var fact : terms.directive().vocabulary().facts()) {
            facts.add(Option.of(fact.name().text(), terms.label(fact), ""));
        }
        return new Deed(
                "correct",
                "",
                words.say("deed.correct"),
                List.of(words.say("deed.correct.told")),
                true,
                form ->
                        form.select("fact", words.say("deed.fact"), "", facts)
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
                        new TravellerCommand.Propose(
                                id,
                                no,
                                new Act.CorrectFact(
                                        new FactName(posted.one("fact")),
                                        value(posted).orElseThrow(),
                                        posted.one("evidence")),
                                posted.one("reason")));
    }

    private java.util.Optional<exeat.rules.fact.Value> value(Posted posted) {
        return terms.directive().vocabulary().facts().stream()
                .filter(fact -> fact.name().text().equals(posted.one("fact")))
                .findFirst()
                .flatMap(fact -> value(fact, posted.one("value")));
    }

    /** As the vocabulary writes it, or as the pages do. */
    private java.util.Optional<exeat.rules.fact.Value> value(FactDefinition fact, String text) {
        return Terms.parse(fact, text)
                .or(() ->
                        allowed(fact).stream()
                                .filter(value -> terms.value(fact, value).equalsIgnoreCase(text))
                                .findFirst());
    }

    /** The values among which one can choose; none for a number or a date. */
    private static List<exeat.rules.fact.Value> allowed(FactDefinition fact) {
        var written =
                fact.type() == FactDefinition.FactType.BOOLEAN
                        ? List.of("true", "false")
                        : fact.values();
        return written.stream().flatMap(word -> Terms.parse(fact, word).stream()).toList();
    }

    private Map<String, String> wrongCorrection(Posted posted) {
        var wrong = new LinkedHashMap<String, String>();
        if (posted.one("fact").isEmpty()) {
            wrong.put("fact", words.say("wrong.choose"));
        } else if (value(posted).isEmpty()) {
            wrong.put("value", wrongValue(posted.one("fact")));
        }
        if (posted.one("evidence").isEmpty()) {
            wrong.put("evidence", words.say("wrong.empty"));
        }
        wrong.putAll(reason(posted));
        return wrong;
    }

    private Deed propose(String name, String target, Act act) {
        return reasoned(name, target, r -> new TravellerCommand.Propose(id, no, act, r));
    }

    private Deed lift() {
        return reasoned("lift", "", r -> new TravellerCommand.LiftStop(id, no, r));
    }

    private Deed protect() {
        return Deed.plain(
                "protect",
                "",
                words.say("deed.protect"),
                List.of(words.say("deed.protect.told")),
                new TravellerCommand.ClaimProtection(id, no));
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

    private String wrongValue(String name) {
        return terms.directive().vocabulary().facts().stream()
                .filter(fact -> fact.name().text().equals(name) && !allowed(fact).isEmpty())
                .findFirst()
                .map(fact ->
                        words.say(
                                "wrong.value",
                                allowed(fact).stream()
                                        .map(value -> terms.value(fact, value))
                                        .collect(java.util.stream.Collectors.joining(", "))))
                .orElseGet(() -> words.say("wrong.value.any"));
    }

    /** Whatever is wrong with a choice and its reason, at once. */
    private Map<String, String> chosen(Posted posted, String field, List<String> allowed) {
        var wrong = new LinkedHashMap<String, String>();
        if (posted.oneOf(field, allowed).isEmpty()) {
            wrong.put(field, words.say("wrong.choose"));
        }
        wrong.putAll(reason(posted));
        return wrong;
    }

    private Map<String, String> reason(Posted posted) {
        return posted.one("reason").isEmpty()
                ? Map.of("reason", words.say("wrong.empty"))
                : Map.of();
    }
}
