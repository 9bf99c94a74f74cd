package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.casework.value.Application.Channel;
import exeat.casework.value.OfficerId;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.desk.write.FilingReply;
import exeat.desk.write.Reply;
import exeat.store.OfficeException;
import exeat.store.backup.Backup;
import exeat.store.backup.BackupTarget;
import exeat.store.backup.DataLoss;
import exeat.store.backup.DataLoss.Verdict;
import exeat.store.backup.Restore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything is destroyed and restored; losses are reported. */
class BackupIT {

    private static final Optional<Path> NONE = Optional.empty();

    private final Path home = Town.emptyFolder();

    private static Office open(Path data) {
        return Office.open(OfficeSettings.embedded(data, Town.packs()), Today.clock());
    }

    private static BackupTarget embedded(Path data) {
        return new BackupTarget(data, Optional.empty());
    }

    private static void inForce(Office office) {
        office.officerAccounts()
                .create(new OfficerId("root"), "root", "right", "A Name", Town.ROOT);
        var root = office.authentication().signInOfficer("root", "right").orElseThrow();
        Enacted.putInForce(office, Town.ROOT, root);
    }

    private static Session officer(Office office) {
        return office.authentication().signInOfficer("root", "right").orElseThrow();
    }

    /** By an officer, whose keys are the same in every session. */
    private static FilingReply file(Office office, String key) {
        var draft =
                new ApplicationDraft(Channel.OFFICE, Optional.empty(), List.of(Town.returning()));
        var filed = office.desk().apply(officer(office), key, draft);
        assertThat(filed.reply()).isInstanceOf(Reply.Done.class);
        return filed;
    }

    private static boolean isThere(Office office, FilingReply filed) {
        var number = filed.number().orElseThrow();
        return office.cases().byNumber(officer(office), number).isPresent();
    }

    private static void sequenced(Office office) throws InterruptedException {
        var patience = Patience.of(Duration.ofMinutes(1));
        while (office.health().ledger().waiting() > 0
                || office.ledger()
                        .checkpoint()
                        .filter(note ->
                                note.contains("\n" + office.health().ledger().size() + "\n"))
                        .isEmpty()) {
            assertThat(patience.isOver()).isFalse();
            Thread.sleep(50);
        }
    }

