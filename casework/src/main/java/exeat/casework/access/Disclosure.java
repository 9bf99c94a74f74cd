package exeat.casework.access;

import exeat.casework.command.Actor;
import exeat.casework.evolve.TravellerDraft;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.Archive;
import exeat.casework.state.CaseState;
import exeat.casework.state.Erasure;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.SecretRequest;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.BorderStop;
import exeat.casework.state.TravellerState.Clearance;
import exeat.casework.state.TravellerState.CrossingPart;
import exeat.casework.state.TravellerState.Hold;
import exeat.casework.state.TravellerState.Paper;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.Admission;
import exeat.casework.value.PersonName;
import exeat.casework.value.StreamId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.appearance.Appearance;
import exeat.casework.value.appearance.Appearances;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an actor may see of a case. What they may not see is not contained in it.
 *
 * <p>Only the person, the holder and a reviewer see facts and grounds. Other units see who it is
 * and what they have to do, but not the outcome: together with the purpose it can reveal a
 * protected fact.
 */
public final class Disclosure {

    private Disclosure() {}

    /**
     * A case as one actor sees it.
     *
     * @param secrets what officers did about the secrets of those whom the actor sees whole, and
     *     about any that the actor's unit may answer
     * @param inPerson what travellers are said to have asked for in person, for those officers who
     *     may be the second; it shows no more of a traveller than they saw without
     * @param own what the actor's own secret is good for
     * @param past how much of what happened comes with it
     */
    public record CaseSeen(
            StreamId.CaseId id,
            String number,
            Instant received,
            AuthorityId holder,
            Optional<Archive> archive,
            SortedMap<TravellerNo, TravellerSeen> travellers,
            List<SecretRequest> secrets,
            SortedMap<TravellerNo, InPersonRequest> inPerson,
            OwnSecret own,
            Past past) {
        public CaseSeen {
            travellers = Collections.unmodifiableSortedMap(new TreeMap<>(travellers));
            secrets = List.copyOf(secrets);
            inPerson = Collections.unmodifiableSortedMap(new TreeMap<>(inPerson));
        }
    }

    /** A traveller as one actor sees them. */
    public sealed interface TravellerSeen {}

    /** Everything: the person themselves, the holder, a reviewer. */
    public record Whole(TravellerState state) implements TravellerSeen {}

    /**
     * For a unit with something to do: who it is, and what waits on the unit or those below it. Not
     * what for: beside a task, which says that the rules approve, it can tell on which route.
     */
    public record ForWork(
            List<PersonName> names,
            BirthDate birthDate,
            String nationality,
            Stage stage,
            List<Clearance> clearances,
            List<Hold> holds,
            List<Proposal> proposals,
            List<Appearance> appearances)
            implements TravellerSeen {
        public ForWork {
            names = List.copyOf(names);
            clearances = List.copyOf(clearances);
            holds = List.copyOf(holds);
            proposals = List.copyOf(proposals);
            appearances = List.copyOf(appearances);
        }
    }

    /** At a border post: who it is, and whether the paper is good. */
    public record AtBorder(
            List<PersonName> names,
            BirthDate birthDate,
            Stage stage,
            Optional<Paper> paper,
            List<CrossingPart> parts,
            Optional<BorderStop> stop)
            implements TravellerSeen {
        public AtBorder {
            names = List.copyOf(names);
            parts = List.copyOf(parts);
        }
    }

    /** For the other people in the application. */
    public record NameAndStage(PersonName name, Stage stage) implements TravellerSeen {}

    /** The data was erased. Everybody sees only that fact, when and why. */
    public record Erased(Erasure erasure) implements TravellerSeen {}

    /** They claimed protection; an officer of a unit that has something to do sees nothing else. */
    public record Suspended() implements TravellerSeen {}

