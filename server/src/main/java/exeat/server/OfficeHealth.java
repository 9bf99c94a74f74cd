package exeat.server;

import exeat.desk.Office;
import exeat.desk.witness.LogStanding;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
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

    /** Up even while the clock is not trusted: people's acts go on, and what falls due waits. */
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
     * Down when what was acknowledged does not come into the signed log. Whether witnesses have
     * seen it lately is told here in words, and is a check of its own below.
     */
    @Produces
    @Singleton
    @Readiness
    HealthCheck ledgerSigned() {
        return () -> {
            var ledger = office.health().ledger();
            boolean signs = ledger.trouble().isEmpty() && ledger.lag().compareTo(STALE) < 0;
            var standing = office.ledger().witnesses().standing();
            return HealthCheckResponse.named("ledger")
                    .status(signs)
                    .withData("waiting", ledger.waiting())
                    .withData("lagSeconds", ledger.lag().toSeconds())
                    .withData("checkpoint", signs ? "recent" : "stale")
                    .withData("cosignatures", cosignatures(standing))
                    .withData("healthy", signs && standing.isHealthy())
                    .withData("why", String.join(" ", standing.words()))
                    .build();
        };
    }

    /**
     * Down while too few witnesses signed the log recently, or one has seen another log. It is in a
     * group of its own, {@code /health/group/log}, for those who monitor the office: people are
     * still served, because otherwise a witness could take the office off the network.
     */
    @Produces
    @Singleton
    @HealthGroup("log")
    HealthCheck logWitnessed() {
        return () -> {
            var standing = office.ledger().witnesses().standing();
            return HealthCheckResponse.named("witnesses")
                    .status(standing.isHealthy())
                    .withData("needed", standing.needed())
                    .withData("recent", standing.recent())
                    .withData("why", String.join(" ", standing.words()))
                    .build();
        };
    }

    /**
     * Down while a case cannot be read that may have revoked a paper. In a group of its own, {@code
     * /health/group/papers}: the lists go on, with what was revoked before.
     */
    @Produces
    @Singleton
    @HealthGroup("papers")
    HealthCheck revocationsRead() {
        return () -> {
            int unreadable = office.revokedPapers().unreadable();
            return HealthCheckResponse.named("revocations")
                    .status(unreadable == 0)
                    .withData("unreadableCases", unreadable)
                    .build();
        };
    }

    private static String cosignatures(LogStanding standing) {
        if (standing.last().isEmpty()) {
            return "none";
        }
        return standing.recent() > 0 ? "recent" : "stale";
    }

    private static HealthCheckResponse answer(String name, boolean up) {
        return HealthCheckResponse.named(name).status(up).build();
    }
}
