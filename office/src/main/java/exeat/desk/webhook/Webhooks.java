package exeat.desk.webhook;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.desk.projection.CaseSight;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.key.Vault;
import exeat.store.rows.WebhookStore;
import exeat.store.rows.WebhookStore.Due;
import exeat.telemetry.Log;
import exeat.telemetry.LogEvent;
import exeat.telemetry.LogField;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Notifies other systems that something happened in their jurisdiction. Deliveries follow the
 * public log, so no command waits for them. Each subscription has its own queue in the database and
 * its own thread. After a crash between sending and recording, a delivery is sent again with the
 * same id.
 */
public final class Webhooks implements AutoCloseable {

    /**
     * What can be heard of: nothing before the traveller's own act, nothing of protection or holds.
     */
    public static final List<String> TYPES =
            List.of(
                    "confirmed",
                    "found",
                    "clearance-opened",
                    "clearance-done",
                    "clearance-escalated",
                    "warned",
                    "handed-over",
                    "authorised",
                    "refused",
                    "appealed",
                    "appeal-decided",
                    "withdrawn",
                    "withdrawal-undone",
                    "departed",
                    "returned",
                    "closed");

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 5_000;
    private static final int GONE = 410;
    private static final int MAX_DOUBLINGS = 20;

    private final WebhookStore store;
    private final DirectiveRegister register;
    private final Vault vault;
    private final Config config;
    private final InstantSource clock;
    private final WebhookClient courier;
    private final SecureRandom chance = new SecureRandom();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Those that are told something now. */
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    private volatile boolean closing;
    private @Nullable Thread thread;

    public static Webhooks of(Infrastructure in, DirectiveRegister register) {
        var store = new WebhookStore(in.database());
        var courier = WebhookClient.of(in.config(), in.data());
        return new Webhooks(store, register, in.vault(), in.config(), in.clock(), courier);
    }

    Webhooks(
            WebhookStore store,
            DirectiveRegister register,
            Vault vault,
            Config config,
            InstantSource clock,
            WebhookClient courier) {
        this.store = store;
        this.register = register;
        this.vault = vault;
        this.config = config;
        this.clock = clock;
        this.courier = courier;
    }

    /** A new subscription, and the secret that is shown this once. */
    public record Made(UUID id, String secret) {}

    /** What came of a wish: a subscription, or why there is none. */
    public sealed interface Added {
        record Done(Made made) implements Added {}

        record Refused(String why) implements Added {}
    }

    /**
     * Subscribes a system to what happens in the jurisdiction of a unit from now on.
     *
     * @param named the directive whose cases it is told of; empty if only one directive covers the
     *     unit
     * @param types some of {@link #TYPES}; all of them when empty
     */
    public Added add(
            AuthorityId unit, Optional<String> named, String url, List<String> types, String by) {
        Directive directive;
        try {
            directive = register.covering(unit, named);
        } catch (OfficeException none) {
            return new Added.Refused(Objects.requireNonNull(none.getMessage()));
        }
        var problem = courier.problem(url);
        if (problem.isPresent()) {
            return new Added.Refused("the address cannot be called: " + problem.get().clause());
        }
        var unknown = types.stream().filter(type -> !TYPES.contains(type)).toList();
        if (!unknown.isEmpty()) {
            return new Added.Refused(
                    "there is no event type "
                            + String.join(", ", unknown)
                            + "; there are "
                            + String.join(", ", TYPES));
        }
        var id = UUID.randomUUID();
        var units = new TreeSet<>(CaseSight.scope(directive.authorities(), unit));
        var heard = types.isEmpty() ? TYPES : List.copyOf(types);
        var wish = new WebhookStore.Wish(id, directive.ref().id(), unit.text(), units, heard, url);
        StoreCalls.run(() -> store.add(wish, by, now()));
        Log.write(LogEvent.WEBHOOK_MADE, LogField.webhook(id), LogField.authority(unit));
        return new Added.Done(new Made(id, secret(id, 1)));
    }

    /** What two administrators do with subscriptions. */
    public WebhookAdministration administration() {
        return new WebhookAdministration(store.changes(), this, register, clock);
    }

