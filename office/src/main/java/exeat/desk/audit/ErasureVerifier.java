package exeat.desk.audit;

import exeat.casework.event.CaseEvent;
import exeat.casework.event.EventChain;
import exeat.casework.event.EventKind;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.Erasure;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import exeat.config.Settings;
import exeat.desk.operator.OperatorHistory;
import exeat.desk.operator.Operators;
import exeat.desk.write.ErasureLog.Erased;
import exeat.store.audit.AuditStore.AuditedEvent;
import exeat.store.audit.AuditStore.Line;
import exeat.store.audit.AuditStore.Stream;
import exeat.store.ledger.Chain;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether each erasure was one that the rules allow, as far as what is left can say: who gave it,
 * that two officers or two operators wanted it, that the time had passed, that no order kept the
 * case, that nobody claimed protection any more, and that what was erased again had been erased.
 */
final class ErasureVerifier {

    /** Within the text of settings, as JSON. */
    private static final Pattern NOTICE =
            Pattern.compile(Pattern.quote(Settings.RETENTION_NOTICE.key()) + ": (\\d+)d\\\\n");

    private static final Pattern TOLD =
            Pattern.compile(
                    "\\{\"case\": \"([^\"]+)\", \"ground\": \"[A-Z_]+\","
                            + " \"sequence\": (\\d+), \"travellers\": \\[[0-9, ]+]}");

    /** After one of these a claim is not open any more. */
    private static final Set<String> CLAIM_IS_OVER =
            Set.of(
                    EventKind.PROTECTION_CLAIM_ENDED.stored(),
                    EventKind.PROTECTION_LAPSED.stored(),
                    EventKind.PROTECTION_HEARD.stored());

    /** An erasure with the steps of its case before it. */
    private record Found(
            Stream stream, AuditedEvent row, CaseEvent.Erased event, List<AuditedEvent> before) {}

    private final List<Found> found = new ArrayList<>();
    private final List<Line> told = new ArrayList<>();

    /** Erasures whose own words went with a later one of the same case, as {@code case/...#3}. */
    private final Set<String> gone = new HashSet<>();

    private final List<IntegrityAudit.Fault> faults = new ArrayList<>();

    /** Takes the erasures of a case. */
    void take(Stream stream, List<StreamVerifier.ErasedRow> erased, List<AuditedEvent> rows) {
        rows.stream()
                .filter(row -> row.type().equals(EventKind.ERASED.stored()))
                .map(row -> stream.key() + "#" + row.sequence())
                .forEach(gone::add);
        for (var one : erased) {
            gone.remove(stream.key() + "#" + one.row().sequence());
            var before =
                    rows.stream().filter(row -> row.sequence() < one.row().sequence()).toList();
            found.add(new Found(stream, one.row(), one.event(), before));
        }
    }

    /** Takes what the register of erasures says. */
    void told(ExpectedMandates.Change change) {
        told.add(new Line("register/erasures#" + change.sequence(), change.payload().text()));
    }

    /**
     * What is wrong.
     *
     * @param proved the erasures that the signed log proves outside the database
     * @param settings every text of settings that was ever in force
     */
    List<IntegrityAudit.Fault> faults(
            OperatorHistory history, Collection<Erased> proved, Collection<String> settings) {
        var expected = new HashSet<String>();
        for (var one : found) {
            expected.add(text(one));
            check(one, history, proved, notice(settings));
        }
        var texts = new ArrayList<String>();
        for (var line : told) {
            boolean known = expected.contains(line.text()) || gone.contains(place(line.text()));
            if (!known || texts.contains(line.text())) {
                faults.add(
                        new IntegrityAudit.Fault(
                                "event",
                                line.where(),
                                "it records an erasure that never happened"));
            }
            texts.add(line.text());
        }
        for (var one : found) {
            if (!texts.contains(text(one))) {
                fault(one, "it is missing in the register of erasures");
            }
        }
        return faults;
    }

    private static String place(String told) {
        var parts = TOLD.matcher(told);
        return parts.matches() ? parts.group(1) + "#" + parts.group(2) : "";
    }

    /** As the database writes it. */
    private static String text(Found one) {
        return "{\"case\": \"%s\", \"ground\": \"%s\", \"sequence\": %d, \"travellers\": %s}"
                .formatted(
                        one.stream().key(),
                        one.event().erasure().ground().stored(),
                        one.row().sequence(),
                        one.event().travellers().stream().map(TravellerNo::number).toList());
    }

