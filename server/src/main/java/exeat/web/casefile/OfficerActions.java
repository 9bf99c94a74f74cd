package exeat.web.casefile;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.command.Actor;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Finding;
import exeat.web.casefile.CaseActionKind.Group;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** An officer's likely actions on a case now; the desk makes the final decision. */
final class OfficerActions implements CaseActions {

    private final CaseId id;
    private final TravellerNo no;
    private final TravellerSeen seen;
    private final Actor.Officer officer;
    private final AuthorityId holder;
    private final PackTexts terms;
    private final PageTexts words;
    private final ActTexts acts;
    private final InPersonActions inPerson;
    private final Optional<InPersonRequest> asked;

    OfficerActions(
            Disclosure.CaseSeen seen,
            TravellerNo no,
            Actor.Officer officer,
            PackTexts terms,
            PageTexts words,
            LocalDate today) {
        this.id = seen.id();
        this.no = no;
        this.seen = java.util.Objects.requireNonNull(seen.travellers().get(no));
        this.officer = officer;
        this.holder = seen.holder();
        this.terms = terms;
        this.words = words;
        this.acts = new ActTexts(terms, words);
        this.asked = Optional.ofNullable(seen.inPerson().get(no));
        this.inPerson = new InPersonActions(id, no, officer, terms, words, today);
    }

    @Override
    public CaseActionKind.OfferedTo reader() {
        return CaseActionKind.OfferedTo.OFFICER;
    }

    @Override
    public List<Group> groups() {
        if (seen instanceof Disclosure.Hidden && asked.isPresent()) {
            return List.of(Group.PROTECTION);
        }
        return switch (seen) {
            case Disclosure.Whole _ ->
                    List.of(
                            Group.APPEALS,
                            Group.AUTHORISATION,
                            Group.PROPOSALS,
                            Group.CLEARANCES,
                            Group.DECISION,
                            Group.QUESTIONS,
                            Group.BORDER_STOP,
                            Group.HOLDS,
                            Group.SAFEGUARDS,
                            Group.PROTECTION,
                            Group.WITHDRAWAL,
                            Group.RECUSAL);
            case Disclosure.ForWork _ ->
                    List.of(
                            Group.CLEARANCES,
                            Group.HOLDS,
                            Group.PROPOSALS,
                            Group.QUESTIONS,
                            Group.RECUSAL,
                            Group.PROTECTION,
                            Group.WITHDRAWAL);
            case Disclosure.AtBorder _ -> List.of(Group.PROTECTION);
            case Disclosure.ToHear _, Disclosure.Suspended _, Disclosure.StageOnly _ ->
                    List.of(Group.PROTECTION, Group.WITHDRAWAL);
            case Disclosure.NameAndStage _, Disclosure.Hidden _, Disclosure.Erased _ -> List.of();
        };
    }

    @Override
    public List<CaseAction> on(Group group) {
        return inPerson.with(offered(group), group, asked);
    }

    private List<CaseAction> offered(Group group) {
        return switch (seen) {
            case Disclosure.Whole(var state) -> {
                var all = new ArrayList<>(byHolder(group, state));
                all.addAll(on(group, state));
                yield all;
            }
            case Disclosure.ForWork work -> on(group, work);
            case Disclosure.AtBorder _ ->
                    group == Group.PROTECTION ? List.of(protect()) : List.of();
            case Disclosure.ToHear person -> on(group, person);
            case Disclosure.Suspended _ -> inPerson.on(group, true);
            case Disclosure.StageOnly(var stage) -> inPerson.unseen(group, stage, protect());
            case Disclosure.NameAndStage _, Disclosure.Hidden _, Disclosure.Erased _ -> List.of();
        };
    }

    /** First what waits: to hear the person, or to be the second officer. */
    private List<CaseAction> on(Group group, Disclosure.ToHear person) {
        var actions = new ArrayList<CaseAction>();
        var protection = person.protection();
        boolean hears =
                protection.hearing().filter(h -> h.unit().equals(officer.unit())).isPresent()
                        && protection.heardOnce().stream()
                                .noneMatch(one -> officer.isOrIsTiedTo(one.by()));
        if (group == Group.PROTECTION && hears) {
            actions.add(new ProtectionActions(id, no, words).hear(person));
        }
        actions.addAll(inPerson.hearing(group, person.birthDate()));
        return actions;
    }

