package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.value.Application.Channel;
import exeat.casework.value.OfficerId;
import exeat.config.BackupSettings;
import exeat.config.Config;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.PasswordCost;
import exeat.desk.base.Session;
import exeat.desk.clock.TestRestores;
import exeat.desk.write.FilingReply;
import exeat.desk.write.Reply;
import exeat.store.OfficeException;
import exeat.store.backup.Backup;
import exeat.store.backup.BackupTarget;
import exeat.store.backup.DataLoss;
import exeat.store.backup.DataLoss.Verdict;
import exeat.store.backup.Restore;
import exeat.store.backup.TestRestore;
import exeat.store.backup.WalArchiver;
import exeat.store.database.EmbeddedDatabase;
import exeat.store.key.Keys;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The embedded database is copied beside a running office, and brought to any time since. */
class RunningBackupIT {

    private static final Optional<Path> NONE = Optional.empty();

    private final Path home = Town.emptyFolder();

    private static BackupTarget embedded(Path data) {
        return new BackupTarget(data, Optional.empty());
    }

    private static ApplicationDraft draft() {
        return new ApplicationDraft(Channel.OFFICE, Optional.empty(), List.of(Town.returning()));
    }

    private static FilingReply file(Office office, Session officer, String key) {
        var filed = office.desk().apply(officer, key, draft());
        assertThat(filed.reply()).isInstanceOf(Reply.Done.class);
        return filed;
    }

    @Test
    @Tag("full")
    void a_copy_made_while_people_file_is_whole_and_begins_with_what_was_signed() throws Exception {
        var town = Town.shared();
        var officer = town.officer(Town.YANJI_FA);
        file(town.office, officer, Town.key());
        var filing =
                CompletableFuture.runAsync(() -> {
                    for (int n = 0; n < 20; n++) {
                        file(town.office, officer, Town.key());
                    }
                });
        var backup = home.resolve("backup");
        var keys = home.resolve("keys");

        var made = Backup.make(embedded(town.data), backup, Optional.of(keys), Today.NOW);
        filing.join();

        assertThat(made.entries()).isPositive();
        assertThat(Files.readString(backup.resolve("BACKUP"))).contains("\nrunning ");
        var data = home.resolve("data");
        var loss = Restore.from(backup, embedded(data), Optional.of(keys), NONE);
        assertThat(loss.verdict()).isEqualTo(Verdict.NOTHING);
        assertThat(loss.entries()).isGreaterThanOrEqualTo(made.entries());
        assertThat(data.resolve("postgres").resolve("recovery.signal")).doesNotExist();
        assertThat(data.resolve("postgres").resolve("postgresql.auto.conf"))
                .content()
                .doesNotContain("restore_command");
        isTested(town, backup);
        isAlone(town);
        leavesNoKeys(backup, keys);
        // The office goes on, and keeps nothing of the copy.
        file(town.office, officer, Town.key());
        try (var superuser = Backstage.superuser(town)) {
            assertThat(Backstage.rows(superuser, "select slot_name from pg_replication_slots"))
                    .isEmpty();
        }
    }