    private static void destroy(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.sorted().toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private void isRefused(String why, Path backup, Path data, Optional<Path> keys) {
        assertThatThrownBy(() -> Restore.from(backup, embedded(data), keys, NONE))
                .isInstanceOf(OfficeException.class)
                .hasMessageContaining(why);
        assertThat(data.resolve("postgres")).doesNotExist();
    }

    @Tag("full")
    @Test
    void destroyed_data_comes_back_and_losses_are_counted() throws Exception {
        var data = home.resolve("data");
        var early = home.resolve("early");
        var keys = home.resolve("keys");
        var late = home.resolve("late");
        FilingReply before;
        try (var office = open(data)) {
            inForce(office);
            before = file(office, "before");
            sequenced(office);
            assertThatThrownBy(() -> Restore.from(early, embedded(data), NONE, NONE))
                    .isInstanceOf(OfficeException.class);
        }
        var made = Backup.make(embedded(data), early, Optional.of(keys), Today.NOW);
        assertThat(made.entries()).isPositive();
        assertThat(early.resolve("keys")).doesNotExist();
        assertThatThrownBy(() -> Backup.make(embedded(data), early, NONE, Today.NOW))
                .hasMessageContaining("already exists");
        FilingReply after;
        try (var office = open(data)) {
            after = file(office, "after");
            file(office, "and another");
            sequenced(office);
        }
        var whole = Backup.make(embedded(data), late, NONE, Today.NOW);
        var elsewhere = home.resolve("checkpoint");
        Files.copy(data.resolve("ledger").resolve("checkpoint"), elsewhere);
        var survivor = Files.createDirectories(home.resolve("survivor"));
        copy(data.resolve("ledger"), survivor.resolve("ledger"));
        copy(data.resolve("keys"), survivor.resolve("keys"));
        destroy(data);

        refusals(early, keys);
        fromTheNewest(late, survivor, whole.entries(), after);
        fromAnOlder(early, keys, elsewhere, before, after);
    }

    /** Nothing is half brought back, and each reason is told. */
    private void refusals(Path backup, Path keys) throws Exception {
        var data = home.resolve("refused");
        isRefused("nobody can read the backup without them", backup, data, NONE);
        var others = home.resolve("others");
        copy(keys, others);
        Files.writeString(
                others.resolve("pepper"), exeat.store.key.Keys.random(32).base64() + "\n");
        isRefused("do not belong to this backup", backup, data, Optional.of(others));
        destroy(data);
        isRefused("is not a backup", keys, data, Optional.of(keys));
        var changed = home.resolve("changed");
        copy(backup, changed);
        var says = Files.readString(changed.resolve("BACKUP"));
        Files.writeString(
                changed.resolve("BACKUP"), says.replaceFirst("\nwaiting .*", "\nwaiting 7"));
        isRefused("was changed", changed, data, Optional.of(keys));
        Files.writeString(changed.resolve("BACKUP"), says.replaceFirst("\nmark .*", ""));
        isRefused("bears no mark", changed, data, Optional.of(keys));
        destroy(data);
        var damaged = home.resolve("damaged");
        copy(backup, damaged);
        var file = damaged.resolve("postgres.zip");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        isRefused("is damaged", damaged, data, Optional.of(keys));
        Files.delete(file);
        isRefused("is missing", damaged, data, Optional.of(keys));
        var manifest = damaged.resolve("BACKUP");
        Files.writeString(
                manifest, Files.readString(manifest).replace("exeat backup 1", "exeat backup 9"));
        isRefused("exeat backup 9", damaged, data, Optional.of(keys));
        var outside =
                new BackupTarget.OutsideDatabase("jdbc:postgresql://127.0.0.1:1/x", "x", "x", NONE);
        assertThatThrownBy(() ->
                        Restore.from(
                                backup,
                                new BackupTarget(data, Optional.of(outside)),
                                Optional.of(keys),
                                NONE))
                .hasMessageContaining("the backup is of an");
    }

    private void fromTheNewest(Path late, Path data, long entries, FilingReply after)
            throws Exception {
        // The remains of an interrupted restore are not used as a database.
        Files.createDirectories(data.resolve("restoring").resolve("postgres"));
        var loss = Restore.from(late, embedded(data), NONE, NONE);
        assertThat(loss.verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(loss.entries()).isEqualTo(entries);
        assertThat(data.resolve("restoring")).doesNotExist();
        assertThatThrownBy(() -> Restore.from(late, embedded(data), NONE, NONE))
                .hasMessageContaining("never overwrites");
        try (var office = open(data)) {
            // Asked again it acts once; an officer's look at it would be a command of its own.
            assertThat(file(office, "after").number()).isEqualTo(after.number());
            file(office, "and on");
            sequenced(office);
            assertThat(office.health().ledger().trouble()).isEmpty();
            assertThat(office.audit()).isEmpty();
        }
        destroy(data.resolve("postgres"));
    }

    private void fromAnOlder(
            Path early, Path keys, Path elsewhere, FilingReply before, FilingReply after)
            throws Exception {
        var data = home.resolve("anew");
        var loss = Restore.from(early, embedded(data), Optional.of(keys), Optional.of(elsewhere));
        assertThat(loss.verdict()).isEqualTo(Verdict.SET_BACK);
        assertThat(loss.signed()).isGreaterThan(loss.entries());
        assertThat(loss.since()).isPresent();
        assertThat(loss.commands()).isEmpty();
        counted(early, loss);
        var kept = Files.readString(elsewhere);
        try (var office = open(data)) {
            assertThat(isThere(office, before)).isTrue();
            assertThat(isThere(office, after)).isFalse();
            assertThat(file(office, "before").number()).isEqualTo(before.number());
            assertThat(file(office, "after").number()).isEqualTo(after.number());
            var patience = Patience.of(Duration.ofMinutes(1));
            while (office.health().ledger().trouble().isEmpty()) {
                assertThat(patience.isOver()).isFalse();
                Thread.sleep(50);
            }
            assertThat(office.health().ledger().trouble()).contains("set back");
        }
        assertThat(data.resolve("ledger").resolve("checkpoint")).hasContent(kept);
    }

    /** If the files beside the database survived, the lost commands are counted. */
    private void counted(Path early, DataLoss loss) {
        var survivor = home.resolve("survivor");
        var counted = Restore.from(early, embedded(survivor), NONE, NONE);
        assertThat(counted.verdict()).isEqualTo(Verdict.SET_BACK);
        assertThat(counted.entries()).isEqualTo(loss.entries());
        // "after", "and another" and "and on".
        assertThat(counted.commands()).hasValue(3);
        assertThat(counted.until()).isPresent();
    }

    @Tag("full")
    @Test
    void a_backup_without_room_or_that_was_interrupted_leaves_nothing_half() throws Exception {
        var data = home.resolve("data");
        open(data).close();
        var to = home.resolve("backup");
        var part = Files.createDirectories(home.resolve("backup.part"));
        assertThatThrownBy(() -> Backup.make(embedded(data), to, NONE, Today.NOW))
                .hasMessageContaining("backup.part already exists");
        Files.createFile(part.resolve("UNDER-WAY"));
        Backup.make(embedded(data), to, NONE, Today.NOW);
        assertThat(part).doesNotExist();
        var disk = SmallDisk.mount();
        assumeTrue(disk.isPresent(), "this process may not mount a small file system to fill");
        try (var small = disk.orElseThrow()) {
            small.fill();
            assertThatThrownBy(() ->
                            Backup.make(embedded(data), small.folder.resolve("b"), NONE, Today.NOW))
                    .isInstanceOf(OfficeException.class);
            assertThat(small.folder.resolve("b")).doesNotExist();
            assertThatThrownBy(() ->
                            Restore.from(
                                    to,
                                    embedded(small.folder.resolve("data")),
                                    Optional.of(data.resolve("keys")),
                                    NONE))
                    .isInstanceOf(OfficeException.class);
            assertThat(small.folder.resolve("data").resolve("postgres")).doesNotExist();
        }
    }

    @Tag("full")
    @Test
    void an_outside_database_comes_back_by_its_own_programs() throws Exception {
        var programs = PrivateCluster.programs();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(programs).as("Debian's postgresql, which .ci/run installs").isPresent();
        }
        assumeTrue(programs.isPresent(), "no PostgreSQL in /usr/lib/postgresql");
        var data = home.resolve("data");
        var backup = home.resolve("backup");
        var keys = home.resolve("keys");
        FilingReply filed;
        try (var cluster = PrivateCluster.start(programs.orElseThrow())) {
            var reached = cluster.office();
            try (var office = Office.open(settings(data, reached), Today.clock())) {
                inForce(office);
                filed = file(office, "k");
                sequenced(office);
                // While it runs: pg_dump sees one moment.
                Backup.make(where(data, reached), backup, Optional.of(keys), Today.NOW);
            }
        }
        destroy(data);
        try (var cluster = PrivateCluster.start(programs.orElseThrow())) {
            var reached = cluster.office();
            var where = where(data, reached);
            var loss = Restore.from(backup, where, Optional.of(keys), NONE);
            assertThat(loss.verdict()).isEqualTo(Verdict.NOTHING);
            assertThatThrownBy(() -> Restore.from(backup, where, Optional.of(keys), NONE))
                    .hasMessageContaining("never overwrites");
            try (var office = Office.open(settings(data, reached), Today.clock())) {
                assertThat(isThere(office, filed)).isTrue();
                file(office, "and on");
                sequenced(office);
                assertThat(office.audit()).isEmpty();
            }
            try (var owner =
                    DriverManager.getConnection(
                            reached.url(), reached.user(), reached.password())) {
                assertThat(Backstage.rows(owner, "select last from exeat.request")).isNotEmpty();
            }
        }
    }

    private static OfficeSettings settings(Path data, PrivateCluster.Reached reached) {
        return new OfficeSettings(
                data,
                Optional.of(reached.url()),
                Optional.of(reached.user()),
                Optional.of(reached.password()),
                Town.packs());
    }

    private static BackupTarget where(Path data, PrivateCluster.Reached reached) {
        var outside =
                new BackupTarget.OutsideDatabase(
                        reached.url(), reached.user(), reached.password(), NONE);
        return new BackupTarget(data, Optional.of(outside));
    }
}
