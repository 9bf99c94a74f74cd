package exeat.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.ledger.KeyName;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.InstallationKind;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No office opens a training folder, and no training an office's. */
class TrainingFolderTest {

    private static void refused(ThrowingCallable deed, Code code, String why) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        OfficeException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code))
                .hasMessageContaining(why);
    }

    @Test
    void training_takes_a_new_folder_and_its_own_and_no_office_takes_that(@TempDir Path above) {
        var data = above.resolve("new");
        TrainingFolder.refuse(data);
        TrainingFolder.claim(data);
        TrainingFolder.claim(data);
        assertThat(InstallationKind.in(data)).isEqualTo(InstallationKind.TRAINING);
        refused(() -> TrainingFolder.refuse(data), Code.BAD_INPUT, "which no office opens");
    }

    @Test
    void training_takes_no_folder_that_holds_anything_else(@TempDir Path above) throws Exception {
        var office = above.resolve("office");
        Keys.in(office).secret("master");
        TrainingFolder.refuse(office);
        var files = Files.createDirectory(above.resolve("files"));
        Files.writeString(files.resolve("a letter"), "to somebody");
        for (var data : new Path[] {office, files}) {
            refused(() -> TrainingFolder.claim(data), Code.BAD_INPUT, "is in use");
            refused(() -> TrainingFolder.empty(data), Code.BAD_INPUT, "nothing is deleted");
            assertThat(InstallationKind.in(data)).isEqualTo(InstallationKind.OFFICE);
        }
        assertThat(files.resolve("a letter")).exists();
        assertThat(Keys.in(office).read("master")).isNotEmpty();
    }

    /** A crash before the mark leaves the folder of the keys, with nothing in it that counts. */
    @Test
    void a_folder_that_was_about_to_be_marked_can_be(@TempDir Path data) throws IOException {
        Keys.in(data);
        Files.writeString(data.resolve("keys").resolve(".training.00"), "half");
        TrainingFolder.claim(data);
        assertThat(InstallationKind.in(data)).isEqualTo(InstallationKind.TRAINING);
    }

    @Test
    void starting_again_leaves_the_mark_and_nothing_else(@TempDir Path above) throws Exception {
        var data = above.resolve("training");
        TrainingFolder.claim(data);
        assertThat(Keys.in(data).read(LedgerKey.ORIGIN)).startsWith(KeyName.TRAINING);
        Keys.in(data).secret("master");
        for (var folder : new String[] {"postgres/base/1", "demo", "program/bin"}) {
            Files.createDirectories(data.resolve(folder));
            Files.writeString(data.resolve(folder).resolve("file"), "x");
        }
        Files.writeString(data.resolve("erased"), "x");
        var elsewhere = Files.writeString(above.resolve("elsewhere"), "x");
        Files.createSymbolicLink(data.resolve("link"), elsewhere);
        Files.createSymbolicLink(data.resolve("demo").resolve("folder"), above);

        try (var running = DataFolder.take(data).orElseThrow()) {
            assertThat(running).isNotNull();
            refused(() -> TrainingFolder.empty(data), Code.DATA_IN_USE, "stop it first");
        }
        TrainingFolder.empty(data);

        try (var left = Files.list(data)) {
            assertThat(left.map(file -> String.valueOf(file.getFileName())))
                    .containsExactlyInAnyOrder("keys", "exeat.lock", "program");
        }
        assertThat(data.resolve("program/bin/file")).exists();
        assertThat(elsewhere).exists();
        assertThat(Keys.in(data).read("master")).isEmpty();
        assertThat(Keys.in(data).read(LedgerKey.ORIGIN)).isEmpty();
        assertThat(InstallationKind.in(data)).isEqualTo(InstallationKind.TRAINING);
    }

    private static void marked(Path data) {
        InstallationKind.markTraining(data);
    }

    /** A mark that was copied among an office's keys deletes nothing of the office. */
    @Test
    void an_office_that_somebody_marked_is_not_emptied(@TempDir Path above) throws IOException {
        var office = above.resolve("office");
        LedgerKey.of(Keys.in(office));
        marked(office);
        refused(() -> TrainingFolder.empty(office), Code.BAD_INPUT, "exeat.invalid/ledger/");
        assertThat(Keys.in(office).read(LedgerKey.FILE)).isNotEmpty();

        for (var name : new String[] {LedgerKey.VERIFIER, LedgerKey.EARLIER}) {
            var signed = above.resolve(name);
            TrainingFolder.claim(signed);
            Keys.in(signed).rewrite(name, "ledger.example/ours+00+AA");
            refused(() -> TrainingFolder.empty(signed), Code.BAD_INPUT, "ledger.example/ours");
            assertThat(Keys.in(signed).read(name)).isNotEmpty();
        }

        var outside = above.resolve("outside");
        TrainingFolder.claim(outside);
        Files.createDirectory(outside.resolve("ledger"));
        var checkpoint = outside.resolve("ledger/checkpoint");
        Files.writeString(checkpoint, "ledger.example/ours\n1\nAA==\n");
        refused(() -> TrainingFolder.empty(outside), Code.BAD_INPUT, "ledger.example/ours");
        assertThat(checkpoint).exists();
        Files.writeString(checkpoint, KeyName.TRAINING + "0\n1\nAA==\n");
        TrainingFolder.empty(outside);
        assertThat(checkpoint).doesNotExist();
    }

    /** Training names its log before there is a database, so a database without is an office's. */
    @Test
    void what_has_data_or_secrets_but_no_named_log_is_not_emptied(@TempDir Path above)
            throws IOException {
        var database = above.resolve("database");
        marked(database);
        Files.createDirectories(database.resolve("postgres/base"));
        refused(() -> TrainingFolder.empty(database), Code.BAD_INPUT, "no log in it says so");
        assertThat(database.resolve("postgres/base")).exists();
        TrainingFolder.claim(database);
        refused(() -> TrainingFolder.empty(database), Code.BAD_INPUT, "no log in it says so");

        var secrets = above.resolve("secrets");
        Keys.in(secrets).secret("master");
        marked(secrets);
        refused(() -> TrainingFolder.empty(secrets), Code.BAD_INPUT, "no log in it says so");
        assertThat(Keys.in(secrets).read("master")).isNotEmpty();

        // A crash between the mark and the name of the log.
        var half = above.resolve("half");
        marked(half);
        Keys.in(half).secret(LedgerKey.FILE);
        TrainingFolder.empty(half);
        assertThat(Keys.in(half).read(LedgerKey.FILE)).isEmpty();
        marked(half);
        TrainingFolder.claim(half);
        Files.createDirectories(half.resolve("postgres/base"));
        TrainingFolder.empty(half);
        assertThat(half.resolve("postgres")).doesNotExist();
    }

    @Test
    void a_link_to_the_folder_is_followed_and_one_in_place_of_its_keys_is_refused(
            @TempDir Path above) throws IOException {
        var data = above.resolve("training");
        TrainingFolder.claim(data);
        Keys.in(data).secret("master");
        var link = Files.createSymbolicLink(above.resolve("link"), data);
        TrainingFolder.empty(link);
        assertThat(link).isSymbolicLink();
        assertThat(Keys.in(data).read("master")).isEmpty();
        assertThat(InstallationKind.in(data)).isEqualTo(InstallationKind.TRAINING);

        TrainingFolder.claim(data);
        var apart = Files.createDirectory(above.resolve("apart"));
        var keys = Files.createSymbolicLink(apart.resolve("keys"), data.resolve("keys"));
        Files.writeString(apart.resolve("file"), "x");
        refused(() -> TrainingFolder.empty(apart), Code.BAD_INPUT, keys.toString());
        assertThat(apart.resolve("file")).exists();
        assertThat(Keys.in(data).read(LedgerKey.FILE)).isNotEmpty();
    }

    @Test
    void a_copy_of_the_keys_within_goes_with_the_rest(@TempDir Path data) throws IOException {
        TrainingFolder.claim(data);
        var copy = Files.createDirectories(data.resolve("copy/keys"));
        Files.copy(InstallationKind.mark(data), copy.resolve("training"));
        TrainingFolder.empty(data);
        assertThat(data.resolve("copy")).doesNotExist();
        assertThat(InstallationKind.mark(data)).exists();
    }

    @Test
    void what_a_database_keeps_of_the_keys_says_which_kind_they_are(@TempDir Path above) {
        var office = Keys.in(above.resolve("office"));
        var before = InstallationKind.keyMark(office);
        assertThat(before).isEqualTo(InstallationKind.OFFICE.keyMarkOf(office));
        InstallationKind.markTraining(office.data());
        assertThat(InstallationKind.keyMark(office))
                .isEqualTo(InstallationKind.TRAINING.keyMarkOf(office))
                .isNotEqualTo(before);
    }

    @Test
    void its_log_has_no_name_but_one_that_says_training(@TempDir Path above) throws IOException {
        var office = Keys.in(above.resolve("office"));
        assertThat(KeyName.isTraining(LedgerKey.of(office).verifierKey())).isFalse();
        var training = above.resolve("training");
        TrainingFolder.claim(training);
        assertThat(KeyName.isTraining(LedgerKey.of(Keys.in(training)).verifierKey())).isTrue();

        Keys.in(training).rewrite(LedgerKey.ORIGIN, "ledger.example/ours");
        refused(() -> LedgerKey.of(Keys.in(training)), Code.KEYS, "ledger.example/ours");
        var posing = above.resolve("posing");
        Keys.in(posing).rewrite(LedgerKey.ORIGIN, KeyName.TRAINING + "x");
        refused(() -> LedgerKey.of(Keys.in(posing)), Code.KEYS, "is for a training installation");
    }
}
