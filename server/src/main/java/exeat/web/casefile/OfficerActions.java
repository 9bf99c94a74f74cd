package exeat.web.casefile;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an officer can do on a case now, as far as it shows; the desk has the last word. */
final class OfficerActions {

    private final CaseId id;
    private final TravellerNo no;
    private final TravellerSeen seen;
    private final Actor.Officer officer;
    private final AuthorityId holder;
    private final PackTexts terms;
    private final PageTexts words;
    private final ActTexts acts;

    OfficerActions(
            Disclosure.CaseSeen seen,
            TravellerNo no,
            Actor.Officer officer,
            PackTexts terms,
            PageTexts words) {
        this.id = seen.id();
        this.no = no;
        this.seen = java.util.Objects.requireNonNull(seen.travellers().get(no));
        this.officer = officer;
        this.holder = seen.holder();
        this.terms = terms;
        this.words = words;
        this.acts = new ActTexts(terms, words);
    }

    List<CaseAction> all() {
        var deeds = new ArrayList<CaseAction>();
        switch (seen) {
            case Disclosure.Whole(var state) -> {
                whole(deeds, state);
                deeds.add(new RecusalActions(id, no, words).declare(officer.id()));
            }
            case Disclosure.ForWork work -> {
                clearances(deeds, work.clearances(), work.stage());
                holds(deeds, work.holds());
                proposals(deeds, work.proposals());
                deeds.add(new RecusalActions(id, no, words).declare(officer.id()));
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

    private void whole(List<CaseAction> deeds, TravellerState state) {
        proposals(deeds, state.proposals().stream().filter(TravellerState.Proposal::open).toList());
        clearances(deeds, state.openClearances(), state.stage());
        if (holder.equals(officer.unit())) {
            asHolder(deeds, state);
        }
        holds(deeds, state.openHolds());
        appeals(deeds, state);
        new SafeguardActions(id, state, words).addTo(deeds);
        if (!StageTransitions.ENDS.contains(state.stage())) {
            deeds.add(protect());
        }
    }

    private void asHolder(List<CaseAction> deeds, TravellerState state) {
        switch (state.stage()) {
            case REFERRED -> {
                deeds.add(
                        reasoned(
                                "approve",
                                "",
                                r -> new TravellerCommand.ApproveReferred(id, no, r)));
                deeds.add(propose("refuse", "", new TwoOfficerAct.Refuse()).asGrave());
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
            case AUTHORISED -> deeds.add(new HoldActions(id, no, terms, words).revoke(state));
            case UNCONFIRMED, UNANSWERED, SET_ASIDE, DEPARTED, REFUSED, WITHDRAWN, CLOSED -> {}
        }
        if (state.stage() == Stage.APPROVED || state.stage() == Stage.AUTHORISED) {
            deeds.add(new HoldActions(id, no, terms, words).place("hold", "", state));
        }
        if (!List.of(Stage.UNCONFIRMED, Stage.DEPARTED).contains(state.stage())
                && !StageTransitions.ENDS.contains(state.stage())) {
            new AskAction(id, no, terms, words).of(state).ifPresent(deeds::add);
            deeds.add(correct());
        }
        state.stop().ifPresent(_ -> deeds.add(lift()));
    }

    private CaseAction authorise() {
        return CaseAction.plain(
                "authorise",
                "",
                words.say("deed.authorise"),
                List.of(words.say("deed.authorise.told")),
                new TravellerCommand.Authorise(id, no));
    }

    private void clearances(
            List<CaseAction> deeds, List<TravellerState.Clearance> open, Stage stage) {
        for (var clearance : open) {
            if (clearance.unit().equals(officer.unit())) {
                var name = terms.clearance(clearance.name());
                deeds.add(
                        CaseAction.plain(
                                "clear",
                                clearance.name(),
                                words.say("deed.clear", name),
                                List.of(words.say("deed.clear.told", name)),
                                new TravellerCommand.CompleteClearance(id, no, clearance.name())));
                if (stage == Stage.APPROVED && !holder.equals(officer.unit())) {
                    deeds.add(
                            new HoldActions(id, no, terms, words)
                                    .placeFor(
                                            clearance.name(),
                                            words.say("deed.hold-clearance", name)));
                }
            }
        }
    }

    private void proposals(List<CaseAction> deeds, List<TravellerState.Proposal> open) {
        for (var proposal : open) {
            var number = Integer.toString(proposal.number());
            var what = acts.name(proposal.act());
            if (!proposal.by().equals(officer.id())) {
                deeds.add(
                        CaseAction.plain(
                                        "second",
                                        number,
                                        words.say("deed.second", what),
                                        secondTold(proposal),
                                        new TravellerCommand.SecondProposal(
                                                id, no, proposal.number()))
                                .asGrave());
            }
            deeds.add(
                    reasoned(
                            "decline",
                            number,
                            r ->
                                    new TravellerCommand.DeclineProposal(
                                            id, no, proposal.number(), r)));
        }
    }

    private List<String> secondTold(TravellerState.Proposal proposal) {
        var told = new ArrayList<String>();
        told.add(words.say("deed.second.told", proposal.by()));
        told.addAll(acts.details(proposal.act()));
        told.add(words.say("deed.reason-was", proposal.reason()));
        return told;
    }

    private void holds(List<CaseAction> deeds, List<TravellerState.Hold> open) {
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
                    deeds.add(new HoldActions(id, no, terms, words).extend(hold.number()));
                }
            }
        }
    }

    private void appeals(List<CaseAction> deeds, TravellerState state) {
        for (var appeal : state.appeals()) {
            if (appeal.isOpen() && appeal.reviewer().equals(officer.unit())) {
                deeds.addFirst(
                        new CaseAction(
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
                                                                ChoiceOption.of(
                                                                        "yes",
                                                                        words.say(
                                                                                "deed.upheld.yes"),
                                                                        ""),
                                                                ChoiceOption.of(
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
                                                posted.value("upheld").equals("yes"),
                                                posted.value("reason"))));
            }
        }
    }

    private CaseAction setAside(List<String> grounds) {
        return new CaseAction(
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
                                                .map(g ->
                                                        ChoiceOption.of(
                                                                g, terms.setAsideGround(g), ""))
                                                .toList())
                                .area(
                                        "reason",
                                        words.say("deed.reason"),
                                        words.say("deed.reason.hint")),
                posted -> chosen(posted, "ground", grounds),
                posted ->
                        new TravellerCommand.ProposeAct(
                                id,
                                no,
                                new TwoOfficerAct.SetAside(posted.value("ground")),
                                posted.value("reason")));
    }

