package exeat.casework.simulator;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.event.Event;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Protection;
import exeat.casework.state.Stage;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.rules.finding.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One traveller, as somebody with a sheet of paper would keep them. */
final class ModelPerson {
    private final TravellerNo no;
    private boolean hasSecret;
    private final Map<Integer, LocalDate> proved = new HashMap<>();
    private boolean withheld;
    private boolean confirmed;
    private boolean left;
    Stage stage = Stage.UNCONFIRMED;
    boolean claimed;
    boolean ownClaim;
    private int denials; // How often a claim came out as not the person's wish.
    boolean stops;
    LocalDate newSecret = LocalDate.MIN;
    boolean grownWithoutWord;
    boolean stopped;
    Optional<AuthorityId> stoppedAt = Optional.empty();
    boolean revoked;
    boolean trip;
    LocalDate until = LocalDate.MIN;
    boolean lapsed;
    private boolean others;
    private final Map<Boolean, Instant> heard = new HashMap<>();
    private int denialsBefore;
    private final List<ProtectionEvent.InPersonAsked> asked = new ArrayList<>();
    final ModelActs acts = new ModelActs();
    final Map<String, AuthorityId> clearances = new HashMap<>();
    final Set<Integer> holds = new HashSet<>();
    final Map<Integer, TwoOfficerAct> proposals = new HashMap<>();
    final Map<Integer, OfficerId> proposers = new HashMap<>();
    final Map<Integer, AppealSubject> appeals = new HashMap<>();
    final ModelService service = new ModelService();
    final ModelHearing hearing = new ModelHearing();
    final ModelFees fees = new ModelFees();
    final ModelAppearances appearances = new ModelAppearances();
    final Map<CrossingDirection, Set<UnitFunction>> parts = new HashMap<>();

    ModelPerson(TravellerNo no, boolean hasSecret) {
        this.no = no;
        this.hasSecret = hasSecret;
    }

    /** Whether the secret is in the hands of whoever filed, whoever that is. */
    private boolean isUnproved(LocalDate today) {
        return hasSecret && !isProved(today);
    }

    boolean isProved(LocalDate today) {
        return proved.values().stream().anyMatch(from -> !today.isBefore(from));
    }

    /** Whether somebody acts who may not know what others claimed or heard. */
    boolean isKeptFrom(Actor actor, LocalDate today) {
        return actor.equals(World.party(no)) && claimed && withheld && isUnproved(today);
    }

    boolean isHalted() {
        return stops || left;
    }

    /** What somebody else says of protection, or sees of the person, is not for whoever filed. */
    void keep(LocalDate today) {
        withheld = withheld || (claimed && isUnproved(today));
    }

    /** Before a protection officer, whoever has a secret. */
    void leave(boolean kept) {
        if (kept) {
            left = true;
        } else {
            stage = Stage.WITHDRAWN;
            leaves();
        }
    }

    boolean isOver() {
        return stage == Stage.WITHDRAWN || stage == Stage.CLOSED;
    }

    /** A new secret begins to wait, or is not to be. */
    void follow(SecretEvent event) {
        switch (event) {
            case SecretEvent.SecretIssued e -> {
                hasSecret = true;
                newSecret =
                        e.from()
                                .map(from -> from.atZone(World.DIRECTIVE.limits().zone()))
                                .map(from -> from.toLocalDate())
                                .orElse(LocalDate.MIN);
                proved.put(e.request().orElseThrow(), newSecret);
            }
            case SecretEvent.SecretStopped e -> {
                newSecret = LocalDate.MIN;
                proved.remove(e.request());
            }
            case SecretEvent.SecretAsked _ -> {}
        }
    }

    /** Whether somebody could still object to a new secret: no step goes on. */
    boolean isWaiting(LocalDate today) {
        return today.isBefore(newSecret);
    }

    /** By the person, or by whoever has their secret; nobody wears a person down with that. */
    void claimOwn(LocalDate today) {
        claim(!(isUnproved(today) && denials > 0));
    }

    void claimByOthers() {
        others = true;
        claim(false);
    }

    private void claim(boolean own) {
        if (!claimed) {
            stops = own || denials == 0;
            ownClaim = own;
        }
        if (own && claimed && !ownClaim) {
            // Two officers say who it was who claimed; the secret does not.
            boolean before = confirmed;
            confirm(true);
            confirmed = before;
        }
        stops = stops || own;
        ownClaim = ownClaim || own;
        claimed = true;
    }