    /**
     * For the protection officers who are to hear somebody alone: who it is, how they are reached,
     * and what was said.
     */
    public record ToHear(
            List<PersonName> names,
            BirthDate birthDate,
            String language,
            Optional<String> contact,
            Protection protection)
            implements TravellerSeen {
        public ToHear {
            names = List.copyOf(names);
        }
    }

    /**
     * A traveller with whom this unit has nothing to do, in a case that it touches; or one of whom
     * the others in the case see nothing.
     */
    public record Hidden() implements TravellerSeen {}

    /**
     * Somebody whose identity nobody has established, for units above those that work on the case:
     * how far it is, so that they can supervise it. A stranger may have typed the name.
     */
    public record StageOnly(Stage stage) implements TravellerSeen {}

    /**
     * The case as this actor sees it; empty for an actor who has nothing to do with it.
     *
     * @param today the day in the directive's zone; guardians do not see somebody who has come of
     *     age in full
     * @param now the same moment; from when a new secret works, its holder sees all of theirs
     */
    public static Optional<CaseSeen> view(
            CaseState state, Actor actor, AuthorityTree tree, LocalDate today, Instant now) {
        return switch (actor) {
            // An auditor reads through another class, with replacement names.
            case Actor.Stranger _, Actor.Clock _, Actor.Auditor _, Actor.Administrator _ ->
                    Optional.empty();
            case Actor.Party party ->
                    party.caseId().equals(state.id())
                            ? Optional.of(
                                    seen(
                                            state,
                                            actor,
                                            tree,
                                            now,
                                            t -> byParty(state, t, party, today, now)))
                            : Optional.empty();
            // An officer who has stepped aside from every part sees nothing of the case.
            case Actor.Officer officer when isAside(state, officer) -> Optional.empty();
            case Actor.Officer officer ->
                    Mandate.mayActForAny(tree, officer.unit(), InvolvedUnits.of(state, tree))
                            ? Optional.of(
                                    seen(
                                            state,
                                            actor,
                                            tree,
                                            now,
                                            t -> byOfficer(state, t, officer, tree)))
                            : Optional.empty();
        };
    }

    /** Whether there is no traveller left from whom this officer has not stepped aside. */
    private static boolean isAside(CaseState state, Actor.Officer officer) {
        return state.handling().isRecused(officer.id())
                && state.travellers().values().stream()
                        .allMatch(t ->
                                state.handling().isRecused(officer.id(), t.no())
                                        && !isToHear(state, t, officer));
    }

    static boolean isToHear(CaseState state, TravellerState t, Actor.Officer officer) {
        return Past.hears(t, officer.unit())
                && !t.isAdmitted(new Admission.ToUnit(officer.unit()))
                && !state.handling().isRecusedFromProtecting(officer.id(), t.no());
    }

    private static CaseSeen seen(
            CaseState state,
            Actor actor,
            AuthorityTree tree,
            Instant now,
            java.util.function.Function<TravellerState, TravellerSeen> eye) {
        var travellers = new TreeMap<TravellerNo, TravellerSeen>();
        state.travellers()
                .forEach((no, traveller) ->
                        travellers.put(
                                no,
                                state.erasure(no)
                                        .<TravellerSeen>map(Erased::new)
                                        .orElseGet(() -> eye.apply(traveller))));
        return new CaseSeen(
                state.id(),
                state.application().number(),
                state.received(),
                state.holder(),
                isToldOfArchive(actor, tree) ? state.archive() : Optional.empty(),
                travellers,
                state.handling().secrets().stream()
                        .filter(request -> isTold(state, request, actor, travellers, tree, now))
                        .toList(),
                InPersonDisclosure.of(state, actor, tree),
                OwnSecret.of(state, actor, travellers, tree, now),
                Past.of(state, actor, travellers, tree, now));
    }

    /** What keeps the file is told to its people, and to who may erase it. */
    private static boolean isToldOfArchive(Actor actor, AuthorityTree tree) {
        return !(actor instanceof Actor.Officer officer) || Mandate.mayErase(tree, officer.unit());
    }

