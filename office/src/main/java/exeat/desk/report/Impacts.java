package exeat.desk.report;

import exeat.desk.auth.Doors;
import exeat.desk.base.Calls;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.Tokens;
import exeat.desk.register.Reading;
import exeat.desk.register.Register;

import exeat.casework.access.Disclosure;
import exeat.casework.state.CaseState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.oversight.Impact;
import exeat.rules.Directive;
import exeat.store.batch.BatchStore;
import exeat.store.rows.PassStore;
import exeat.store.rows.ReadStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides the cases of the database again under a version that is only stored, and changes nothing.
 * The counts are over every case, read with the clock's session, which may look at any; what comes
 * out of it are suppressed figures alone. The list is of what a session may see.
 */
public final class Impacts {

    private static final int PAGE = 200;

    private final PassStore cases;
    private final BatchStore batches;
    private final Reading reading;
    private final Register register;
    private final Doors doors;

    public static Impacts of(Infrastructure in, Reading reading, Register register, Doors doors) {
        return new Impacts(
                new PassStore(in.database()),
                new BatchStore(in.database()),
                reading,
                register,
                doors);
    }

    Impacts(PassStore cases, BatchStore batches, Reading reading, Register register, Doors doors) {
        this.cases = cases;
        this.batches = batches;
        this.reading = reading;
        this.register = register;
        this.doors = doors;
    }

    /** Who would come out differently, over all cases of the directive. */
    public Impact count(Directive version) {
        var count = new Impact.Count(version);
        var session = doors.clock();
        try {
            pages(version, keys -> load(session, keys).forEach(count::add));
        } finally {
            doors.leave(session);
        }
        return count.done();
    }

    /**
     * One traveller of a case that this reader may see.
     *
     * @param number of the application
     */
    public record Listed(CaseId id, String number, Impact.One one) {}

    /** The first of those whom the session sees whole and who would come out differently. */
    public List<Listed> list(Session session, Directive version, int most) {
        var listed = new ArrayList<Listed>();
        pages(
                version,
                keys -> {
                    for (var key : keys) {
                        if (listed.size() < most) {
                            seen(session, key, version).forEach(listed::add);
                        }
                    }
                });
        return List.copyOf(listed.subList(0, Math.min(most, listed.size())));
    }

    private List<Listed> seen(Session session, String key, Directive version) {
        var stream = Calls.get(() -> reading.store().byKey(reading.eyes(session), key));
        return stream.flatMap(this::open).stream()
                .flatMap(state -> {
                    var seen = view(session, state);
                    return Impact.of(state, version).stream()
                            .filter(one -> isWhole(seen, one.traveller()))
                            .map(one -> new Listed(state.id(), state.application().number(), one));
                })
                .toList();
    }

    private Optional<Disclosure.CaseSeen> view(Session session, CaseState state) {
        var own = register.directive(state.directive());
        return Disclosure.view(state, session.actor(), register.tree(own), reading.today(own));
    }

    private static boolean isWhole(Optional<Disclosure.CaseSeen> seen, int traveller) {
        return seen.flatMap(
                        s -> Optional.ofNullable(s.travellers().get(new TravellerNo(traveller))))
                .filter(Disclosure.Whole.class::isInstance)
                .isPresent();
    }

    private Optional<CaseState> open(ReadStore.Stream stream) {
        return reading.open(stream) instanceof CaseState state
                ? Optional.of(state)
                : Optional.empty();
    }

    private void pages(Directive version, Consumer<List<String>> look) {
        var after = "";
        for (boolean more = true; more; ) {
            var from = after;
            var keys = Calls.get(() -> cases.cases(version.ref().id(), from, PAGE));
            look.accept(keys);
            more = keys.size() == PAGE;
            after = keys.isEmpty() ? after : keys.getLast();
        }
    }

    private List<CaseState> load(Session session, List<String> keys) {
        var token = Tokens.hash(session.token());
        var wanted = new ArrayList<BatchStore.Wanted>();
        for (var key : keys) {
            wanted.add(
                    new BatchStore.Wanted(
                            wanted.size(), token, key, "case", "", false, false, null));
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        var batch = Calls.get(() -> batches.load(reading.eyes(session).now(), wanted));
        var states = new ArrayList<CaseState>();
        for (var row : batch.rows().values()) {
            row.stored()
                    .map(stored -> (CaseState) reading.open(keys.get(row.ord()), stored))
                    .ifPresent(states::add);
        }
        return states;
    }
}
