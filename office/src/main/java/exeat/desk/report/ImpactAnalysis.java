package exeat.desk.report;

import exeat.casework.access.Disclosure;
import exeat.casework.state.CaseState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.auth.Authentication;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.oversight.CaseloadImpact;
import exeat.rules.Directive;
import exeat.store.batch.BatchStore;
import exeat.store.rows.ReadStore;
import exeat.store.rows.VersionMigrationStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decides the cases of the database again under a version that is only stored, and changes nothing.
 * The counts are over every case, read with the clock's session, which may look at any; what comes
 * out of it are suppressed figures alone. The list is of what a session may see.
 */
public final class ImpactAnalysis {

    private static final int PAGE = 200;

    private final VersionMigrationStore cases;
    private final BatchStore batches;
    private final SessionReader reading;
    private final DirectiveRegister register;
    private final Authentication doors;

    public static ImpactAnalysis of(
            Infrastructure in,
            SessionReader reading,
            DirectiveRegister register,
            Authentication doors) {
        return new ImpactAnalysis(
                new VersionMigrationStore(in.database()),
                new BatchStore(in.database()),
                reading,
                register,
                doors);
    }

    ImpactAnalysis(
            VersionMigrationStore cases,
            BatchStore batches,
            SessionReader reading,
            DirectiveRegister register,
            Authentication doors) {
        this.cases = cases;
        this.batches = batches;
        this.reading = reading;
        this.register = register;
        this.doors = doors;
    }

    /** Who would come out differently, over all cases of the directive. */
    public CaseloadImpact count(Directive version) {
        var count = new CaseloadImpact.Count(version);
        var session = doors.clockSession();
        try {
            pages(version, keys -> load(session, keys).forEach(count::add));
        } finally {
            doors.signOut(session);
        }
        return count.done();
    }

    /**
     * One traveller of a case that this reader may see.
     *
     * @param number of the application
     */
    public record Listed(CaseId id, String number, CaseloadImpact.One one) {}

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
        var stream = StoreCalls.get(() -> reading.store().byKey(reading.eyes(session), key));
        return stream.flatMap(this::open).stream()
                .flatMap(state -> {
                    var seen = view(session, state);
                    return CaseloadImpact.of(state, version).stream()
                            .filter(one -> isWhole(seen, one.traveller()))
                            .map(one -> new Listed(state.id(), state.application().number(), one));
                })
                .toList();
    }

    private Optional<Disclosure.CaseSeen> view(Session session, CaseState state) {
        var own = register.directive(state.directive());
        return Disclosure.view(
                state, session.actor(), register.tree(own), reading.today(own), reading.now());
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
            var keys = StoreCalls.get(() -> cases.cases(version.ref().id(), from, PAGE));
            look.accept(keys);
            more = keys.size() == PAGE;
            after = keys.isEmpty() ? after : keys.getLast();
        }
    }

    private List<CaseState> load(Session session, List<String> keys) {
        var token = SessionTokens.hash(session.token());
        var wanted = new ArrayList<BatchStore.LoadItem>();
        for (var key : keys) {
            wanted.add(
                    new BatchStore.LoadItem(
                            wanted.size(), token, key, "case", "", false, false, null));
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        var batch = StoreCalls.get(() -> batches.load(reading.eyes(session).now(), wanted));
        var states = new ArrayList<CaseState>();
        for (var row : batch.rows().values()) {
            row.stored()
                    .map(stored -> (CaseState) reading.open(keys.get(row.ord()), stored))
                    .ifPresent(states::add);
        }
        return states;
    }
}