    /** Why an address can never be called; empty if it can. Nothing is looked up. */
    Optional<AddressProblem> problem(String url) {
        return courier.problem(url);
    }

    /** The secret of a subscription that is made or changed. */
    String secret(UUID id, int generation) {
        return WebhookSecret.of(vault, id, generation).text();
    }

    /** Until when the secret before signs too, if it is replaced now. */
    Instant bothUntil() {
        return now().plus(config.time(Settings.WEBHOOK_OLD_SECRET));
    }

    public List<WebhookStore.Webhook> all() {
        return StoreCalls.get(store::all);
    }

    /** The dead letters; empty if there is no such subscription. */
    public Optional<List<WebhookStore.Dead>> dead(UUID id) {
        return find(id).map(_ -> StoreCalls.get(() -> store.dead(id)));
    }

    private Optional<WebhookStore.Webhook> find(UUID id) {
        return all().stream().filter(webhook -> webhook.id().equals(id)).findFirst();
    }

    /**
     * Resends dead letters and switches a subscription on again; returns how many, or empty if
     * there is no such subscription.
     */
    public Optional<Integer> again(UUID id) {
        return StoreCalls.get(() -> store.again(id, now()));
    }

    /** Another secret, shown this once; for a while the one before signs beside it. */
    public Optional<String> rotate(UUID id) {
        return StoreCalls.get(() -> store.rotate(id, bothUntil()))
                .map(generation -> secret(id, generation));
    }

    public boolean remove(UUID id) {
        boolean gone = StoreCalls.get(() -> store.remove(id));
        if (gone) {
            Log.write(LogEvent.WEBHOOK_REMOVED, LogField.webhook(id));
        }
        return gone;
    }

    /** Sends a test event now; returns the result, or empty if there is no such subscription. */
    public Optional<String> test(UUID id) {
        return find(id).map(webhook -> {
            var due =
                    new Due(
                            id,
                            webhook.url(),
                            webhook.generation(),
                            webhook.bothUntil(),
                            -1,
                            "test-" + UUID.randomUUID(),
                            "",
                            CloudEvent.TEST,
                            now(),
                            Optional.of(webhook.unit()),
                            0);
            return post(due).word();
        });
    }

    /**
     * How much waits, how much was given up, how many subscriptions ended, and how long the first
     * waits.
     */
    public record Backlog(long waiting, long dead, long off, Duration oldest) {}

