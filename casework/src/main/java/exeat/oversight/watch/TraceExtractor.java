package exeat.oversight.watch;

import exeat.casework.Lifecycle;
import exeat.casework.event.AppearanceEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.Protection;
import exeat.casework.state.State;
import exeat.casework.state.TravellerState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.ProtectionClaim;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.appearance.Appearances;
import exeat.oversight.WorkItem;
import exeat.oversight.watch.Observation.BurdenKind;
import exeat.oversight.watch.Observation.ImposedBurden;
import exeat.oversight.watch.Wait.How;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.TimeLimits;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.Purpose;
import exeat.rules.prove.Practice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Removes from one case whose it is. What remains: times, units, outcomes, and those few
 * unprotected facts by which a practice can be recognised.
 */
public final class TraceExtractor {

    /** The kinds of work that show which unit had a case. */
    private static final Set<WorkItem.Kind> HANDS =
            Set.of(WorkItem.Kind.DECIDE, WorkItem.Kind.CLEAR, WorkItem.Kind.AUTHORISE);

    private record Piece(
            AuthorityId unit, TravellerNo traveller, WorkItem.Kind kind, String about) {}

    private record Begun(Instant from, Optional<LocalDate> due) {}

    private record Asked(TravellerNo traveller, int number) {}

    private record By(AuthorityId unit, ImposedBurden laid) {}

    private final TimeLimits limits;
    private final Set<FactName> told;
    private final Map<Piece, Begun> open = new LinkedHashMap<>();
    private final List<Wait> waits = new ArrayList<>();
    private final Map<AuthorityId, Instant> hands = new LinkedHashMap<>();
    private final Set<By> laid = new HashSet<>();
    private final Map<Asked, Instant> proposed = new HashMap<>();
    private final Map<Asked, OfficerId> proposers = new HashMap<>();
    private final Map<Asked, Instant> appealed = new HashMap<>();
    private final List<Concurrence> answered = new ArrayList<>();
    private List<SecretTrace> secrets = List.of();
    private final List<Claimed> claims = new ArrayList<>();
    private final Map<Asked, InPersonTrace> inPerson = new LinkedHashMap<>();
    private final Map<TravellerNo, Asked> leaving = new HashMap<>();
    private String file = "";
    private String like = "";
    private Optional<Purpose> approved = Optional.empty();
    private Map<FactName, Value> facts = Map.of();

    private TraceExtractor(Directive directive) {
        this.limits = directive.limits();
        this.told =
                Practice.Condition.facts(directive).stream()
                        .map(FactDefinition::name)
                        .collect(Collectors.toSet());
    }

    /**
     * The traces of a case.
     *
     * @param events all of the case, in their order
     */
    public static CaseTraces of(List<RecordedEvent> events, Directive directive) {
        var tracing = new TraceExtractor(directive);
        Optional<State> state = Optional.empty();
        for (var recorded : events) {
            state = Optional.of(Lifecycle.evolve(state, recorded));
            tracing.take((CaseState) state.get(), recorded);
        }
        return tracing.traces();
    }

    private void take(CaseState state, RecordedEvent recorded) {
        file = state.application().number();
        var at = recorded.at();
        if (recorded.event() instanceof SecretEvent) {
            secrets = secrets(state);
        }
        if (recorded.event() instanceof TravellerEvent event) {
            answers(state, event, at);
            burdens(state, event);
            claims(event, at);
            inPerson(state, event, at);
        }
        if (like.isEmpty()) {
            like(state);
        }
        waits(state, recorded.event(), at);
    }

    /** The traces of secrets that were made; a secret only asked for opened nothing. */
    private List<SecretTrace> secrets(CaseState state) {
        return state.handling().secrets().stream()
                .filter(one -> one.second().isPresent())
                .map(one ->
                        new SecretTrace(
                                file,
                                one.unit(),
                                one.first(),
                                one.second().orElseThrow(),
                                one.asked(),
                                one.from().isPresent(),
                                one.objected(),
                                one.stopped() && !one.objected()))
                .toList();
    }

    private void claims(TravellerEvent event, Instant at) {
        if (event instanceof ProtectionEvent.ProtectionClaimed(_, var how)) {
            how.flatMap(ProtectionClaim::from)
                    .ifPresent(unit -> claims.add(new Claimed(file, unit, at)));
        }
    }

    private void inPerson(CaseState state, TravellerEvent event, Instant at) {
        switch (event) {
            case ProtectionEvent.InPersonAsked e -> {
                var asked = new Asked(e.traveller(), e.request());
                inPerson.put(
                        asked,
                        new InPersonTrace(file, e.unit(), List.of(e.by()), at, false, false));
                if (e.withdrawal()) {
                    leaving.put(e.traveller(), asked);
                }
            }
            case ProtectionEvent.IdentifiedInPerson e ->
                    inPerson.computeIfPresent(
                            e.request()
                                    .map(number -> new Asked(e.traveller(), number))
                                    .orElseGet(() -> lastOf(state, e.traveller())),
                            (_, was) -> was.secondedBy(e.by()));
            case ProtectionEvent.InPersonStopped e when e.objected() ->
                    inPerson.computeIfPresent(
                            new Asked(e.traveller(), e.request()), (_, was) -> was.objectedTo());
            // A person who left asked for nothing since then that could have been to leave.
            case TravellerEvent.WithdrawalUndone e ->
                    Optional.ofNullable(leaving.get(e.traveller()))
                            .ifPresent(asked ->
                                    inPerson.computeIfPresent(asked, (_, was) -> was.undone()));
            case ProtectionEvent.ProtectionClaimRestored e ->
                    inPerson.computeIfPresent(
                            new Asked(e.traveller(), e.request()), (_, was) -> was.undone());
            case TravellerEvent _ -> {}
        }
    }

