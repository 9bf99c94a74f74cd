package exeat.desk.intake;

import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.config.Config;
import exeat.desk.Patience;
import exeat.desk.Town;
import exeat.desk.base.Session;
import exeat.store.OfficeException;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of any length: checked whole, filed in parts, and never twice, wherever they were cut. */
class FileIntakeIT {

    private static final String HEADER =
            "application,name_latn_family,name_latn_given,birth_date,nationality,residence,"
                    + "purpose,language\n";

    private final Town town = Town.shared();

    /** A process of its own over a folder, as far as files are concerned. */
    private FileIntakes process(Path folder) {
        var vault = new Vault(Keys.in(town.data));
        var states = new IntakeStateFiles(folder, vault, town.clock(), Config.plain(folder));
        var office = town.office;
        var work =
                new IntakeWorker(
                        states,
                        office.desk(),
                        office.authentication(),
                        office.register(),
                        vault,
                        town.clock());
        return new FileIntakes(states, work, vault, town.clock(), Config.plain(folder));
    }

    private static String row(String application, String given) {
        return application
                + ","
                + Town.PLANTED
                + ","
                + given
                + ",1982-05-01,KP,jl-yanji,return,ko\n";
    }

    /** The two rows of each application stand as far apart as they can. */
    private static String apart(String file, int applications) {
        var csv = new StringBuilder(HEADER);
        for (int part = 0; part < 2; part++) {
            for (int n = 0; n < applications; n++) {
                csv.append(row(file + n, "Yong " + part));
            }
        }
        return csv.toString();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private Session officer() {
        return town.officer(YANJI_FA);
    }

    private FileIntake over(FileIntakes intakes, String id) throws InterruptedException {
        return until(intakes, id, FileIntake::isOver);
    }

    private FileIntake until(
            FileIntakes intakes, String id, java.util.function.Predicate<FileIntake> what)
            throws InterruptedException {
        var patience = Patience.of(Duration.ofSeconds(60));
        for (var now = intakes.find(officer(), id).orElseThrow();
                ;
                now = intakes.find(officer(), id).orElseThrow()) {
            if (what.test(now)) {
                return now;
            }
            assertThat(patience.isOver()).as(now.toString()).isFalse();
            Thread.sleep(5);
        }
    }

    private Map<String, String> numbers(FileIntakes intakes, String id) {
        var numbers = new HashMap<String, String>();
        intakes.numbers(
                officer(),
                id,
                line -> {
                    int space = line.indexOf(' ');
                    var before = numbers.put(line.substring(space + 1), line.substring(0, space));
                    assertThat(before).as(line).isNull();
                });
        return numbers;
    }

    private List<CsvIntake.BadRow> problems(FileIntakes intakes, String id) {
        var problems = new ArrayList<CsvIntake.BadRow>();
        intakes.problems(officer(), id, problems::add);
        return problems;
    }

    @Test
    void a_file_that_is_cut_anywhere_goes_on_and_files_nothing_twice(
            @TempDir Path folder, @TempDir Path aside) throws Exception {
        int applications = 1_500;
        var csv = apart(Town.key(), applications);
        var before = town.office.health().counters().accepted();
        String id;
        try (var first = process(folder)) {
            id = first.receive(officer(), FileIntake.Format.CSV, stream(csv)).id();
            assertThat(first.receive(officer(), FileIntake.Format.CSV, stream(csv)).id())
                    .as("the same file is the same intake")
                    .isEqualTo(id);
            copy(folder.resolve(id), aside.resolve("as it came"));
            first.start(FileIntakes.NO_LINES);
            until(first, id, intake -> intake.filed() > 0);
        }
        var cut = IntakeState.read(folder.resolve(id));
        assertThat(cut.stage()).isEqualTo(FileIntake.Phase.FILING);
        assertThat(cut.looked()).isPositive().isLessThan(applications);
        Map<String, String> numbers;
        try (var second = process(folder)) {
            second.start(FileIntakes.NO_LINES);
            var done = over(second, id);
            assertThat(done.stage()).isEqualTo(FileIntake.Phase.DONE);
            assertThat(done.rows()).isEqualTo(2L * applications);
            assertThat(done.filed()).isEqualTo(applications);
            assertThat(done.rejected()).isZero();
            numbers = numbers(second, id);
            assertThat(numbers).hasSize(applications);
        }
        assertThat(town.office.health().counters().accepted() - before).isEqualTo(applications);

        // Everything that was written down is lost: it is all filed again, and is the same.
        IntakeFolder.remove(folder.resolve(id));
        copy(aside.resolve("as it came"), folder.resolve(id));
        try (var third = process(folder)) {
            third.start(FileIntakes.NO_LINES);
            assertThat(over(third, id).filed()).isEqualTo(applications);
            assertThat(numbers(third, id)).isEqualTo(numbers);
        }
        assertThat(town.office.health().counters().accepted() - before).isEqualTo(applications);
    }

    @Test
    void uploaded_files_are_sealed_for_their_owner_and_removed(@TempDir Path folder)
            throws Exception {
        try (var intakes = process(folder)) {
            var csv = HEADER + row(Town.key(), "Yong");
            var id = intakes.receive(officer(), FileIntake.Format.CSV, stream(csv)).id();
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve(id))))
                    .isEqualTo("rwx------");
            assertThat(IntakeFolder.files(folder.resolve(id)))
                    .isNotEmpty()
                    .allSatisfy(file -> {
                        var text = Files.readString(file, StandardCharsets.ISO_8859_1);
                        assertThat(text).doesNotContain(Town.PLANTED);
                        assertThat(
                                        PosixFilePermissions.toString(
                                                Files.getPosixFilePermissions(file)))
                                .isEqualTo("rw-------");
                    });
            intakes.start(FileIntakes.NO_LINES);
            over(intakes, id);
            until(intakes, id, _ -> !Files.exists(folder.resolve(id).resolve("upload")));
            town.pass(Duration.ofDays(8));
            intakes.sweep();
            assertThat(intakes.find(officer(), id)).isEmpty();
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void bad_rows_are_listed_by_line_and_an_unreadable_file_files_nothing(@TempDir Path folder)
            throws Exception {
        try (var intakes = process(folder)) {
            intakes.start(FileIntakes.NO_LINES);
            var name = Town.key();
            var good = HEADER + row(name + "1", "A") + row(name + "2", "B");
            var bad =
                    good
                            + (name + "1,K,C,no day,KP,jl-yanji,return,ko\n")
                            + (name + "3,K,D,1982-05-01,KP,nowhere,return,ko\n");
            var some = intakes.receive(officer(), FileIntake.Format.CSV, stream(bad)).id();
            var done = over(intakes, some);
            assertThat(done.filed()).isEqualTo(1);
            assertThat(done.rejected()).isEqualTo(2);
            assertThat(problems(intakes, some))
                    .extracting(p -> p.line() + ":" + p.column() + ":" + p.field())
                    .containsExactly("4:4:birth_date", "5:6:residence");

            var accepted = town.office.health().counters().accepted();
            var broken = good + "x,\"K";
            var none = intakes.receive(officer(), FileIntake.Format.CSV, stream(broken)).id();
            assertThat(over(intakes, none).stage()).isEqualTo(FileIntake.Phase.UNREADABLE);
            assertThat(problems(intakes, none)).hasSize(1);
            assertThat(town.office.health().counters().accepted()).isEqualTo(accepted);
        }
    }