    /** The shortest that was ever in force: what was in force when is in the log. */
    private static Duration notice(Collection<String> settings) {
        return settings.stream()
                .flatMap(text -> NOTICE.matcher(text).results())
                .map(days -> Duration.ofDays(Long.parseLong(days.group(1))))
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private void fault(Found one, String what) {
        faults.add(
                new IntegrityAudit.Fault(
                        "event", one.stream().key() + "#" + one.row().sequence(), what));
    }

    private void check(
            Found one, OperatorHistory history, Collection<Erased> proved, Duration notice) {
        var erasure = one.event().erasure();
        switch (erasure.ground()) {
            case OWN_REQUEST -> own(one);
            case DATA_PROTECTION -> byTwo(one, erasure);
            case RETENTION -> byTime(one, erasure, history, notice);
            case AGAIN -> again(one, proved);
        }
        if (erasure.ground() != Erasure.ErasureGround.AGAIN) {
            if (count(one, EventKind.FILE_KEPT) > count(one, EventKind.FILE_FREED)) {
                fault(one, "it was erased although an order kept it");
            }
            ended(one);
            one.event().travellers().forEach(no -> undoable(one, no));
        }
    }

    /** Nobody is erased while they can undo what two officers did in their name in person. */
    private void undoable(Found one, TravellerNo no) {
        var left = new ArrayDeque<Instant>();
        var ended = new ArrayDeque<Instant>();
        for (var row : one.before()) {
            if (!row.chain().equals(Chain.of(new EventChain.OfTraveller(no), 0))) {
                continue;
            }
            boolean officer = row.actor().startsWith("officer/");
            if (officer && row.type().equals(EventKind.WITHDRAWN.stored())) {
                left.push(row.at());
            } else if (officer && row.type().equals(EventKind.PROTECTION_CLAIM_ENDED.stored())) {
                ended.push(row.at());
            } else if (row.type().equals(EventKind.WITHDRAWAL_UNDONE.stored())) {
                left.poll();
            } else if (row.type().equals(EventKind.PROTECTION_CLAIM_RESTORED.stored())) {
                ended.poll();
            }
        }
        var last = one.row().at().minus(DoneInPerson.UNDOABLE);
        left.addAll(ended);
        if (left.stream().anyMatch(last::isBefore)) {
            fault(one, "it was erased while what was done in person could be undone");
        }
    }

    private static long count(Found one, EventKind kind) {
        return one.before().stream().filter(row -> row.type().equals(kind.stored())).count();
    }

    /** Each who is said to have withdrawn did so by a step of the case. */
    private void ended(Found one) {
        var withdrawn =
                one.event().remains().stream()
                        .flatMap(remains -> remains.bare().travellers().values().stream())
                        .filter(t -> one.event().travellers().contains(t.no()))
                        .filter(t -> t.stage() == Stage.WITHDRAWN)
                        .count();
        if (withdrawn > count(one, EventKind.WITHDRAWN) - count(one, EventKind.WITHDRAWAL_UNDONE)) {
            fault(one, "it was erased before the case had ended");
        }
    }

    private void own(Found one) {
        var travellers = one.event().travellers();
        if (travellers.size() != 1 || !one.row().actor().equals("party/" + travellers.getFirst())) {
            fault(
                    one,
                    "it was erased at the person's request, but not by that person: "
                            + one.row().actor());
        }
    }

    private void byTwo(Found one, Erasure erasure) {
        var first = erasure.first().map(officer -> "officer/" + officer.text()).orElse("");
        var second = erasure.second().map(officer -> "officer/" + officer.text()).orElse("");
        boolean proposed =
                one.before().stream()
                        .anyMatch(row ->
                                row.type().equals(EventKind.ERASURE_PROPOSED.stored())
                                        && row.actor().equals(first));
        if (!proposed || first.equals(second) || !one.row().actor().equals(second)) {
            fault(one, "it was not erased by two officers");
        }
        claims(one);
    }

    private void byTime(Found one, Erasure erasure, OperatorHistory history, Duration notice) {
        var rule =
                "retention approve %s %s days: %s"
                        .formatted(
                                one.stream().directive().id(), erasure.reason(), erasure.basis());
        var agreed = history.agreed(rule, Operators.STANDING, one.row().at());
        if (agreed.filter(at -> !at.plus(notice).isAfter(one.row().at())).isEmpty()) {
            fault(one, "two operators had not approved the rule by which it was erased");
        }
        if (!one.row().actor().equals("clock")) {
            fault(
                    one,
                    "it was erased because its time was over, but not by the clock: "
                            + one.row().actor());
        }
        var days = Optional.of(erasure.reason()).filter(text -> text.matches("\\d{1,6}"));
        var last =
                one.row()
                        .at()
                        .minus(Duration.ofDays(Long.parseLong(days.orElse("0"))))
                        .plus(1, ChronoUnit.DAYS);
        boolean passed =
                one.event().remains().stream()
                        .flatMap(remains -> remains.bare().travellers().values().stream())
                        .map(TravellerState::since)
                        .allMatch(since -> since.isBefore(last));
        if (days.isEmpty() || !passed) {
            fault(one, "it was erased before its time");
        }
        claims(one);
    }

    private void claims(Found one) {
        long claimed = 0;
        long over = 0;
        for (var row : one.before()) {
            if (row.type().equals(EventKind.PROTECTION_CLAIMED.stored())
                    || row.type().equals(EventKind.PROTECTION_CLAIM_RESTORED.stored())) {
                claimed = row.sequence();
            } else if (CLAIM_IS_OVER.contains(row.type())) {
                over = row.sequence();
            }
        }
        if (claimed > over) {
            fault(one, "it was erased while somebody claimed protection");
        }
    }

    private void again(Found one, Collection<Erased> proved) {
        var before = new HashSet<TravellerNo>();
        proved.stream()
                .filter(other -> other.id().key().equals(one.stream().key()))
                .filter(other -> other.sequence() != one.row().sequence())
                .forEach(other -> before.addAll(other.travellers()));
        if (!before.containsAll(one.event().travellers())) {
            fault(one, "it was erased again without a proof that it had been erased before");
        }
        if (!one.row().actor().equals("clock")) {
            fault(one, "it was erased again, but not by the clock: " + one.row().actor());
        }
    }
}
