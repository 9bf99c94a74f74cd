package exeat.server;

import exeat.desk.Office;
import exeat.desk.doctor.Doctor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Liveness: the writer runs. Readiness: the database answers as well. */
@Singleton
public final class OfficeHealth {

    /** A checkpoint follows within a second; after so long something is wrong. */
    private static final Duration STALE = Duration.ofMinutes(5);

    private final Office office;
    private final InstantSource clock;

    OfficeHealth(Office office, InstantSource clock) {
        this.clock = clock;
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

    /**
     * Down when what was acknowledged does not come into the signed log. Whether a witness has seen
     * it lately is told and not down: else a witness could take the office off the network.
     */
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
                    .withData("checkpoint", signs ? "recent" : "stale")
                    .withData("cosignatures", cosignatures(office.ledger().cosignedAt()))
                    .build();
        };
    }

    private String cosignatures(Optional<Instant> last) {
        return last.map(at ->
                        at.plus(Doctor.COSIGNED).isBefore(clock.instant()) ? "stale" : "recent")
                .orElse("none");
    }

    private static HealthCheckResponse answer(String name, boolean up) {
        return HealthCheckResponse.named(name).status(up).build();
    }
}