    /** What another backup is writing is not taken for what was left of one. */
    private void isAlone(Town town) throws Exception {
        var part = Files.createDirectory(home.resolve("other.part"));
        var mark = Files.createFile(part.resolve("UNDER-WAY"));
        var to = home.resolve("other");
        try (var writes = FileChannel.open(mark, StandardOpenOption.WRITE);
                var _ = writes.lock()) {
            assertThatThrownBy(() -> Backup.make(embedded(town.data), to, NONE, Today.NOW))
                    .isInstanceOf(OfficeException.class)
                    .hasMessageContaining("is being written by another backup");
            assertThat(mark).exists();
        }
        // Nobody writes there any more.
        Backup.make(embedded(town.data), to, NONE, Today.NOW);
        assertThat(part).doesNotExist();
        try (var files = Files.list(to)) {
            assertThat(files)
                    .allSatisfy(file ->
                            assertThat(Files.getPosixFilePermissions(file))
                                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    /** Where nothing is restored, no key stays. */
    private void leavesNoKeys(Path backup, Path keys) throws IOException {
        var manifest = backup.resolve("BACKUP");
        var was = Files.readString(manifest);
        Files.writeString(manifest, was.replaceFirst("\nrunning .", "\nrunning 9"));
        var data = home.resolve("refused");
        assertThatThrownBy(() -> Restore.from(backup, embedded(data), Optional.of(keys), NONE))
                .isInstanceOf(OfficeException.class);
        assertThat(data.resolve("keys")).doesNotExist();
        Files.writeString(manifest, was);
    }

    /** A backup that can be restored is told from one that cannot, and the office from both. */
    private static void isTested(Town town, Path backup) throws Exception {
        var now = new java.util.concurrent.atomic.AtomicReference<>(Today.NOW);
        var timer = TestRestores.of(town.data, Config.plain(town.data), now::get);
        var address = Backstage.url(town);

        timer.pass().orElseThrow().join();
        var passed = TestRestore.last(town.data).orElseThrow();
        assertThat(passed.what()).contains("its keys fit", "the one that was signed");
        assertThat(passed.passed()).isTrue();
        assertThat(timer.pass()).as("not again at once").isEmpty();

        var packed = backup.resolve("postgres.zip");
        var content = Files.readAllBytes(packed);
        content[content.length / 2] ^= 1;
        Files.write(packed, content);
        now.set(Today.NOW.plus(Duration.ofDays(8)));
        timer.pass().orElseThrow().join();
        assertThat(TestRestore.last(town.data).orElseThrow().passed()).isFalse();
        assertThat(TestRestore.last(town.data).orElseThrow().what()).contains("is damaged");
        assertThat(town.data.resolve("test-restore")).doesNotExist();
        assertThat(Backstage.url(town)).isEqualTo(address);
        Files.delete(town.data.resolve("last-test-restore"));
        Files.delete(town.data.resolve("last-backup"));
    }

    private Office archiving(Path data) throws Exception {
        var config =
                Config.plain(data)
                        .with(BackupSettings.ARCHIVE, home.resolve("archive").toString(), "here");
        return Office.open(
                new OfficeSettings(
                        data,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Town.packs(),
                        config,
                        PasswordCost.MIN),
                Today.clock());
    }

    private static Session root(Office office) {
        return office.authentication().signInOfficer("root", "right").orElseThrow();
    }

    private static Instant databaseTime(Path data) throws Exception {
        try (var owner = EmbeddedDatabase.owner(Keys.in(data))) {
            return Instant.parse(
                    Backstage.rows(
                                    owner,
                                    "select to_char(clock_timestamp() at time zone 'UTC',"
                                            + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as it")
                            .getFirst()
                            .text("it"));
        }
    }

    private static void nextPiece(Path data) throws Exception {
        try (var superuser = EmbeddedDatabase.superuser(Keys.in(data))) {
            Backstage.rows(superuser, "select pg_switch_wal()::text as it");
        }
    }

    @Tag("full")
    @Test
    void with_the_archived_log_the_database_comes_back_as_it_was_at_any_time() throws Exception {
        var data = home.resolve("data");
        var backup = home.resolve("backup");
        var keys = home.resolve("keys");
        Instant between;
        FilingReply before;
        FilingReply after;
        FilingReply last;
        try (var office = archiving(data)) {
            office.officerAccounts()
                    .create(new OfficerId("root"), "root", "right", "A Name", Town.ROOT);
            Enacted.putInForce(office, Town.ROOT, root(office));
            before = file(office, root(office), "before");
            Backup.make(embedded(data), backup, Optional.of(keys), Today.NOW);
            after = file(office, root(office), "after");
            between = databaseTime(data);
            // The archive has pieces that the copy itself has not.
            nextPiece(data);
            file(office, root(office), "then");
            nextPiece(data);
            last = file(office, root(office), "last");
            sequenced(office);
        }
        assertThat(WalArchiver.waitsSince(data)).isEmpty();
        var checkpoint = data.resolve("ledger").resolve("checkpoint");

        var then = home.resolve("then");
        var loss = restored(backup, then, keys, Optional.of(between), NONE);
        assertThat(loss.verdict()).isEqualTo(Verdict.NOTHING);
        try (var office = open(then)) {
            assertThat(isThere(office, before)).isTrue();
            assertThat(isThere(office, after)).isTrue();
            assertThat(isThere(office, last)).isFalse();
            assertThat(office.audit()).isEmpty();
        }
        var all = home.resolve("all");
        loss = restored(backup, all, keys, Optional.empty(), Optional.of(checkpoint));
        assertThat(loss.verdict()).isEqualTo(Verdict.NOTHING);
        try (var office = open(all)) {
            assertThat(isThere(office, last)).isTrue();
        }
        refusals(backup, keys, between);
    }

    private static Office open(Path data) {
        return Office.open(
                OfficeSettings.embedded(data, Town.packs()).with(PasswordCost.MIN), Today.clock());
    }

    private static boolean isThere(Office office, FilingReply filed) {
        return office.cases().byNumber(root(office), filed.number().orElseThrow()).isPresent();
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

    private DataLoss restored(
            Path backup, Path data, Path keys, Optional<Instant> to, Optional<Path> checkpoint) {
        return Restore.from(
                new Restore.Source(
                        backup,
                        Optional.of(keys),
                        checkpoint,
                        false,
                        Optional.of(new Restore.ArchivedLog(home.resolve("archive"), to))),
                embedded(data));
    }

    private void isRefused(String why, Path backup, Path keys, Optional<Instant> to) {
        var data = home.resolve("refused");
        assertThatThrownBy(() -> restored(backup, data, keys, to, NONE))
                .isInstanceOf(OfficeException.class)
                .hasMessageContaining(why);
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(data.resolve("restoring")).doesNotExist();
    }

    /** Nothing is brought back from a log that is not whole, or not to the time that was named. */
    private void refusals(Path backup, Path keys, Instant between) throws Exception {
        isRefused("ends before", backup, keys, Optional.of(between.plus(Duration.ofDays(1))));
        isRefused(
                "take an earlier one",
                backup,
                keys,
                Optional.of(between.minus(Duration.ofDays(1))));
        var pieces = pieces(".gz");
        var last = pieces.getLast();
        var content = Files.readAllBytes(last);
        Files.write(last, Files.readAllBytes(pieces.get(pieces.size() - 2)));
        isRefused("was changed since it was archived", backup, keys, Optional.empty());
        Files.write(last, java.util.Arrays.copyOf(content, content.length / 2));
        isRefused("is damaged", backup, keys, Optional.empty());
        Files.write(last, content);
        // One before the last.
        var marks = pieces(".mark");
        assertThat(marks).hasSizeGreaterThan(2);
        Files.delete(marks.get(marks.size() - 2));
        isRefused("is missing", backup, keys, Optional.empty());
    }

    private List<Path> pieces(String ending) throws IOException {
        try (var files = Files.list(home.resolve("archive"))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }
}
