package exeat.desk.write;

import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.IssueClockCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.StreamId.IssueId;
import exeat.casework.value.TravellerNo;
import exeat.desk.auth.Authentication;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.JsonCodec;
import exeat.desk.codec.PayloadSealing;
import exeat.store.AppendOnlyFile;
import exeat.store.key.Vault;
import exeat.store.ledger.LedgerReadStore;
import exeat.store.ledger.LogKeys;
import exeat.store.rows.ErasureStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What was erased, kept outside the database in {@code ledger/erasures} of the data folder as well:
 * an older copy of the database has again what was erased since, and then it is erased again. Each
 * line bears a mark that is made with the office's keys. But only what is proved by the signed log
 * is erased again, see {@link ErasureProofs}: somebody with the keys and not the log erases nobody.
 */
public final class ErasureLog {

    private static final int PAGE = 500;

    private static final Pattern LINE =
            Pattern.compile("(case/[0-9a-f-]{36}) (\\d+) (\\d+(?:,\\d+)*+) (\\S+) ([A-Z_]+)");

    private static final System.Logger LOG = System.getLogger(ErasureLog.class.getName());

    private final ErasureStore store;
    private final Vault vault;
    private final AppendOnlyFile outside;
    private final ErasureProofs proofs;

    /** Whether one may be without its proof still: at the start, and after each erasure. */
    private volatile boolean waiting = true;

    /**
     * The erasures of an office.
     *
     * @param keys the published keys of its log
     */
    public static ErasureLog of(Infrastructure in, LogKeys keys) {
        var proofs = new ErasureProofs(new LedgerReadStore(in.database()), in.data(), keys);
        return new ErasureLog(new ErasureStore(in.database()), in.vault(), in.data(), proofs);
    }

    ErasureLog(ErasureStore store, Vault vault, Path data, ErasureProofs proofs) {
        this.proofs = proofs;
        this.store = store;
        this.vault = vault;
        this.outside = new AppendOnlyFile(data.resolve("ledger").resolve("erasures"));
    }

    /**
     * One erasure: nothing in it is of a person but that they were one of a case.
     *
     * @param ground a word of {@link exeat.casework.state.Erasure.ErasureGround}
     */
    public record Erased(
            CaseId id,
            long sequence,
            SortedSet<TravellerNo> travellers,
            Instant at,
            String ground) {
        public Erased {
            travellers = Collections.unmodifiableSortedSet(new TreeSet<>(travellers));
        }

        /** As it stands in the list. */
        public String line() {
            var numbers = travellers.stream().map(TravellerNo::toString).toList();
            return "%s %d %s %s %s"
                    .formatted(id.key(), sequence, String.join(",", numbers), at, ground);
        }
    }

    /** Everything that was erased, as far as it is known outside the database. */
    public List<Erased> all() {
        return outside.read().stream().flatMap(line -> marked(line).stream()).toList();
    }

    /** Those of them that the signed log proves. */
    public List<Erased> proved() {
        return proofs.all();
    }

    /** A line that this office wrote; of any other it tells, and does nothing. */
    private Optional<Erased> marked(String line) {
        int end = line.lastIndexOf(' ');
        var erased = erased(end < 0 ? line : line.substring(0, end));
        if (erased.isPresent() && line.equals(withMark(erased.get()))) {
            return erased;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "a line in ledger/erasures was not written by this office, or was cut short:"
                        + " nothing is erased for it");
        return Optional.empty();
    }

    private String withMark(Erased one) {
        return one.line() + " " + vault.keyed("erasure", one.line()).hex();
    }

    /** A line that a crash cut short is none: its erasure is written again. */
    private static Optional<Erased> erased(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var travellers = new TreeSet<TravellerNo>();
        for (var number : parts.group(3).split(",", -1)) {
            travellers.add(new TravellerNo(Integer.parseInt(number)));
        }
        return Optional.of(
                new Erased(
                        CaseId.of(parts.group(1)),
                        Long.parseLong(parts.group(2)),
                        travellers,
                        Instant.parse(parts.group(4)),
                        parts.group(5)));
    }