    @Test
    void nobody_else_sees_a_file_and_nobody_but_an_officer_sends_one(@TempDir Path folder) {
        try (var intakes = process(folder)) {
            var csv = HEADER + row(Town.key(), "Yong");
            var id = intakes.receive(officer(), FileIntake.Format.CSV, stream(csv)).id();
            var other = town.officer(YANJI_FA, 2);
            assertThat(intakes.find(other, id)).isEmpty();
            assertThat(intakes.all(other)).noneMatch(intake -> intake.id().equals(id));
            assertThatThrownBy(() -> intakes.numbers(other, id, _ -> {}))
                    .isInstanceOf(OfficeException.class);
            assertThatThrownBy(() -> intakes.goOn(other, id)).isInstanceOf(OfficeException.class);
            var stranger = town.office.authentication().anonymousSession();
            assertThatThrownBy(() -> intakes.receive(stranger, FileIntake.Format.CSV, stream(csv)))
                    .isInstanceOf(OfficeException.class);
        }
    }

    @Test
    void a_file_whose_officer_left_stops_until_they_let_it_go_on(@TempDir Path folder)
            throws Exception {
        var leaving = town.officer(Town.TUMEN_FA, 2);
        var csv = HEADER + row(Town.key(), "Yong").replace("jl-yanji", "jl-tumen");
        try (var intakes = process(folder)) {
            var id = intakes.receive(leaving, FileIntake.Format.CSV, stream(csv)).id();
            town.office.authentication().signOut(leaving);
            intakes.start(FileIntakes.NO_LINES);
            var patience = Patience.of(Duration.ofSeconds(30));
            while (intakes.find(leaving, id).orElseThrow().stage() != FileIntake.Phase.STOPPED) {
                assertThat(patience.isOver()).isFalse();
                Thread.sleep(5);
            }
            var again =
                    town.office
                            .authentication()
                            .signInOfficer("jl-tumen-fa.2", "right jl-tumen-fa.2");
            intakes.goOn(again.orElseThrow(), id);
            while (!intakes.find(leaving, id).orElseThrow().isOver()) {
                assertThat(patience.isOver()).isFalse();
                Thread.sleep(5);
            }
            assertThat(intakes.find(leaving, id).orElseThrow().filed()).isEqualTo(1);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (var file : IntakeFolder.files(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
