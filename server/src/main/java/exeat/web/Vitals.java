package exeat.web;

import exeat.desk.Health;
import exeat.desk.Office;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How the office is, for those who watch it: no figure here tells of a person. */
@Readiness
@Singleton
public final class Vitals implements HealthCheck {

    private final Office office;

    Vitals(Office office) {
        this.office = office;
    }

    @Override
    public HealthCheckResponse call() {
        var status = office.health().status();
        return HealthCheckResponse.named("office")
                .status(status.healthy())
                .withData("database", status.databaseReachable())
                .withData("writer", status.writerAlive())
                .withData("queue", status.queueDepth())
                .build();
    }

    void meters(@Observes StartupEvent event, MeterRegistry registry) {
        Gauge.builder("exeat.desk.queue", office, o -> o.health().status().queueDepth())
                .description("commands that wait for the writer")
                .register(registry);
        counter(registry, "accepted", Health.Counters::accepted);
        counter(registry, "rejected", Health.Counters::rejected);
        counter(registry, "replayed", Health.Counters::replayed);
        counter(registry, "busy", Health.Counters::busy);
        counter(registry, "batches", Health.Counters::batches);
    }

    private void counter(
            MeterRegistry registry, String name, ToDoubleFunction<Health.Counters> count) {
        FunctionCounter.builder(
                        "exeat.desk." + name,
                        office,
                        o -> count.applyAsDouble(o.health().counters()))
                .description("commands " + name + " since the start")
                .register(registry);
    }
}
