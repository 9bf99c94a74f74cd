package exeat.desk.witness;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.TravellerCommand;
import exeat.config.Config;
import exeat.config.LedgerSettings;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.Patience;
import exeat.desk.Town;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.PasswordCost;
import exeat.desk.doctor.Advice;
import exeat.desk.doctor.Doctor;
import exeat.desk.keeper.SignerServer;
import exeat.desk.keeper.WitnessServer;
import exeat.desk.witness.LogStanding.Trouble;
import exeat.ledger.verify.VerifierKey;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import exeat.store.key.Vault;
import exeat.store.ledger.LedgerReadStore;
import exeat.store.ledger.LogSigner;
import exeat.store.ledger.LogSigners;
import exeat.store.ledger.Sequencer;
import exeat.telemetry.TraceSpans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An operator who has the database and the data folder rewrites the past: what that comes to
 * without a witness or a signer, and with each.
 */
class WitnessesIT {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir private Path folder = Path.of("");

    private final Town town = Town.alone();

    private WitnessServer witness() {
        var log = VerifierKey.parse(town.office.ledger().key()).orElseThrow();
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return WitnessServer.start(
                folder.resolve("witness"),
                "witness.example/1",
                List.of(log),
                loopback,
                town.clock());
    }

    private void known(WitnessServer witness) throws IOException {
        Files.writeString(
                town.data.resolve(KnownWitness.FILE),
                witness.verifierKey() + " http://127.0.0.1:" + witness.port() + "/\n");
    }

    private LogWitnesses witnesses(Predicate<String> isOwnUser) {
        var keys = Keys.in(town.data);
        var config = Config.plain(town.data);
        var database = Database.running(keys, config).orElseThrow();
        var in =
                new Infrastructure(
                        database,
                        new Vault(keys),
                        town.data,
                        config,
                        PasswordCost.MIN,
                        town.clock());
        var signer = LogSigners.of(database, keys, town.data, config);
        var sequencer = new Sequencer(database, signer, town.data, town.clock(), TraceSpans.none());
        return new LogWitnesses(in, new LedgerReadStore(database), sequencer, isOwnUser);
    }

    private Office opened(Config config) {
        var settings =
                new OfficeSettings(
                        town.data,
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        Town.packs(),
                        config,
                        PasswordCost.MIN);
        return Office.open(settings, town.clock());
    }

    private exeat.casework.value.StreamId.CaseId withdrawn() throws InterruptedException {
        var filing = town.confirmed(Town.settling());
        town.done(town.party(filing), new TravellerCommand.Withdraw(filing.id(), Town.ONE));
        town.sequenced();
        return filing.id();
    }

    @Test
    void a_rewritten_past_passes_the_audit_and_the_witness_alone_says_so() throws Exception {
        var victim = withdrawn();
        assertThat(town.office.ledger().witnesses().standing().isHealthy()).isFalse();
        assertThat(town.office.ledger().witnesses().standing().words())
                .anyMatch(line -> line.startsWith("The log is not healthy: 0 of 1 witnesses"));
        assertThat(advice(town.office, Config.plain(town.data)))
                .anyMatch(what -> what.startsWith("The key of the log is in"))
                .anyMatch(what -> what.startsWith("It has no witness"))
                .noneMatch(what -> what.startsWith("PostgreSQL runs"));
        try (var witness = witness()) {
            known(witness);
            var office = town.office.ledger().witnesses();
            office.ask();
            assertThat(office.standing().witnesses())
                    .as("a second process of the same user is none")
                    .extracting(LogStanding.WitnessStanding::trouble)
                    .containsExactly(Trouble.OWN_USER);
            assertThat(office.standing().isHealthy()).isFalse();
            assertThat(town.office.health().isWitnessed()).isFalse();

            var witnesses = witnesses(_ -> false);
            witnesses.ask();
            assertThat(town.office.health().isWitnessed()).isTrue();
            assertThat(witnesses.standing().words()).isEmpty();
            assertThat(witnesses.standing().isHealthy()).isTrue();
            assertThat(witnesses.objections(List.of())).isEmpty();
            town.pass(Duration.ofHours(2));
            assertThat(witnesses.standing().isHealthy()).as("two hours later").isFalse();
            witnesses.ask();
            assertThat(witnesses.standing().isHealthy()).isTrue();

            Rewriter.rewrite(town, victim, "officer/somebody-else");
            town.office.close();
            try (var office2 = opened(Config.plain(town.data))) {
                assertThat(office2.audit()).as("the audit alone sees nothing").isEmpty();
                var after = witnesses(_ -> false);
                assertThat(after.objections(List.of()))
                        .singleElement()
                        .asString()
                        .contains("witness.example/1", "history was rewritten");
                after.ask();
                assertThat(after.standing().isHealthy()).isFalse();
                assertThat(after.standing().words())
                        .anyMatch(line -> line.contains("history was rewritten"));
                assertThat(office2.health().status().healthy()).as("people are served").isTrue();
            }
        }
    }

    @Tag("full")
    @Test
    void with_a_signer_the_rewritten_past_cannot_be_signed() throws Exception {
        var victim = withdrawn();
        town.office.close();
        var key = moved();
        var socket = folder.resolve("s");
        var config = Config.plain(town.data).with(LedgerSettings.SIGNER, socket.toString(), "");
        var user = System.getProperty("user.name", "");
        try (var signer = SignerServer.start(folder.resolve("signer"), socket, user)) {
            assertThat(signer.verifierKey()).isEqualTo(key);
            try (var office = opened(config)) {
                assertThat(office.ledger().key()).isEqualTo(key);
                assertThat(office.ledger().holder()).isEqualTo(LogSigner.Holder.SAME_USER);
                assertThat(office.audit()).isEmpty();
                assertThat(advice(office, config))
                        .anyMatch(what -> what.contains("runs under the office's own user"))
                        .noneMatch(what -> what.startsWith("The key of the log is in"));
                Rewriter.rewrite(town, victim, "officer/somebody-else");
                assertThat(office.audit()).as("no checkpoint fits").isNotEmpty();
            }
            // Whoever also takes away every checkpoint that contradicts asks the signer for one.
            Files.delete(town.data.resolve("ledger").resolve("checkpoint"));
            try (var office = opened(config)) {
                Rewriter.withoutCheckpoints(town);
                assertThat(trouble(office)).contains("history has been changed");
                assertThat(office.ledger().checkpoint()).isEmpty();
            }
        }
    }

    /** The key goes to the signer, with what was signed last. */
    private String moved() throws IOException {
        var keys = Keys.in(town.data);
        var published = LedgerKey.of(keys).verifierKey();
        var to = folder.resolve("signer");
        Keys.in(to);
        for (var name : List.of("ledger", "ledger.origin")) {
            Files.move(keys.file(name), to.resolve("keys").resolve(name));
        }
        Files.createDirectory(to.resolve("ledger"));
        Files.copy(
                town.data.resolve("ledger").resolve("checkpoint"),
                to.resolve("ledger").resolve("checkpoint"));
        return published;
    }

    private List<String> advice(Office office, Config config) {
        return Doctor.look(office, config, town.data, town.clock().instant()).stream()
                .map(Advice::what)
                .toList();
    }

    private static String trouble(Office office) throws InterruptedException {
        var patience = Patience.of(LONG);
        while (office.health().ledger().trouble().isEmpty()) {
            assertThat(patience.isOver()).isFalse();
            Thread.sleep(50);
        }
        return office.health().ledger().trouble();
    }
}
