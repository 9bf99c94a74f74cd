package exeat.server;

import exeat.desk.Office;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Alive while the writer runs; ready while the database answers as well. */
@Singleton
public final class OfficeHealth {

    /** A checkpoint follows within a second; after so long something is wrong. */
    private static final Duration STALE = Duration.ofMinutes(5);

    private final Office office;

    OfficeHealth(Office office) {
        this.office = office;
    }

    @Produces
    @Singleton
    @Liveness
    HealthCheck live() {
        return () -> answer("writer", office.health().status().writerAlive());
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck writerReady() {
        return () -> answer("writer", office.health().status().writerAlive());
    }

    @Produces
    @Singleton
    @Readiness
    HealthCheck databaseReady() {
        return () -> {
            var status = office.health().status();
            boolean writes = status.refusal().isEmpty();
            var answer =
                    HealthCheckResponse.named("database")
                            .status(status.databaseReachable() && writes);
            status.refusal().ifPresent(state -> answer.withData("refuses", state));
            return answer.build();
        };
    }

    /** Up also while the clock is not trusted: people's acts go on, and what falls due waits. */
    @Produces
    @Singleton
    @Readiness
    HealthCheck clockTrusted() {
        return () -> {
            var jump = office.health().clockJump();
            var answer = HealthCheckResponse.named("clock").up();
            jump.ifPresent(by -> answer.withData("jumpedSeconds", by.toSeconds()));
            return answer.build();
        };
    }

    /** Down when what was acknowledged does not come into the signed log. */
    @Produces
    @Singleton
    @Readiness
    HealthCheck ledgerSigned() {
        return () -> {
            var ledger = office.health().ledger();
            boolean signs = ledger.trouble().isEmpty() && ledger.lag().compareTo(STALE) < 0;
            return HealthCheckResponse.named("ledger")
                    .status(signs)
                    .withData("waiting", ledger.waiting())
                    .withData("lagSeconds", ledger.lag().toSeconds())
                    .build();
        };
    }

    private static HealthCheckResponse answer(String name, boolean up) {
        return HealthCheckResponse.named(name).status(up).build();
    }
}
