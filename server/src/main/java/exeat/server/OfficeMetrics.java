package exeat.server;

import exeat.desk.Health;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.auth.Authentication;
import exeat.desk.limit.Budgets;
import exeat.desk.webhook.Webhooks;
import exeat.store.backup.TestRestore;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The office's counters as metrics: amounts only, nothing about people. */
@Singleton
public final class OfficeMetrics {

    void begin(
            @Observes StartupEvent event,
            MeterRegistry registry,
            Office office,
            OfficeSettings settings) {
        var health = office.health();
        commands(registry, health, "accepted", h -> h.counters().accepted());
        commands(registry, health, "rejected", h -> h.counters().rejected());
        commands(registry, health, "replayed", h -> h.counters().replayed());
        commands(registry, health, "busy", h -> h.counters().busy());
        commands(registry, health, "unknown", h -> h.counters().unknown());
        FunctionCounter.builder("exeat.batches", health, h -> h.counters().batches())
                .description("Batches committed by the writer")
                .register(registry);
        FunctionCounter.builder("exeat.batch.commands", health, h -> h.counters().batched())
                .description("Commands in all batches")
                .register(registry);
        Gauge.builder("exeat.queue.depth", health, h -> h.status().queueDepth())
                .description("Commands waiting for the writer")
                .register(registry);
        ledger(registry, health);
        doors(registry, office.authentication());
        Gauge.builder("exeat.ledger.cosigned.seconds", office, OfficeMetrics::cosigned)
                .description(
                        "When a witness last signed a checkpoint, in seconds since 1970; 0 for never")
                .register(registry);
        Gauge.builder("exeat.ledger.witnesses", office, OfficeMetrics::witnesses)
                .description(
                        "Witnesses that signed the log recently; fewer than needed is unhealthy")
                .register(registry);
        for (var use : Budgets.Use.values()) {
            FunctionCounter.builder("exeat.over.budget", office.budgets(), b -> b.refused(use))
                    .description(
                            "Requests refused because an address, session or unit asked too much")
                    .tag("use", use.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        webhooks(registry, office.webhooks());
        Gauge.builder("exeat.backup.tested.seconds", settings, OfficeMetrics::tested)
                .description(
                        "When the last backup was restored for a test and passed, in seconds since"
                                + " 1970; 0 if never, or if the last test failed")
                .register(registry);
    }

    private static double tested(OfficeSettings settings) {
        return TestRestore.last(settings.data())
                .filter(TestRestore.RestoreOutcome::passed)
                .map(last -> (double) last.at().getEpochSecond())
                .orElse(0.0);
    }

    private static void webhooks(MeterRegistry registry, Webhooks hooks) {
        var backlog = new CachedSupplier<>(hooks::backlog);
        Gauge.builder("exeat.webhooks.waiting", hooks, _ -> backlog.get().waiting())
                .description("Deliveries waiting for their turn or their next attempt")
                .register(registry);
        Gauge.builder("exeat.webhooks.dead", hooks, _ -> backlog.get().dead())
                .description("Deliveries given up")
                .register(registry);
        Gauge.builder("exeat.webhooks.off", hooks, _ -> backlog.get().off())
                .description("Subscriptions switched off because no delivery succeeded")
                .register(registry);
        Gauge.builder("exeat.webhooks.lag.seconds", hooks, _ -> seconds(backlog.get().oldest()))
                .description("Age of the oldest waiting event")
                .register(registry);
    }

    private static void doors(MeterRegistry registry, Authentication doors) {
        came(registry, doors, "done", d -> d.counters().opened());
        came(registry, doors, "failed", d -> d.counters().failed());
        came(registry, doors, "throttled", d -> d.counters().throttled());
    }

    private static void came(
            MeterRegistry registry,
            Authentication doors,
            String result,
            ToDoubleFunction<Authentication> count) {
        FunctionCounter.builder("exeat.sign.ins", doors, count)
                .description("Sign-ins of travellers and officers")
                .tag("result", result)
                .register(registry);
    }

    private static void ledger(MeterRegistry registry, Health health) {
        var ledger = new CachedSupplier<>(health::ledger);
        Gauge.builder("exeat.ledger.entries", health, _ -> ledger.get().size())
                .description("Entries in the public log")
                .register(registry);
        Gauge.builder("exeat.ledger.waiting", health, _ -> ledger.get().waiting())
                .description("Entries waiting for their place in the public log")
                .register(registry);
        Gauge.builder("exeat.ledger.lag.seconds", health, _ -> seconds(ledger.get().lag()))
                .description("How long the first of them has been waiting")
                .register(registry);
        Gauge.builder("exeat.ledger.trouble", health, _ -> ledger.get().trouble().isEmpty() ? 0 : 1)
                .description("1 while the log cannot be written; the server's log says why")
                .register(registry);
    }

    private static double cosigned(Office office) {
        return office.ledger().cosignedAt().map(at -> (double) at.getEpochSecond()).orElse(0.0);
    }

    private static double witnesses(Office office) {
        return office.ledger().witnesses().standing().recent();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static void commands(
            MeterRegistry registry, Health health, String result, ToDoubleFunction<Health> count) {
        FunctionCounter.builder("exeat.commands", health, count)
                .description("Commands answered")
                .tag("result", result)
                .register(registry);
    }
}