    private List<Erased> inside() {
        var all = new ArrayList<Erased>();
        for (var said : StoreCalls.get(store::erased)) {
            var key = vault.unwrap(said.key(), said.wrapped(), Map.of());
            var event = PayloadSealing.event(key, said.sequence(), said.sealed()).orElseThrow();
            if (JsonCodec.event(event.plain()) instanceof CaseEvent.Erased erased) {
                all.add(
                        new Erased(
                                CaseId.of(said.key()),
                                said.sequence(),
                                erased.travellers(),
                                said.at(),
                                erased.erasure().ground().stored()));
            }
        }
        return all;
    }

    /**
     * Takes the words out of the issues of those who were erased. With the erasure itself nobody
     * sees such an issue any more; after a crash before this, the next stroke of the clock does it.
     *
     * @return of how many issues
     */
    public int issues(Desk desk, Authentication doors) {
        int done = 0;
        for (boolean more = true; more; ) {
            var keys = StoreCalls.get(() -> store.issues(PAGE));
            if (keys.isEmpty()) {
                return done;
            }
            int before = done;
            var session = doors.clockSession();
            try {
                for (var key : keys) {
                    var command = new IssueClockCommand.EraseIssue(IssueId.of(key));
                    done +=
                            desk.handle(session, "words " + SessionTokens.generate(), command)
                                            instanceof Reply.Done
                                    ? 1
                                    : 0;
                }
            } finally {
                doors.signOut(session);
            }
            more = done > before;
        }
        return done;
    }

    /**
     * Writes outside what only the database says, and the proof of what is in the log by now. After
     * a crash before it, the next one does.
     */
    public synchronized void keep() {
        waiting = true;
        var known = new HashSet<String>();
        all().forEach(one -> known.add(withMark(one)));
        var inside = inside();
        outside.add(
                inside.stream().map(this::withMark).filter(line -> !known.contains(line)).toList());
        var told = new HashSet<String>();
        StoreCalls.get(store::told).forEach(one -> told.add(one.erased() + "#" + one.step()));
        for (var one : inside) {
            if (!told.contains(one.id().key() + "#" + one.sequence())) {
                var numbers = one.travellers().stream().map(TravellerNo::number).toList();
                StoreCalls.get(() ->
                        store.tell(
                                one.id().key(), one.sequence(), numbers, one.ground(), one.at()));
            }
        }
        waiting = !proofs.keep(StoreCalls.get(store::told));
    }

    /** Keeps the log where something waits for its proof; the clock asks each minute. */
    public void keepWaiting() {
        if (waiting) {
            keep();
        }
    }

    /**
     * Erases again what came back with an older copy of the database.
     *
     * @return in how many cases
     */
    public int again(Desk desk, Authentication doors) {
        var back = new HashMap<CaseId, Set<TravellerNo>>();
        var why = new HashMap<CaseId, String>();
        var proved = proofs.all();
        for (var one : proved) {
            back.computeIfAbsent(one.id(), _ -> new TreeSet<>()).addAll(one.travellers());
            why.put(one.id(), one.ground() + " " + one.at());
        }
        var known = proved.stream().map(one -> one.id().key() + "#" + one.sequence()).toList();
        if (!all().stream()
                .allMatch(one -> known.contains(one.id().key() + "#" + one.sequence()))) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a line in ledger/erasures is not proved by the log, as erasures.proofs has no"
                            + " proof of it: nothing is erased for it");
        }
        for (var one : inside()) {
            Optional.ofNullable(back.get(one.id())).ifPresent(t -> t.removeAll(one.travellers()));
        }
        back.values().removeIf(Set::isEmpty);
        if (back.isEmpty()) {
            return 0;
        }
        int cases = 0;
        var session = doors.clockSession();
        try {
            for (var one : back.entrySet()) {
                var was = Optional.ofNullable(why.get(one.getKey())).orElse("");
                var command = new ArchiveCommand.EraseAgain(one.getKey(), one.getValue(), was);
                // A case that the copy does not have is not there to be erased.
                if (desk.handle(session, "again " + SessionTokens.generate(), command)
                                instanceof Reply.Done done
                        && !done.events().isEmpty()) {
                    cases++;
                }
            }
        } finally {
            doors.signOut(session);
        }
        return cases;
    }
}