    private CaseAction correct() {
        var facts = new ArrayList<ChoiceOption>();
        facts.add(ChoiceOption.of("", words.say("ask.choose"), " "));
        for (var fact : terms.directive().vocabulary().facts()) {
            facts.add(ChoiceOption.of(fact.name().text(), terms.label(fact), ""));
        }
        return new CaseAction(
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
                        new TravellerCommand.ProposeAct(
                                id,
                                no,
                                new TwoOfficerAct.CorrectFact(
                                        new FactName(posted.value("fact")),
                                        value(posted).orElseThrow(),
                                        posted.value("evidence")),
                                posted.value("reason")));
    }

    private java.util.Optional<exeat.rules.fact.Value> value(SubmittedForm posted) {
        return terms.directive().vocabulary().facts().stream()
                .filter(fact -> fact.name().text().equals(posted.value("fact")))
                .findFirst()
                .flatMap(fact -> value(fact, posted.value("value")));
    }

    /** As the vocabulary writes it, or as the pages do. */
    private java.util.Optional<exeat.rules.fact.Value> value(FactDefinition fact, String text) {
        return PackTexts.parse(fact, text)
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
        return written.stream().flatMap(word -> PackTexts.parse(fact, word).stream()).toList();
    }

    private Map<String, String> wrongCorrection(SubmittedForm posted) {
        var wrong = new LinkedHashMap<String, String>();
        if (posted.value("fact").isEmpty()) {
            wrong.put("fact", words.say("wrong.choose"));
        } else if (value(posted).isEmpty()) {
            wrong.put("value", wrongValue(posted.value("fact")));
        }
        if (posted.value("evidence").isEmpty()) {
            wrong.put("evidence", words.say("wrong.empty"));
        }
        wrong.putAll(reason(posted));
        return wrong;
    }

    private CaseAction propose(String name, String target, TwoOfficerAct act) {
        return reasoned(name, target, r -> new TravellerCommand.ProposeAct(id, no, act, r));
    }

    private CaseAction lift() {
        return reasoned("lift", "", r -> new TravellerCommand.LiftStop(id, no, r));
    }

    private CaseAction protect() {
        return CaseAction.plain(
                "protect",
                "",
                words.say("deed.protect"),
                List.of(words.say("deed.protect.told")),
                new TravellerCommand.ClaimProtection(id, no));
    }

    private CaseAction reasoned(
            String name, String target, java.util.function.Function<String, Command> command) {
        return new CaseAction(
                name,
                target,
                words.say("deed." + name, target),
                List.of(words.say("deed." + name + ".told")),
                false,
                form ->
                        form.area(
                                "reason", words.say("deed.reason"), words.say("deed.reason.hint")),
                this::reason,
                posted -> command.apply(posted.value("reason")));
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
    private Map<String, String> chosen(SubmittedForm posted, String field, List<String> allowed) {
        var wrong = new LinkedHashMap<String, String>();
        if (posted.oneOf(field, allowed).isEmpty()) {
            wrong.put(field, words.say("wrong.choose"));
        }
        wrong.putAll(reason(posted));
        return wrong;
    }

    private Map<String, String> reason(SubmittedForm posted) {
        return posted.value("reason").isEmpty()
                ? Map.of("reason", words.say("wrong.empty"))
                : Map.of();
    }
}