    private static Asked lastOf(CaseState state, TravellerNo no) {
        return new Asked(
                no,
                Optional.ofNullable(state.travellers().get(no))
                        .flatMap(TravellerState::protection)
                        .flatMap(Protection::requests)
                        .orElse(0));
    }

    private void like(CaseState state) {
        state.travellers().values().stream()
                .filter(t -> t.finding().filter(f -> f.unanswered().isEmpty()).isPresent())
                .findFirst()
                .ifPresent(t -> {
                    var finding = t.finding().orElseThrow();
                    like = finding.outcome() + " " + finding.purpose().stored();
                    approved =
                            Optional.of(finding.purpose())
                                    .filter(_ -> finding.outcome().approves());
                    facts =
                            t.facts().values().entrySet().stream()
                                    .filter(fact -> told.contains(fact.getKey()))
                                    .collect(
                                            Collectors.toMap(
                                                    Map.Entry::getKey, Map.Entry::getValue));
                });
    }

    private void waits(CaseState state, Event event, Instant at) {
        var now = new LinkedHashMap<Piece, Optional<LocalDate>>();
        for (var work : WorkItem.of(state, limits)) {
            if (waitsOnUnit(state, work, at)) {
                var item = new Piece(work.unit(), work.traveller(), work.kind(), work.about());
                now.put(item, work.due());
            }
        }
        for (var item : List.copyOf(open.keySet())) {
            if (!now.containsKey(item)) {
                end(item, at, how(item.kind(), event));
            }
        }
        now.forEach((item, due) -> {
            if (!open.containsKey(item)) {
                open.put(item, new Begun(at, due));
            }
            if (HANDS.contains(item.kind())) {
                hands.putIfAbsent(item.unit(), at);
            }
        });
    }

    /** Not while a question is open; and a child's paper depends on more than the unit. */
    private boolean waitsOnUnit(CaseState state, WorkItem work, Instant at) {
        var traveller = Objects.requireNonNull(state.travellers().get(work.traveller()));
        boolean asked = traveller.questions().stream().anyMatch(TravellerState.Question::isOpen);
        return switch (work.kind()) {
            case DECIDE -> !asked;
            case AUTHORISE -> !asked && !traveller.traveller().isMinorOn(day(at));
            case CLEAR -> traveller.openHolds().isEmpty() && !asked;
            case HOLD, HEARING, SECOND, STOP, REVIEW -> true;
        };
    }

    private static How how(WorkItem.Kind kind, Event event) {
        if (serves(kind, event)) {
            return How.SERVED;
        }
        boolean late =
                event instanceof CaseEvent.SentUp
                        || event instanceof TravellerEvent.ClearanceEscalated
                        || event instanceof TravellerEvent.AppealEscalated;
        return late ? How.SENT_UP : How.ELSEWHERE;
    }

    private static boolean serves(WorkItem.Kind kind, Event event) {
        return switch (kind) {
            case DECIDE ->
                    event instanceof TravellerEvent.ReferredApproved
                            || event instanceof TravellerEvent.Refused;
            case CLEAR -> event instanceof TravellerEvent.ClearanceDone;
            case AUTHORISE -> event instanceof TravellerEvent.Authorised;
            case HOLD ->
                    event instanceof TravellerEvent.HoldReleased
                            || event instanceof TravellerEvent.HoldExtended;
            case HEARING ->
                    event instanceof TravellerEvent.Served
                            || event instanceof TravellerEvent.HearingReplied
                            || event instanceof TravellerEvent.Declined;
            case SECOND ->
                    event instanceof TravellerEvent.Seconded
                            || event instanceof TravellerEvent.Declined;
            case STOP -> event instanceof TravellerEvent.StopLifted;
            case REVIEW -> event instanceof TravellerEvent.AppealDecided;
        };
    }

    private void end(Piece item, Instant at, How how) {
        var begun = Objects.requireNonNull(open.remove(item));
        if (how == How.SERVED || at.isAfter(begun.from())) {
            waits.add(wait(item, begun, Optional.of(at), how));
        }
    }

    private Wait wait(Piece item, Begun begun, Optional<Instant> until, How how) {
        return new Wait(
                file,
                item.traveller().number(),
                item.unit(),
                item.kind(),
                begun.from(),
                begun.due(),
                until,
                how);
    }