    public Backlog backlog() {
        var all = all();
        var now = clock.instant();
        return new Backlog(
                all.stream().mapToLong(WebhookStore.Webhook::waiting).sum(),
                all.stream().mapToLong(WebhookStore.Webhook::dead).sum(),
                all.stream().filter(webhook -> webhook.whyOff().isPresent()).count(),
                all.stream()
                        .filter(webhook -> webhook.whyOff().isEmpty())
                        .flatMap(webhook -> webhook.oldest().stream())
                        .map(oldest -> Duration.between(oldest, now))
                        .filter(Duration::isPositive)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO));
    }

    /** Begins to tell, in threads of its own; a server does, a command beside one does not. */
    public synchronized void start() {
        thread = Thread.ofPlatform().daemon().name("exeat-webhooks").start(this::run);
    }

    private void run() {
        try {
            while (!closing) {
                try {
                    look();
                } catch (RuntimeException failed) {
                    // Nothing is lost: the next look finds the same.
                    Log.write(LogEvent.WEBHOOKS_WAIT);
                    Thread.sleep(EVERY.multipliedBy(10));
                }
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Creates deliveries for new events, and starts those that are due. */
    void look() {
        var before = now().minus(config.time(Settings.WEBHOOK_KEPT));
        while (StoreCalls.get(() -> store.spread(now(), AT_ONCE, before)) == AT_ONCE) {
            // Continues if the log has more entries.
        }
        for (var due : StoreCalls.get(() -> store.due(now()))) {
            if (underWay.add(due.webhook())) {
                threads.execute(() -> {
                    try {
                        tell(due);
                    } finally {
                        underWay.remove(due.webhook());
                    }
                });
            }
        }
    }

    /** Whether nothing is being told. */
    boolean isIdle() {
        return underWay.isEmpty();
    }

    private void tell(Due first) {
        var next = Optional.of(first);
        try {
            while (next.isPresent() && !closing && isSettled(next.get())) {
                next = StoreCalls.get(() -> store.due(now(), first.webhook()));
            }
        } catch (RuntimeException failed) {
            // It arrived or not: nobody wrote it down, so that it is told again.
            Log.write(LogEvent.WEBHOOKS_WAIT, LogField.webhook(first.webhook()));
        }
    }

    /** Whether the next can be told: this arrived, or was given up. */
    private boolean isSettled(Due due) {
        var named =
                new Due(
                        due.webhook(),
                        due.url(),
                        due.generation(),
                        due.bothUntil(),
                        due.place(),
                        due.entry(),
                        due.subject().substring(due.subject().indexOf('/') + 1),
                        CloudEvent.CASE + due.type(),
                        due.at(),
                        due.authority(),
                        due.tries());
        var answer = post(named);
        if (answer.arrived()) {
            StoreCalls.run(() -> store.sent(due));
            return true;
        }
        return isGivenUp(due, answer);
    }

    private boolean isGivenUp(Due due, WebhookClient.WebhookResponse answer) {
        var now = now();
        int tries = due.tries() + 1;
        Optional<Instant> next =
                tries >= config.count(Settings.WEBHOOK_TRIES)
                        ? Optional.empty()
                        : Optional.of(now.plus(pause(tries)));
        var off = off(due, answer, now);
        boolean stands = StoreCalls.get(() -> store.failed(due, answer.word(), next, now, off));
        if (off.isPresent()) {
            Log.write(LogEvent.WEBHOOK_OFF, LogField.webhook(due.webhook()));
        } else if (next.isEmpty()) {
            Log.write(LogEvent.WEBHOOK_GIVEN_UP, LogField.webhook(due.webhook()));
        }
        return stands && next.isEmpty();
    }

    /**
     * Twice as long after each failure, up to the most; a half more or less, so that not all come
     * at once.
     */
    private Duration pause(int tries) {
        long first = config.time(Settings.WEBHOOK_FIRST_PAUSE).toMillis();
        long most = config.time(Settings.WEBHOOK_MAX_PAUSE).toMillis();
        long pause = Math.min(most, first << Math.min(tries - 1, MAX_DOUBLINGS));
        return Duration.ofMillis(pause / 2 + chance.nextLong(pause + 1));
    }

    private Optional<String> off(Due due, WebhookClient.WebhookResponse answer, Instant now) {
        if (answer.status().isPresent() && answer.status().getAsInt() == GONE) {
            return Optional.of("the receiver answered 410 Gone");
        }
        var patience = config.time(Settings.WEBHOOK_OFF);
        return StoreCalls.get(() -> store.failing(due.webhook()))
                .filter(since -> !now.isBefore(since.plus(patience)))
                .map(since ->
                        "no delivery has succeeded since " + since.truncatedTo(ChronoUnit.SECONDS));
    }

    private WebhookClient.WebhookResponse post(Due due) {
        var source = config.given(Settings.PUBLIC_URL).orElse("/exeat");
        var body = CloudEvent.of(source, due);
        long timestamp = now().getEpochSecond();
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", CloudEvent.MEDIA_TYPE);
        headers.put("webhook-id", due.entry());
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put("webhook-signature", signatures(due, timestamp, body));
        return courier.post(due.url(), Map.copyOf(headers), body);
    }

    private String signatures(Due due, long timestamp, byte[] body) {
        var newest = WebhookSecret.of(vault, due.webhook(), due.generation());
        var text = newest.sign(due.entry(), timestamp, body);
        boolean both = due.bothUntil().filter(until -> now().isBefore(until)).isPresent();
        return both
                ? text
                        + " "
                        + WebhookSecret.of(vault, due.webhook(), due.generation() - 1)
                                .sign(due.entry(), timestamp, body)
                : text;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Deliveries in progress are completed; the rest follow after the next start. */
    @Override
    public synchronized void close() {
        closing = true;
        if (thread != null) {
            thread.interrupt();
        }
        threads.close();
    }
}
