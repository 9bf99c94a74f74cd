package exeat.api;

import exeat.desk.Health;
import exeat.desk.Office;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** The office's counters as metrics: how much, never whose. */
@Singleton
public final class OfficeMeters {

    void begin(@Observes StartupEvent event, MeterRegistry registry, Office office) {
        var health = office.health();
        commands(registry, health, "accepted", h -> h.counters().accepted());
        commands(registry, health, "rejected", h -> h.counters().rejected());
        commands(registry, health, "replayed", h -> h.counters().replayed());
        commands(registry, health, "busy", h -> h.counters().busy());
        FunctionCounter.builder("exeat.batches", health, h -> h.counters().batches())
                .description("Batches that the writer has committed")
                .register(registry);
        FunctionCounter.builder("exeat.batch.commands", health, h -> h.counters().batched())
                .description("Commands in all batches together")
                .register(registry);
        Gauge.builder("exeat.queue.depth", health, h -> h.status().queueDepth())
                .description("Commands that wait for the writer")
                .register(registry);
        ledger(registry, health);
    }

    private static void ledger(MeterRegistry registry, Health health) {
        Gauge.builder("exeat.ledger.entries", health, h -> h.ledger().size())
                .description("Entries that the public log has")
                .register(registry);
        Gauge.builder("exeat.ledger.waiting", health, h -> h.ledger().waiting())
                .description("Entries that wait for their place in the public log")
                .register(registry);
        Gauge.builder("exeat.ledger.lag.seconds", health, h -> seconds(h.ledger().lag()))
                .description("How long the first of them has waited")
                .register(registry);
        Gauge.builder("exeat.ledger.trouble", health, h -> h.ledger().trouble().isEmpty() ? 0 : 1)
                .description("1 while the log cannot be written; the server's log says why")
                .register(registry);
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private static void commands(
            MeterRegistry registry, Health health, String result, ToDoubleFunction<Health> count) {
        FunctionCounter.builder("exeat.commands", health, count)
                .description("Commands that the desk has answered")
                .tag("result", result)
                .register(registry);
    }
}