    /** By one officer, which stops steps for three days at most; two who say the same settle it. */
    void heard(boolean yes, LocalDate today, Instant now) {
        if (heard.containsKey(yes)) {
            heard.clear();
            confirm(yes);
        } else if (!ownClaim || (isUnproved(today) && !confirmed)) {
            heard.put(yes, now);
            stops = stops || yes;
        }
    }

    /** With the secret that claimed it, before two officers heard the same. */
    void tookBack(Instant now) {
        if (ownClaim && !confirmed) {
            ownClaim = false;
            var yes = Optional.ofNullable(heard.get(true));
            stops =
                    (others && denials == 0)
                            || yes.filter(at -> now.isBefore(at.plus(Protection.MAX_SUSPENSION)))
                                    .isPresent();
        }
    }

    void confirm(boolean own) {
        confirmed = confirmed || (own && withheld);
        if (own && !ownClaim && lapsed) {
            denials = denialsBefore;
        }
        lapsed = false;
        ownClaim = own;
        stops = own;
        denials += own ? 0 : 1;
    }

    /** Nobody heard them in time, which a later hearing still mends. */
    void lapse() {
        denialsBefore = lapsed ? denialsBefore : denials;
        confirm(false);
        lapsed = true;
    }

    void unclaim() {
        denials += isDenialToEnd(ownClaim, withheld, confirmed) ? 1 : 0;
        withheld = false;
        confirmed = false;
        left = false;
        claimed = false;
        lapsed = false;
        others = false;
        heard.clear();
        ownClaim = false;
        stops = false;
    }

    private static boolean isDenialToEnd(boolean own, boolean withheld, boolean confirmed) {
        return !own || (withheld && !confirmed);
    }

    /** Refused is only what was referred; set aside only what stands approved; and so on. */
    boolean fits(TwoOfficerAct act) {
        return switch (act) {
            case TwoOfficerAct.Refuse _ -> stage == Stage.REFERRED;
            case TwoOfficerAct.SetAside _ -> stage == Stage.APPROVED;
            case TwoOfficerAct.PlaceHold _ ->
                    Set.of(Stage.APPROVED, Stage.AUTHORISED).contains(stage);
            case TwoOfficerAct.ExtendHold extend -> holds.contains(extend.hold());
            case TwoOfficerAct.Revoke _ -> stage == Stage.AUTHORISED;
            case TwoOfficerAct.CorrectFact _ ->
                    !Set.of(Stage.UNCONFIRMED, Stage.DEPARTED).contains(stage);
        };
    }

    boolean maySecond(Actor actor, int number, LocalDate today) {
        var act = proposals.get(number);
        return act != null
                && actor instanceof Actor.Officer officer
                && !officer.id().equals(proposers.get(number))
                && !service.isUnheard(act, today)
                && fits(act);
    }

    /** One officer identified the person; nothing happens by it. */
    void asked(ProtectionEvent.InPersonAsked event) {
        asked.removeIf(one -> one.against().isPresent() == event.against().isPresent());
        asked.add(event);
    }

    void stopped(int request) {
        asked.removeIf(one -> one.request() == request);
    }

    /** What this number asks for, if it was not stopped since. */
    Optional<ProtectionEvent.InPersonAsked> asked(int request) {
        return asked.stream().filter(one -> one.request() == request).findFirst();
    }

    void revoke() {
        stage = Stage.REVOKED;
        revoked = true;
        stopped = false;
    }

    /** A paper does not outlast what it rests on. */
    void correct(Finding finding) {
        if (stage == Stage.AUTHORISED && !finding.outcome().approves()) {
            revoked = true;
            stopped = false;
        }
    }

    /** Only another officer, and only for what was asked last. */
    boolean mayBeSecond(Actor actor, int number, LocalDate today) {
        return actor instanceof Actor.Officer officer
                && !acts.hasActed(actor)
                && asked(number)
                        .filter(one -> !one.by().equals(officer.id()))
                        .filter(one ->
                                one.against()
                                        .map(other -> acts.mayUndo(actor, other, today))
                                        .orElse(
                                                one.withdrawal()
                                                        ? !isOver() && stage != Stage.DEPARTED
                                                        : claimed))
                        .isPresent();
    }

    void second(Actor.Officer by, int request, LocalDate today) {
        var one = asked(request).orElseThrow();
        stopped(request);
        if (one.against().isPresent()) {
            undo(one.against().get(), today);
            return;
        }
        var officers = Set.of(one.by(), by.id());
        var units = new HashSet<>(List.of(one.unit(), by.unit()));
        acts.add(request, new ModelActs.Act(today, one.withdrawal(), officers, units, stood()));
        if (one.withdrawal()) {
            leave(false);
        } else {
            unclaim();
        }
    }