    /**
     * Whose secret it is, who sees that person whole, and the units whose officers may answer. From
     * whom somebody seeks protection is not told what is done about their secret.
     */
    private static boolean isTold(
            CaseState state,
            SecretRequest request,
            Actor actor,
            SortedMap<TravellerNo, TravellerSeen> seen,
            AuthorityTree tree,
            Instant now) {
        boolean whole = seen.get(request.to()) instanceof Whole;
        return switch (actor) {
            case Actor.Party party ->
                    isToldOfOwn(state, request, party, now)
                            || (whole
                                    && !party.no().equals(request.to())
                                    && Optional.ofNullable(state.travellers().get(request.to()))
                                            .filter(t -> !Past.isBlocked(t, party))
                                            .isPresent());
            case Actor.Officer officer ->
                    whole || Mandate.mayAct(tree, officer.unit(), request.unit());
            case Actor.Stranger _, Actor.Clock _, Actor.Auditor _, Actor.Administrator _ -> false;
        };
    }

    /** Only the holder of an unproved secret is not told, once the person has confirmed a claim. */
    private static boolean isToldOfOwn(
            CaseState state, SecretRequest request, Actor.Party party, Instant now) {
        return party.no().equals(request.to())
                && Optional.ofNullable(state.travellers().get(request.to()))
                        .flatMap(t -> Past.withheld(state, t, party, now))
                        .filter(Protection.Withheld::confirmed)
                        .isEmpty();
    }

    private static TravellerSeen byParty(
            CaseState state, TravellerState t, Actor.Party party, LocalDate today, Instant now) {
        if (t.no().equals(party.no())) {
            var own =
                    Past.withheld(state, t, party, now)
                            .flatMap(_ -> t.lastView())
                            .orElseGet(t::withoutLastView);
            return new Whole(
                    state.handling().isProved(t.no(), now) ? own : TravellerDraft.withoutUndo(own));
        }
        // Who travels along, or is a guardian, may be the one from whom they seek protection: what
        // they saw last goes on, and nothing tells them that it does.
        return besides(Past.isBlocked(t, party) ? Past.beside(t) : t, party, today);
    }

    private static TravellerSeen besides(TravellerState t, Actor.Party party, LocalDate today) {
        boolean guardian =
                t.traveller().isMinorOn(today)
                        && t.traveller().guardians().stream()
                                .anyMatch(g -> g.party().equals(Optional.of(party.no())));
        boolean blocked = Past.isBlocked(t, party);
        var shown = blocked ? t.lastView() : Optional.of(t.withoutLastView().withoutProtection());
        return guardian && shown.isPresent()
                ? new Whole(shown.get())
                : new NameAndStage(t.traveller().name(), blocked ? t.shownStage() : t.stage());
    }

    /** Who has nothing to do with somebody who claimed protection sees as much as before. */
    private static TravellerSeen byOfficer(
            CaseState state, TravellerState t, Actor.Officer officer, AuthorityTree tree) {
        var unit = officer.unit();
        if (isToHear(state, t, officer)) {
            return new ToHear(
                    t.traveller().names(),
                    t.traveller().birthDate(),
                    t.traveller().language(),
                    t.traveller().contact(),
                    t.protection().orElseThrow());
        }
        if (state.handling().isRecused(officer.id(), t.no())) {
            return new Hidden();
        }
        boolean open = !t.isSuspended() || t.isAdmitted(new Admission.ToUnit(unit));
        // A returning traveller is let in, and the posts see what they saw.
        if (!open
                && t.stage() == Stage.DEPARTED
                && working(state, t.withoutLastView(), unit, tree) instanceof AtBorder back) {
            return back;
        }
        boolean mustStop = !open && InvolvedUnits.isWorking(state, t, unit, tree);
        var shown = open || mustStop ? t : Past.left(t);
        var seen = working(state, shown.withoutLastView(), unit, tree);
        return mustStop && !(seen instanceof Hidden) ? new Suspended() : seen;
    }