    private List<CaseAction> on(Group group, TravellerState state) {
        boolean holds = holder.equals(officer.unit());
        boolean ended = StageTransitions.ENDS.contains(state.stage());
        return switch (group) {
            case APPEALS -> appeals(state);
            case AUTHORISATION -> holds && isReady(state) ? List.of(authorise()) : List.of();
            case PROPOSALS -> {
                var open = state.proposals().stream().filter(TravellerState.Proposal::open);
                var deeds = new ArrayList<>(proposals(open.toList()));
                deeds.addAll(replies(ServiceActions.heard(state)));
                yield deeds;
            }
            case CLEARANCES -> clearances(state.openClearances(), state.stage());
            case DECISION -> holds ? decision(state) : List.of();
            case QUESTIONS -> holds ? questions(state) : List.of();
            case HOLDS -> holds(state.openHolds());
            case SAFEGUARDS -> new SafeguardActions(id, state, words).all();
            case PROTECTION ->
                    state.protectionClaimed()
                            ? inPerson.on(group, true)
                            : ended ? List.of() : List.of(protect());
            case WITHDRAWAL -> inPerson.withdrawal(state.stage(), state.traveller().birthDate());
            case RECUSAL -> List.of(new RecusalActions(id, no, words).declare(officer.id()));
            case BORDER_STOP, CONFIRMATION, ARCHIVE -> List.of();
        };
    }

    /** The actions that the unit that handles the case can take by giving a reason. */
    private List<CaseAction> byHolder(Group group, TravellerState state) {
        return Arrays.stream(CaseActionKind.values())
                .filter(kind -> kind.group() == group && holder.equals(officer.unit()))
                .filter(kind -> kind.holderAct().filter(act -> act.isOffered(state)).isPresent())
                .map(kind -> reasoned(kind, "", r -> kind.byReason(id, no, r)))
                .toList();
    }

    private List<CaseAction> on(Group group, Disclosure.ForWork work) {
        return switch (group) {
            case CLEARANCES -> clearances(work.clearances(), work.stage());
            case HOLDS -> holds(work.holds());
            case QUESTIONS ->
                    new AppearanceActions(id, no, terms, words)
                            .ofUnit(officer.unit(), holder, work.clearances(), work.appearances());
            case PROPOSALS -> {
                var deeds = new ArrayList<>(proposals(work.proposals()));
                deeds.addAll(replies(work.proposals().stream()));
                yield deeds;
            }
            case RECUSAL -> List.of(new RecusalActions(id, no, words).declare(officer.id()));
            case PROTECTION -> List.of(protect());
            case WITHDRAWAL -> inPerson.withdrawal(work.stage(), work.birthDate());
            case CONFIRMATION, APPEALS, AUTHORISATION, DECISION, BORDER_STOP, SAFEGUARDS, ARCHIVE ->
                    List.of();
        };
    }

    private static boolean isReady(TravellerState state) {
        return switch (state.stage()) {
            case APPROVED -> state.openClearances().isEmpty() && state.openHolds().isEmpty();
            case REVOKED -> true;
            case UNCONFIRMED,
                    UNANSWERED,
                    REFERRED,
                    SET_ASIDE,
                    AUTHORISED,
                    DEPARTED,
                    REFUSED,
                    WITHDRAWN,
                    CLOSED ->
                    false;
        };
    }

    private List<CaseAction> decision(TravellerState state) {
        var deeds = new ArrayList<CaseAction>();
        switch (state.stage()) {
            case REFERRED -> deeds.add(new HoldActions(id, no, terms, words).refuse());
            case APPROVED -> {
                var grounds = state.finding().map(Finding::setAsideGrounds).orElse(List.of());
                if (!grounds.isEmpty()) {
                    deeds.add(new HoldActions(id, no, terms, words).setAside(grounds));
                }
            }
            case AUTHORISED -> deeds.add(new HoldActions(id, no, terms, words).revoke(state));
            case UNCONFIRMED,
                    UNANSWERED,
                    SET_ASIDE,
                    REVOKED,
                    DEPARTED,
                    REFUSED,
                    WITHDRAWN,
                    CLOSED -> {}
        }
        if (state.stage() == Stage.APPROVED || state.stage() == Stage.AUTHORISED) {
            deeds.add(new HoldActions(id, no, terms, words).place(state));
        }
        if (!StageTransitions.ENDS.contains(state.stage())) {
            deeds.addAll(new ServiceActions(id, no, terms, words).serve(state));
            deeds.addAll(new ServiceActions(id, no, terms, words).recordAnswers(state));
        }
        deeds.addAll(new FeeActions(id, no, words).all(state));
        return deeds;
    }

    private List<CaseAction> questions(TravellerState state) {
        var deeds = new ArrayList<CaseAction>();
        if (!List.of(Stage.UNCONFIRMED, Stage.DEPARTED).contains(state.stage())
                && !StageTransitions.ENDS.contains(state.stage())) {
            new AskAction(id, no, terms, words).of(state).ifPresent(deeds::add);
            deeds.addAll(
                    new AppearanceActions(id, no, terms, words).ofHolder(state, officer.unit()));
            deeds.addAll(new CorrectAction(id, state, terms, words).all());
        }
        return deeds;
    }

