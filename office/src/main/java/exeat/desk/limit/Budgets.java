package exeat.desk.limit;

import exeat.casework.command.Actor;
import exeat.config.Config;
import exeat.config.LimitSettings;
import exeat.desk.base.Session;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * What each address and its network, each session and its unit may ask for within some time, and
 * what all who have not signed in may file together. A network has {@link #WIDE} times as much as
 * an address. They are kept in memory of a fixed size, and are whole again after a start.
 */
public final class Budgets {

    /** What is asked for. */
    public enum Use {
        /** A request, whatever it is for. */
        REQUEST,
        /** A session of somebody who does not sign in. */
        SESSION,
        /** A traveller in an application of somebody who has not signed in. */
        FILING,
        /** A claim to protection for somebody else. */
        CLAIM,
        /** A kilobyte that a draft grows by. */
        DRAFT,
        /** A kilobyte of a file that an officer sends. */
        UPLOAD,
        /** A command or form of somebody who has a session. */
        ACT
    }

    /** How many addresses' budgets a network has. */
    static final int WIDE = 4;

    /**
     * How many requests a refusal costs the address besides: who goes on all the same is soon
     * turned away before anything is read.
     */
    static final int PENALTY = 20;

    /** How much one code of a counter opens: a large family, and another try. */
    private static final int CODE = 25;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ALL = "all";
    private static final Optional<Actor.Officer> NOBODY = Optional.empty();

    /** The budgets of an address and its network, or of a session and its unit. */
    private record Pair(TokenBuckets narrow, TokenBuckets wide) {

        static Pair of(long narrow, long wide, Duration within) {
            return new Pair(new TokenBuckets(narrow, within), new TokenBuckets(wide, within));
        }

        synchronized Optional<Duration> spend(String one, String many, long units, long now) {
            var here = narrow.cells(one);
            var around = wide.cells(many);
            var wait = later(narrow.wait(here, units, now), wide.wait(around, units, now));
            if (wait.isEmpty()) {
                narrow.spend(here, units, now);
                wide.spend(around, units, now);
            }
            return wait;
        }
    }

    private final Map<Use, Pair> pairs = new EnumMap<>(Use.class);

    /** For networks that have filed within the hour, and for those that have not. */
    private final TokenBuckets known;

    private final TokenBuckets fresh;
    private final TokenBuckets networks;

    /** The budget of a session's claims, from however many addresses. */
    private final TokenBuckets claiming;

    private final TokenBuckets codes = new TokenBuckets(CODE, DAY);
    private final Map<Use, LongAdder> refused = new EnumMap<>(Use.class);
    private final LongSupplier nanos;

    public Budgets(Config config) {
        this(config, System::nanoTime);
    }

    Budgets(Config config, LongSupplier nanos) {
        long begun = nanos.getAsLong();
        // Cells that nobody has used are 0, so time begins after it.
        this.nanos = () -> nanos.getAsLong() - begun + 1;
        byAddress(Use.REQUEST, config.count(LimitSettings.REQUESTS), MINUTE);
        byAddress(Use.SESSION, config.count(LimitSettings.SESSIONS), HOUR);
        byAddress(Use.FILING, config.count(LimitSettings.FILINGS), HOUR);
        int claims = config.count(LimitSettings.CLAIMS);
        byAddress(Use.CLAIM, claims, HOUR);
        claiming = new TokenBuckets(claims, HOUR);
        byAddress(Use.DRAFT, config.size(LimitSettings.DRAFTS) >> 10, HOUR);
        byAddress(Use.UPLOAD, config.size(LimitSettings.UPLOADS) >> 10, HOUR);
        int unit = config.count(LimitSettings.UNIT_ACTS);
        pairs.put(Use.ACT, Pair.of(config.count(LimitSettings.ACTS), unit, MINUTE));
        int all = config.count(LimitSettings.FILINGS_IN_ALL);
        known = new TokenBuckets(Math.max(1, all / 2), HOUR);
        fresh = new TokenBuckets(Math.max(1, all / 2), HOUR);
        networks = new TokenBuckets(1, HOUR);
        for (var use : Use.values()) {
            refused.put(use, new LongAdder());
        }
    }

    private void byAddress(Use use, long most, Duration within) {
        pairs.put(use, Pair.of(most, WIDE * most, within));
    }

    /**
     * Spends what a use costs.
     *
     * @param units requests, sessions, travellers or kilobytes
     * @return when to come again, if this is more than the address or its network may; then nothing
     *     was spent
     */
    public Optional<Duration> spend(Use use, ClientNetwork from, long units) {
        if (from.equals(ClientNetwork.HERE) || units <= 0) {
            return Optional.empty();
        }
        var wait = pair(use).spend(from.host(), from.wide(), units, nanos.getAsLong());
        return counted(use, from, wait);
    }

    /** Spends, for clients who can do no more about it. */
    public void require(Use use, ClientNetwork from, long units) {
        refuse(use, spend(use, from, units));
    }

    /**
     * Spends what an application costs that somebody files who has not signed in. The holder of a
     * counter's code spends of that alone; of what all may file together, half is for networks from
     * which nothing was filed within the hour, so that a flood from some leaves it to others.
     *
     * @param code of {@link CounterCodes}, in form and valid; empty for none
     */
    public void requireFiling(ClientNetwork from, Optional<String> code, int travellers) {
        refuse(Use.FILING, counted(Use.FILING, from, file(from, code, travellers)));
    }

    private synchronized Optional<Duration> file(
            ClientNetwork from, Optional<String> code, int travellers) {
        long now = nanos.getAsLong();
        if (code.isPresent()) {
            var own = codes.cells(code.get());
            var wait = codes.wait(own, travellers, now);
            if (wait.isEmpty()) {
                codes.spend(own, travellers, now);
            }
            return wait;
        }
        var network = networks.cells(from.wide());
        var share = networks.isWhole(network, now) ? fresh : known;
        var all = share.cells(ALL);
        var wait = share.wait(all, travellers, now);
        if (wait.isPresent()) {
            return wait;
        }
        if (!from.equals(ClientNetwork.HERE)) {
            wait = pair(Use.FILING).spend(from.host(), from.wide(), travellers, now);
        }
        if (wait.isEmpty()) {
            share.spend(all, travellers, now);
            networks.spend(network, 1, now);
        }
        return wait;
    }

    /**
     * Spends a claim to protection for somebody else: of an officer and their unit, however often
     * they sign in; of anybody else's session, if they have one, address and network. It is spent
     * whether the claim meets somebody or not. Nobody spends it for themselves.
     */
    public void requireClaim(Optional<Session> session, ClientNetwork from) {
        long now = nanos.getAsLong();
        var officer =
                session.map(Session::actor)
                        .filter(Actor.Officer.class::isInstance)
                        .map(Actor.Officer.class::cast);
        if (officer.isPresent()) {
            var by = officer.get();
            var wait = pair(Use.CLAIM).spend(by.id().text(), by.unit().text(), 1, now);
            refuse(Use.CLAIM, counted(Use.CLAIM, ClientNetwork.HERE, wait));
            return;
        }
        var wait = session.flatMap(own -> claim(own, now));
        if (wait.isEmpty() && !from.equals(ClientNetwork.HERE)) {
            wait = pair(Use.CLAIM).spend(from.host(), from.wide(), 1, now);
        }
        refuse(Use.CLAIM, counted(Use.CLAIM, from, wait));
    }

    private synchronized Optional<Duration> claim(Session session, long now) {
        var own = claiming.cells(session.token());
        var wait = claiming.wait(own, 1, now);
        if (wait.isEmpty()) {
            claiming.spend(own, 1, now);
        }
        return wait;
    }

    /** Spends one act of a session, and of its officer's unit. */
    public void requireAct(Session session, ClientNetwork from) {
        var own = session.token();
        var officer = session.actor() instanceof Actor.Officer of ? Optional.of(of) : NOBODY;
        var unit = officer.map(one -> one.unit().text()).orElse(own);
        var wait = pair(Use.ACT).spend(own, unit, 1, nanos.getAsLong());
        refuse(Use.ACT, counted(Use.ACT, officer.isEmpty() ? from : ClientNetwork.HERE, wait));
    }

    /**
     * Spends what a file costs that an officer sends, however often they sign in; their unit has
     * {@link #WIDE} times as much.
     *
     * @param bytes of the file, or of a piece of one whose length is not known
     * @throws OverBudgetException when this is more than the officer or the unit may send
     */
    public void requireUpload(Session session, long bytes) {
        var actor = session.actor();
        var unit = actor instanceof Actor.Officer officer ? officer.unit().text() : "none";
        var who = actor instanceof Actor.Officer officer ? officer.id().text() : session.token();
        var units = (bytes >> 10) + 1;
        refuse(
                Use.UPLOAD,
                counted(
                        Use.UPLOAD,
                        ClientNetwork.HERE,
                        pair(Use.UPLOAD).spend(who, unit, units, nanos.getAsLong())));
    }

    /** How often somebody was told to come again, since the office was opened. */
    public long refused(Use use) {
        return of(refused, use).sum();
    }

    /** Something is over another limit, such as the disk's; counts as the rest does. */
    OverBudgetException refusal(Use use, Duration after) {
        of(refused, use).increment();
        return new OverBudgetException(use, after);
    }

    private Optional<Duration> counted(Use use, ClientNetwork from, Optional<Duration> wait) {
        if (wait.isPresent()) {
            of(refused, use).increment();
            if (use != Use.REQUEST && !from.equals(ClientNetwork.HERE)) {
                var requests = pair(Use.REQUEST).narrow();
                requests.spend(requests.cells(from.host()), PENALTY, nanos.getAsLong());
            }
        }
        return wait;
    }

    private static void refuse(Use use, Optional<Duration> wait) {
        wait.ifPresent(after -> {
            throw new OverBudgetException(use, after);
        });
    }

    private Pair pair(Use use) {
        return of(pairs, use);
    }

    private static <T> T of(Map<Use, T> by, Use use) {
        var found = by.get(use);
        if (found == null) {
            throw new IllegalStateException("no budget for " + use);
        }
        return found;
    }

    private static Optional<Duration> later(Optional<Duration> one, Optional<Duration> other) {
        return one.isEmpty() || other.filter(o -> o.compareTo(one.get()) > 0).isPresent()
                ? other
                : one;
    }
}