    private ModelActs.Stood stood() {
        return new ModelActs.Stood(
                stage,
                Set.copyOf(clearances.keySet()),
                Set.copyOf(holds),
                stopped ? stoppedAt : Optional.empty(),
                ownClaim,
                stops,
                lapsed,
                others,
                withheld,
                confirmed,
                left,
                denials,
                denialsBefore,
                Map.copyOf(heard));
    }

    /** It was somebody else who stood there: as if it had not been, but for the time. */
    void undo(int number, LocalDate today) {
        var act = acts.take(number);
        if (act.leaving()) {
            goOn(act.stood());
        } else {
            claimAgain(act.stood(), today);
        }
    }

    /** Who has what to clear the answer tells, and whether it is all that there was does not. */
    private void goOn(ModelActs.Stood was) {
        stage = was.stage();
        clearances.keySet().retainAll(was.clearances());
        was.clearances().forEach(name -> clearances.putIfAbsent(name, World.YANJI));
        holds.addAll(was.holds());
        stopped = was.stoppedAt().isPresent();
        stoppedAt = was.stoppedAt().or(() -> stoppedAt);
    }

    private void claimAgain(ModelActs.Stood was, LocalDate today) {
        boolean stands = claimed;
        boolean denied = isDenialToEnd(was.own(), was.withheld(), was.confirmed());
        int since = denials - was.denials() - (denied ? 1 : 0);
        denials = was.denials() + since;
        denialsBefore = stands ? denialsBefore - (denied ? 1 : 0) : was.denialsBefore() + since;
        lapsed = stands ? lapsed : was.lapsed();
        claimed = true;
        ownClaim = was.own() || (stands && ownClaim);
        stops = was.stops() || (stands && stops);
        others = was.others() || (stands && others);
        was.heard().forEach((yes, at) -> heard.merge(yes, at, (a, b) -> a.isAfter(b) ? a : b));
        boolean unproved = isUnproved(today);
        withheld = withheld || was.withheld() || unproved;
        confirmed = confirmed || was.confirmed() || (unproved && ownClaim);
        left = left || was.left();
    }

    boolean mayBeAsked() {
        return !Set.of(Stage.UNCONFIRMED, Stage.SET_ASIDE, Stage.REFUSED, Stage.DEPARTED)
                .contains(stage);
    }

    boolean isReady() {
        return clearances.isEmpty() && holds.isEmpty();
    }

    /** Each function that the pack names records its part; with all the crossing is made. */
    void crosses(CrossingDirection direction, UnitFunction function) {
        var recorded = parts.computeIfAbsent(direction, _ -> new HashSet<>());
        recorded.add(function);
        if (recorded.size() == World.DIRECTIVE.division().crossing().size()) {
            boolean out = direction == CrossingDirection.DEPARTURE && trip;
            stage = out ? Stage.DEPARTED : Stage.CLOSED;
            stopped = false;
            if (!out) {
                leaves();
            }
        }
    }

    /** Nothing is left to do for somebody who has gone. */
    void leaves() {
        clearances.clear();
        holds.clear();
        stopped = false;
    }

    void undo(AppealSubject against, List<Event> events) {
        switch (against) {
            case AppealSubject.Refusal _ -> stage = stage == Stage.REFUSED ? Stage.APPROVED : stage;
            case AppealSubject.BeingSetAside _ ->
                    stage = stage == Stage.SET_ASIDE ? Stage.APPROVED : stage;
            case AppealSubject.Revocation _ -> {
                if (revoked
                        && Set.of(Stage.REVOKED, Stage.REFERRED, Stage.UNANSWERED)
                                .contains(stage)) {
                    revoked = false;
                    boolean ended =
                            events.stream().anyMatch(TravellerEvent.PaperEnded.class::isInstance);
                    stage = ended ? Stage.APPROVED : Stage.AUTHORISED;
                }
            }
            case AppealSubject.AHold _ -> {}
        }
    }

    /** At the place where they want to leave; another post's word stops nobody. */
    boolean isStoppedAt(Actor actor) {
        return stopped
                && actor instanceof Actor.Officer officer
                && World.TREE
                        .get(officer.unit())
                        .place()
                        .equals(World.TREE.get(stoppedAt.orElseThrow()).place());
    }

    boolean mayCross(CrossingDirection direction, LocalDate today) {
        return switch (direction) {
            case DEPARTURE ->
                    stage == Stage.AUTHORISED
                            && !isWaiting(today)
                            && !today.isAfter(until)
                            && isReady();
            case RETURN -> stage == Stage.DEPARTED;
        };
    }
}