    private CaseAction authorise() {
        return CaseAction.plain(
                CaseActionKind.AUTHORISE,
                "",
                CaseActionKind.AUTHORISE.title(words),
                CaseActionKind.AUTHORISE.told(words),
                new TravellerCommand.Authorise(id, no));
    }

    private List<CaseAction> clearances(List<TravellerState.Clearance> open, Stage stage) {
        var deeds = new ArrayList<CaseAction>();
        for (var clearance : open) {
            if (clearance.unit().equals(officer.unit())) {
                var name = terms.clearance(clearance.name());
                deeds.add(
                        CaseAction.plain(
                                CaseActionKind.CLEAR,
                                clearance.name(),
                                CaseActionKind.CLEAR.title(words, name),
                                CaseActionKind.CLEAR.told(words, name),
                                new TravellerCommand.CompleteClearance(id, no, clearance.name())));
                if (stage == Stage.APPROVED && !holder.equals(officer.unit())) {
                    deeds.add(new HoldActions(id, no, terms, words).placeFor(clearance.name()));
                }
            }
        }
        return deeds;
    }

    private List<CaseAction> proposals(List<TravellerState.Proposal> open) {
        var deeds = new ArrayList<CaseAction>();
        for (var proposal : open) {
            var number = Integer.toString(proposal.number());
            if (!proposal.by().equals(officer.id())) {
                deeds.add(acts.second(id, no, proposal, found()));
            }
            deeds.add(
                    reasoned(
                            CaseActionKind.DECLINE,
                            number,
                            r ->
                                    new TravellerCommand.DeclineProposal(
                                            id, no, proposal.number(), r)));
        }
        return deeds;
    }

    /** Replies to what a person said, for the officer who proposed the act only. */
    private List<CaseAction> replies(Stream<TravellerState.Proposal> heard) {
        return new ServiceActions(id, no, terms, words)
                .replies(heard.filter(p -> officer.isOrIsTiedTo(p.by())));
    }

    /** When the finding was made; empty for a reader who does not see it. */
    private Optional<Instant> found() {
        return seen instanceof Disclosure.Whole(var state) ? state.found() : Optional.empty();
    }

    private List<CaseAction> holds(List<TravellerState.Hold> open) {
        var deeds = new ArrayList<CaseAction>();
        for (var hold : open) {
            boolean owner = hold.owner().equals(officer.unit());
            if (owner || hold.reviewer().equals(Optional.of(officer.unit()))) {
                var number = Integer.toString(hold.number());
                deeds.add(
                        reasoned(
                                CaseActionKind.RELEASE,
                                number,
                                r -> new TravellerCommand.ReleaseHold(id, no, hold.number(), r)));
                if (owner && hold.escalated()) {
                    deeds.add(new HoldActions(id, no, terms, words).extend(hold.number()));
                }
            }
        }
        return deeds;
    }

    private List<CaseAction> appeals(TravellerState state) {
        return state.appeals().reversed().stream()
                .filter(appeal -> appeal.isOpen() && appeal.reviewer().equals(officer.unit()))
                .map(this::decideAppeal)
                .toList();
    }

    private CaseAction decideAppeal(TravellerState.AppealState appeal) {
        return new CaseAction(
                CaseActionKind.DECIDE_APPEAL,
                Integer.toString(appeal.number()),
                CaseActionKind.DECIDE_APPEAL.title(words, appeal.number()),
                CaseActionKind.DECIDE_APPEAL.told(words, appeal.grounds()),
                form ->
                        form.radios(
                                        "upheld",
                                        words.say("action.upheld"),
                                        "",
                                        List.of(
                                                ChoiceOption.of(
                                                        "yes", words.say("action.upheld.yes"), ""),
                                                ChoiceOption.of(
                                                        "no", words.say("action.upheld.no"), "")))
                                .area(
                                        "reason",
                                        words.say("action.reason"),
                                        words.say("action.reason.hint")),
                posted -> chosen(posted, "upheld", List.of("yes", "no")),
                posted ->
                        new TravellerCommand.DecideAppeal(
                                id,
                                no,
                                appeal.number(),
                                posted.value("upheld").equals("yes"),
                                posted.value("reason")));
    }

    private CaseAction protect() {
        return new ProtectionActions(id, no, words)
                .forAnother(words.say("action.protect"), List.of(words.say("action.protect.told")));
    }

    private CaseAction reasoned(
            CaseActionKind kind, String target, Function<String, Command> command) {
        return new CaseAction(
                kind,
                target,
                kind.title(words, target),
                kind.told(words),
                form ->
                        form.area(
                                "reason",
                                words.say("action.reason"),
                                words.say("action.reason.hint")),
                this::reason,
                posted -> command.apply(posted.value("reason")));
    }

    /** All errors in a choice and its reason together. */
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