    private void answers(CaseState state, TravellerEvent event, Instant at) {
        switch (event) {
            case TravellerEvent.Proposed p -> {
                proposed.put(new Asked(p.traveller(), p.proposal()), at);
                proposers.put(new Asked(p.traveller(), p.proposal()), p.by());
            }
            case TravellerEvent.Seconded s ->
                    second(new Asked(s.traveller(), s.proposal()), s.by(), s.unit(), at, true);
            case TravellerEvent.Declined d -> {
                var asked = new Asked(d.traveller(), d.proposal());
                if (!d.by().equals(proposers.get(asked))) {
                    second(asked, d.by(), unit(state, asked), at, false);
                }
            }
            case TravellerEvent.Appealed a ->
                    appealed.put(new Asked(a.traveller(), a.appeal()), at);
            case TravellerEvent.AppealDecided a -> review(state, a, at);
            case TravellerEvent _ -> {}
        }
    }

    private static AuthorityId unit(CaseState state, Asked asked) {
        return Objects.requireNonNull(state.travellers().get(asked.traveller()))
                .proposal(asked.number())
                .map(TravellerState.Proposal::unit)
                .orElse(state.holder());
    }

    private void second(Asked asked, OfficerId by, AuthorityId unit, Instant at, boolean agreed) {
        Optional.ofNullable(proposed.get(asked))
                .ifPresent(since ->
                        answered.add(
                                new Concurrence(
                                        file,
                                        by,
                                        unit,
                                        Concurrence.AskedAs.SECOND,
                                        since,
                                        at,
                                        agreed)));
    }

    private void review(CaseState state, TravellerEvent.AppealDecided decided, Instant at) {
        var reviewer =
                Objects.requireNonNull(state.travellers().get(decided.traveller()))
                        .appeal(decided.appeal())
                        .map(TravellerState.AppealState::reviewer)
                        .orElse(state.holder());
        Optional.ofNullable(appealed.get(new Asked(decided.traveller(), decided.appeal())))
                .ifPresent(since ->
                        answered.add(
                                new Concurrence(
                                        file,
                                        decided.by(),
                                        reviewer,
                                        Concurrence.AskedAs.REVIEWER,
                                        since,
                                        at,
                                        !decided.upheld())));
    }

    private void burdens(CaseState state, TravellerEvent event) {
        switch (event) {
            case TravellerEvent.Asked a -> lay(a.by(), BurdenKind.ASKED, asked(state, a));
            case AppearanceEvent.AppearanceAsked a -> {
                lay(a.unit(), BurdenKind.APPEARANCE, "");
                if (hasAskedBefore(state, a)) {
                    lay(a.unit(), BurdenKind.APPEARANCE_AGAIN, "");
                }
            }
            case TravellerEvent.HoldPlaced h ->
                    lay(h.owner(), BurdenKind.HELD, h.placed().ground().word());
            // The ground could reveal a protected fact, so it is left out.
            case TravellerEvent.WasSetAside _ ->
                    lay(state.holder(), BurdenKind.SET_ASIDE, "set-aside");
            case TravellerEvent.Refused _ -> lay(state.holder(), BurdenKind.REFUSED, "");
            case TravellerEvent _ -> {}
        }
    }

    /** Also where the office cancelled: who is asked and put off three times was asked thrice. */
    private static boolean hasAskedBefore(CaseState state, AppearanceEvent.AppearanceAsked asked) {
        return Objects.requireNonNull(state.travellers().get(asked.traveller()))
                .appearances()
                .orElse(Appearances.NONE)
                .all()
                .stream()
                .anyMatch(one ->
                        one.number() < asked.appearance() && one.unit().equals(asked.unit()));
    }

    private void lay(AuthorityId unit, BurdenKind burden, String what) {
        laid.add(new By(unit, new ImposedBurden(burden, what)));
    }

    /** A document or a fact; not what the rules themselves ask of this very person. */
    private static String asked(CaseState state, TravellerEvent.Asked asked) {
        var finding = Objects.requireNonNull(state.travellers().get(asked.traveller())).finding();
        return switch (asked.item()) {
            case RequestedItem.OfDocument(var kind) ->
                    finding.filter(f -> f.burden().documents().contains(kind)).isPresent()
                            ? ""
                            : kind;
            case RequestedItem.OfFact(var fact) ->
                    finding.filter(f -> f.unanswered().contains(fact)).isPresent()
                            ? ""
                            : RestrictivePractices.STATEMENT + fact.slug();
        };
    }

    private LocalDate day(Instant at) {
        return at.atZone(limits.zone()).toLocalDate();
    }

    private CaseTraces traces() {
        open.forEach((item, begun) -> waits.add(wait(item, begun, Optional.empty(), How.LASTS)));
        var treated = new ArrayList<Observation>();
        if (!like.isEmpty()) {
            hands.forEach((unit, at) ->
                    treated.add(
                            new Observation(file, unit, like, approved, facts, at, laid(unit))));
        }
        return new CaseTraces(
                waits, treated, answered, secrets, claims, List.copyOf(inPerson.values()));
    }

    private Set<ImposedBurden> laid(AuthorityId unit) {
        var own = new HashSet<ImposedBurden>();
        laid.stream().filter(by -> by.unit().equals(unit)).forEach(by -> own.add(by.laid()));
        return own;
    }
}
