package exeat.desk.cases;

import exeat.casework.access.LookDisclosure;
import exeat.casework.access.Past;
import exeat.casework.command.Actor;
import exeat.casework.event.EventKind;
import exeat.casework.state.CaseState;
import exeat.casework.state.Protection;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.store.rows.AccessLogStore.AccessSeen;
import exeat.store.rows.ReadStore.StoredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Looks of which a fellow traveller or guardian is not told: those at somebody alone since a claim
 * to protection stands, and those of the officers who hear that person, whatever else they showed.
 * Nor is the holder of an unproved secret, since nothing is told to them.
 */
final class UnseenLooks {

    /** Within which time an act of an officer's unit says for what the officer looked. */
    private static final Duration SOON = Duration.ofHours(1);

    private final Actor.Party party;
    private final Optional<CaseState> state;
    private final Optional<AuthorityTree> tree;
    private final List<StoredEvent> events;
    private final Map<TravellerNo, Instant> since = new HashMap<>();
    private final List<Claimed> claims = new ArrayList<>();

    /** The sequences of what is not told of those who claimed protection. */
    private final Set<Long> untold = new TreeSet<>();

    /** A time in which a claim stood. */
    private record Claimed(TravellerNo no, Instant from, Instant until) {

        boolean contains(Instant at) {
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    UnseenLooks(
            SessionReader reading, DirectiveRegister register, Actor.Party party, Session session) {
        this.party = party;
        var key = party.caseId().key();
        state =
                reading.state(session, key)
                        .filter(CaseState.class::isInstance)
                        .map(CaseState.class::cast);
        tree = state.map(s -> register.tree(register.directive(s.directive())));
        var claiming =
                state.stream()
                        .flatMap(s -> s.travellers().values().stream())
                        .filter(t -> t.protection().isPresent())
                        .toList();
        events =
                claiming.isEmpty()
                        ? List.of()
                        : StoreCalls.get(() -> reading.store().events(reading.eyes(session), key));
        for (var t : claiming) {
            from(t, reading.now()).ifPresent(from -> since.put(t.no(), at(from)));
            if (!t.no().equals(party.no()) && !isAdmitted(t)) {
                claimed(t.no(), t.protection().orElseThrow());
            }
        }
    }

    private Optional<Long> from(TravellerState t, Instant now) {
        return t.protectionClaimed() && !t.no().equals(party.no()) && !isAdmitted(t)
                ? t.protection().map(Protection::from)
                : Past.withheld(state.orElseThrow(), t, party, now).map(Protection.Withheld::from);
    }

    private boolean isAdmitted(TravellerState t) {
        return t.isAdmitted(new Admission.ToTraveller(party.no()));
    }

    private Instant at(long sequence) {
        return events.stream()
                .filter(event -> event.sequence() == sequence)
                .map(StoredEvent::at)
                .findFirst()
                .orElse(Instant.MIN);
    }

    /** When claims stood, also those that have ended: of these too nothing is told. */
    private void claimed(TravellerNo no, Protection protection) {
        untold.addAll(protection.past());
        untold.addAll(protection.since());
        Optional<Instant> from = Optional.empty();
        for (var event : events) {
            if (!protection.past().contains(event.sequence())) {
                continue;
            }
            if (event.type().equals(EventKind.PROTECTION_CLAIMED.stored())
                    || event.type().equals(EventKind.PROTECTION_CLAIM_RESTORED.stored())) {
                from = from.or(() -> Optional.of(event.at()));
            } else if (event.type().equals(EventKind.PROTECTION_CLAIM_ENDED.stored())) {
                from.ifPresent(begun -> claims.add(new Claimed(no, begun, event.at())));
                from = Optional.empty();
            }
        }
        from.ifPresent(begun -> claims.add(new Claimed(no, begun, Instant.MAX)));
    }

    /** Whether nothing of this look is told. */
    boolean isUnseen(AccessSeen look) {
        return look.travellers().stream().allMatch(no -> isSince(new TravellerNo(no), look.at()))
                || isForClaims(look);
    }

    private boolean isSince(TravellerNo no, Instant at) {
        var begun = since.get(no);
        return begun != null && !at.isBefore(begun);
    }

    private boolean isForClaims(AccessSeen look) {
        var claiming = new TreeSet<TravellerNo>();
        claims.stream()
                .filter(one -> one.contains(look.at()))
                .map(Claimed::no)
                .forEach(claiming::add);
        if (isSince(party.no(), look.at())) {
            claiming.add(party.no());
        }
        return !claiming.isEmpty()
                && LookDisclosure.isForClaims(
                        state.orElseThrow(),
                        claiming,
                        new AuthorityId(look.unit()),
                        tree.orElseThrow())
                && events.stream().noneMatch(event -> isReasonFor(look, event));
    }

    /** Whether the officer's unit did something at that time of which the reader may know. */
    private boolean isReasonFor(AccessSeen look, StoredEvent event) {
        return event.authority().equals(look.unit())
                && !untold.contains(event.sequence())
                && !isSince(party.no(), event.at())
                && Duration.between(look.at(), event.at()).abs().compareTo(SOON) < 0;
    }

    /** Whether facts were shown that are this traveller's to know. */
    boolean showedFacts(AccessSeen look) {
        if (state.isEmpty() || since.containsKey(party.no())) {
            return !look.guarded().isEmpty();
        }
        var concerned = LookDisclosure.concerned(state.get(), party);
        return look.guarded().stream().anyMatch(no -> concerned.contains(new TravellerNo(no)));
    }
}
