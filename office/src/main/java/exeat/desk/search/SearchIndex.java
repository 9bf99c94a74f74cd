package exeat.desk.search;

import exeat.casework.state.CaseState;
import exeat.casework.value.TravellerNo;
import exeat.desk.auth.Authentication;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.PayloadSealing;
import exeat.store.OfficeException;
import exeat.store.key.Vault;
import exeat.store.rows.SearchStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the tokens by which people are found, beside the office's work and not within it: of new
 * applications within a second, of older ones and after a new master key page by page. What is
 * still to be made is marked in the database, so a crash loses nothing.
 */
public final class SearchIndex implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(SearchIndex.class.getName());

    /** Travellers at a time. */
    private static final int PAGE = 200;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SearchStore store;
    private final Authentication doors;
    private final Vault vault;
    private final InstantSource clock;

    /** Cases of which the log has a line: they are tried again every second. */
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    /** Owned by {@link #start} and {@link #close}, which do not overlap. */
    private List<Thread> running = List.of();

    public static SearchIndex of(Infrastructure in, Authentication doors) {
        return new SearchIndex(in, doors);
    }

    private SearchIndex(Infrastructure in, Authentication doors) {
        this.store = new SearchStore(in.database());
        this.vault = in.vault();
        this.clock = in.clock();
        this.doors = doors;
    }

    /** Makes tokens in the background until it is closed. */
    public void start() {
        running = List.of(Thread.ofVirtual().name("exeat-search").start(this::run));
    }

    private void run() {
        try {
            while (true) {
                try {
                    fill();
                } catch (RuntimeException failed) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            "search tokens could not be made; tried again",
                            failed);
                    Thread.sleep(PAUSE.multipliedBy(10));
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether tokens are missing. */
    public boolean isWaiting() {
        return StoreCalls.get(store::isWaiting);
    }

    /** Makes all tokens that are missing; returns of how many travellers. */
    public int fill() {
        if (!isWaiting()) {
            return 0;
        }
        var session = doors.clockSession();
        try {
            int all = 0;
            for (int filled = page(session); filled > 0; filled = page(session)) {
                all += filled;
            }
            return all;
        } finally {
            doors.signOut(session);
        }
    }

    private int page(Session session) {
        var token = SessionTokens.hash(session.token());
        var waiting = StoreCalls.get(() -> store.waiting(token, clock.instant(), PAGE));
        if (waiting.isEmpty()) {
            return 0;
        }
        var key = SearchTokens.newest(vault.masters());
        var rows = new ArrayList<SearchStore.Tokens>();
        for (var stream : waiting) {
            try {
                rows.addAll(tokens(key, stream));
            } catch (OfficeException damaged) {
                // The audit names it. The others are not to wait for it.
                if (unreadable.add(stream.key())) {
                    LOG.log(System.Logger.Level.WARNING, "no search tokens: a case cannot be read");
                }
            }
        }
        return StoreCalls.get(() -> store.fill(token, clock.instant(), key.number(), rows));
    }

    private List<SearchStore.Tokens> tokens(SearchTokens key, SearchStore.Waiting stream) {
        var opener = vault.unwrap(stream.key(), stream.wrapped(), Map.of());
        return PayloadSealing.state(opener, stream.version(), stream.state()) instanceof CaseState c
                ? c.travellers().values().stream()
                        .filter(t -> c.erasure(t.no()).isEmpty())
                        .map(t ->
                                new SearchStore.Tokens(
                                        stream.key(),
                                        t.no().number(),
                                        key.of(t.traveller(), place(stream.key(), t.no()))))
                        .toList()
                : List.of();
    }

    /** Where a traveller is, as tokens that only fill up name it. */
    public static String place(String stream, TravellerNo no) {
        return stream + "#" + no.number();
    }

    @Override
    public void close() {
        for (var thread : running) {
            thread.interrupt();
            try {
                thread.join(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        running = List.of();
    }
}