    /** As much as a unit sees of somebody without regard to any claim to protection. */
    static TravellerSeen working(
            CaseState state, TravellerState t, AuthorityId unit, AuthorityTree tree) {
        if (Visibility.units(state, t).contains(unit)) {
            boolean entered = state.application().enteredBy().equals(Optional.of(unit));
            var told = t.withoutProtection();
            return new Whole(t.stage() == Stage.UNCONFIRMED && !entered ? toIdentify(told) : told);
        }
        boolean has = Mandate.mayActForAny(tree, unit, InvolvedUnits.working(state, t, tree));
        if (!has || t.stage() == Stage.UNCONFIRMED) {
            return new Hidden();
        }
        var post = tree.find(unit).filter(InvolvedUnits::recordsCrossings);
        var work = work(t, unit, tree);
        if (IdentityDoubt.isOpen(state, t, tree)
                && !InvolvedUnits.isWorking(state, t, unit, tree)
                && work.proposals().isEmpty()) {
            return new StageOnly(t.stage());
        }
        boolean settles = t.stop().filter(s -> Mandate.mayAct(tree, unit, s.unit())).isPresent();
        if (post.isEmpty() && settles && isIdle(work)) {
            return atBorder(t);
        }
        if (post.isPresent() && isIdle(work)) {
            return isOutWithPaper(t) ? atBorder(t) : new Hidden();
        }
        return work;
    }

    private static boolean isIdle(ForWork work) {
        return work.clearances().isEmpty() && work.holds().isEmpty();
    }

    /**
     * Whether a unit with something to do sees this fact, by whatever name: see {@link ForWork}.
     */
    public static boolean showsForWork(FactDefinition fact) {
        return !fact.isProtected()
                && switch (fact.source()) {
                    case NATIONALITY, AGE -> true;
                    case PURPOSE, DECLARED, RESIDENCE_ADDRESSED -> false;
                };
    }

    /** Enough to hand over a secret; what the person declared is not shown before they confirm. */
    private static TravellerState toIdentify(TravellerState t) {
        var of = t.traveller();
        var bare =
                new Traveller(
                        of.no(),
                        of.names(),
                        of.birthDate(),
                        of.nationality(),
                        of.residence(),
                        of.purpose(),
                        Facts.NONE,
                        List.of(),
                        of.guardians(),
                        of.language(),
                        of.contact());
        var draft = new TravellerDraft(TravellerDraft.applied(bare, t.since()));
        draft.secretIssued = t.secretIssued();
        draft.safeguards.addAll(t.safeguards());
        draft.officers.addAll(t.officers());
        return draft.build();
    }

    private static boolean isOutWithPaper(TravellerState t) {
        return t.stage() == Stage.AUTHORISED || t.stage() == Stage.DEPARTED;
    }

    private static ForWork work(TravellerState t, AuthorityId unit, AuthorityTree tree) {
        var traveller = t.traveller();
        return new ForWork(
                traveller.names(),
                traveller.birthDate(),
                traveller.nationality(),
                t.stage(),
                t.openClearances().stream()
                        .filter(c -> Mandate.mayAct(tree, unit, c.unit()))
                        .toList(),
                t.openHolds().stream().filter(h -> Mandate.mayAct(tree, unit, h.owner())).toList(),
                t.proposals().stream()
                        .filter(Proposal::open)
                        .filter(p -> !(p.act() instanceof TwoOfficerAct.CorrectFact))
                        .filter(p -> Mandate.mayAct(tree, unit, p.unit()))
                        .map(p -> p.heard(AdverseHearing::untold))
                        .toList(),
                t.appearances().orElse(Appearances.NONE).all().stream()
                        .filter(one -> one.unit().equals(unit))
                        .toList());
    }

    private static AtBorder atBorder(TravellerState t) {
        return new AtBorder(
                t.traveller().names(),
                t.traveller().birthDate(),
                t.stage(),
                t.paper(),
                t.parts(),
                t.stop());
    }
}
