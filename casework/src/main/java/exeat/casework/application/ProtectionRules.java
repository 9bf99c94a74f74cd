package exeat.casework.application;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Context;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.Event;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.Protection;
import exeat.casework.state.Protection.HeardOnce;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.OwnWords;
import exeat.casework.value.ProtectionClaim;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Claims to protection. The person's own stops every step and every disclosure. Somebody else's
 * stops disclosure, and steps for {@link Protection#MAX_SUSPENSION} at most; once one was not
 * confirmed, later ones stop none, or claiming would keep people here. Whether one was, two
 * officers say who each heard the person alone. A claim is never refused because there is one
 * already: the answer would tell of it.
 */
final class ProtectionRules {

    private ProtectionRules() {}

    /** By the traveller, also a minor for themselves. */
    static Response claim(TravellerContext m) {
        return Check.that(m.isParty(m.no()), Code.NOT_ALLOWED, "actor")
                .then(() -> claimed(m, true, ""));
    }

    /** By anybody else: an officer, a guardian, who travels along, or who has not signed in. */
    static Response claimForAnother(TravellerContext m, TravellerCommand.ClaimForAnother claim) {
        // Signs without a letter will do: no claim is lost for how somebody wrote in need.
        return Check.that(!claim.words().isBlank(), Code.REASON_MISSING, "words")
                .then(() -> claimed(m, m.isParty(m.no()), claim.words().strip()));
    }

    private static List<Event> claimed(TravellerContext m, boolean own, String words) {
        var from = m.officer().map(Actor.Officer::unit);
        var how =
                new ProtectionClaim(own, words, from, hearing(m.tree(), m.state().holder(), from));
        return List.of(new ProtectionEvent.ProtectionClaimed(m.no(), Optional.of(how)));
    }

    /**
     * The unit whose officers hear people of the holder's area, the nearest one; where that unit
     * itself claims, the one above, since nobody hears people about their own claim.
     */
    private static Optional<AuthorityId> hearing(
            AuthorityTree tree, AuthorityId holder, Optional<AuthorityId> from) {
        var nearest = protecting(tree, tree.get(holder).place());
        return nearest.filter(unit -> from.equals(Optional.of(unit)))
                .flatMap(unit -> above(tree, unit))
                .or(() -> nearest);
    }

    private static Optional<AuthorityId> protecting(AuthorityTree tree, AuthorityId place) {
        return Optional.of(tree.unitFor(place, Role.PROTECTS))
                .filter(unit -> unit.plays(Role.PROTECTS))
                .map(Authority::id);
    }

    /**
     * By an officer of the unit that is to hear the person, who took no part in the case. What one
     * says alone neither stops somebody for long nor takes a claim from them: it takes a second
     * officer, not tied to any who heard the person before, and of no unit that decided, to whom
     * the person said the same.
     */
    static Response hear(TravellerContext m, TravellerCommand.HearProtection heard) {
        var unit = m.traveller().hearingUnit().map(u -> m.tree().current(u).id());
        // An officer who does not hear the person is answered as if there were no claim.
        return Check.that(unit.filter(m::isOfficerOf).isPresent(), Code.NOT_FOUND, "claim")
                .and(() -> !isTiedToOther(m), Code.SECOND_OFFICER, "officer")
                .and(() -> !m.tookPart(), Code.NOT_INDEPENDENT, "officer")
                .and(() -> !isSecond(m) || !isOfDeciders(m), Code.NOT_INDEPENDENT, "unit")
                // What the person claimed themselves nobody calls unconfirmed.
                .and(
                        () -> heard.confirmed() || !isOwn(m.traveller()),
                        Code.NOT_ALLOWED,
                        "confirmed")
                .and(!OwnWords.isEmpty(heard.seen()), Code.REASON_MISSING, "seen")
                .and(!OwnWords.isEmpty(heard.words()), Code.REASON_MISSING, "words")
                .then(() -> List.of(heard(m, heard)));
    }

    private static Event heard(TravellerContext m, TravellerCommand.HearProtection heard) {
        var no = m.no();
        var by = m.actingOfficer().id();
        var unit = m.actingOfficer().unit();
        var seen = heard.seen().strip();
        var words = heard.words().strip();
        boolean agreed =
                heardOnce(m).stream().anyMatch(one -> one.confirmed() == heard.confirmed());
        return agreed
                ? new ProtectionEvent.ProtectionHeard(no, by, unit, heard.confirmed(), seen, words)
                : new ProtectionEvent.ProtectionHeardOnce(
                        no, by, unit, heard.confirmed(), seen, words);
    }

    private static List<HeardOnce> heardOnce(TravellerContext m) {
        return m.traveller().protection().map(Protection::heardOnce).orElse(List.of());
    }

    private static boolean isSecond(TravellerContext m) {
        return !heardOnce(m).isEmpty();
    }

    private static boolean isTiedToOther(TravellerContext m) {
        return heardOnce(m).stream().anyMatch(one -> m.actingOfficer().isOrIsTiedTo(one.by()));
    }

    private static boolean isOfDeciders(TravellerContext m) {
        return Independence.deciders(m.state()).contains(m.actingOfficer().unit());
    }

    private static boolean isOwn(TravellerState t) {
        return t.protection().map(Protection::own).orElse(true);
    }

    /** Nobody but the person themselves, and for a minor no guardian either. */
    static Response admit(TravellerContext m, TravellerCommand.Admit admit) {
        return Check.that(m.isParty(m.no()), Code.NOT_ALLOWED, "actor")
                .and(m.traveller().protectionClaimed(), Code.NOT_FOUND, "claim")
                .and(() -> isThere(m, admit.to()), Code.BAD_VALUE, "to")
                .and(() -> !m.traveller().isAdmitted(admit.to()), Code.ALREADY_EXISTS, "to")
                .then(() -> List.of(new ProtectionEvent.ProtectionAdmitted(m.no(), admit.to())));
    }

    private static boolean isThere(TravellerContext m, Admission to) {
        return switch (to) {
            case Admission.ToUnit(var unit) -> m.tree().find(unit).isPresent();
            case Admission.ToTraveller(var no) ->
                    !no.equals(m.no())
                            && (m.state().travellers().containsKey(no)
                                    || (no.number() == 0
                                            && m.state().application().principal().isPresent()));
        };
    }

    /** Nobody but the person themselves, and for a minor no guardian either. */
    static Response end(TravellerContext m) {
        return Check.that(m.isParty(m.no()), Code.NOT_ALLOWED, "actor")
                .and(m.traveller().protectionClaimed(), Code.NOT_FOUND, "claim")
                .then(() -> List.of(new ProtectionEvent.ProtectionClaimEnded(m.no())));
    }

    /**
     * What the hours do: steps go on where nobody confirmed what somebody else claimed, and those
     * above are to hear the person where nobody answered.
     */
    static List<Event> passTime(CaseState state, Context context) {
        var events = new ArrayList<Event>(InPersonRules.passTime(state, context));
        for (var t : state.travellers().values()) {
            t.protection()
                    .filter(_ -> t.protectionClaimed() && state.erasure(t.no()).isEmpty())
                    .ifPresent(p -> events.addAll(passed(t, p, context)));
        }
        return events;
    }

    private static List<Event> passed(TravellerState t, Protection p, Context context) {
        var events = new ArrayList<Event>();
        p.until()
                .filter(end -> !context.now().isBefore(end))
                .ifPresent(_ -> events.add(new ProtectionEvent.ProtectionLapsed(t.no())));
        p.hearing()
                .filter(h -> !context.now().isBefore(h.due()))
                .flatMap(h ->
                        above(context.tree(), h.unit())
                                .map(to ->
                                        new ProtectionEvent.ProtectionEscalated(
                                                t.no(), h.unit(), to)))
                .ifPresent(events::add);
        return events;
    }

    private static Optional<AuthorityId> above(AuthorityTree tree, AuthorityId unit) {
        var area = Mandate.above(tree, unit);
        return area.equals(unit)
                ? Optional.empty()
                : protecting(tree, tree.get(area).place()).filter(to -> !to.equals(unit));
    }
}
