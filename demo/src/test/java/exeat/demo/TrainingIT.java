package exeat.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.command.BriefingCommand;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.projection.QueueName;
import exeat.desk.write.Reply;
import exeat.store.database.TrainingFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lives a small month for one unit. */
@Tag("full")
class TrainingIT {

    private static final Pattern PASSWORD =
            Pattern.compile("(?m)^  (\\S+-trainee-\\d|every other officer)  (\\S+)$");

    private static Training.Plan plan(String... units) {
        return new Training.Plan(List.of(units), 2, 120);
    }

    private static OfficeSettings settings(Path data) {
        return Demo.settings(OfficeSettings.embedded(data, Packs.folder()));
    }

    private static String load(Office office, DemoClock clock, Path data, Training.Plan plan) {
        var bytes = new ByteArrayOutputStream();
        var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Training.load(office, clock, settings(data), out, plan);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_trainee_finds_the_work_of_their_own_unit(@TempDir Path above) throws IOException {
        var data = above.resolve("training");
        TrainingFolder.claim(data);
        var clock = new DemoClock(Today.clock());
        try (var office = Office.open(settings(data), clock)) {
            assertThatThrownBy(() -> load(office, clock, data, plan()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("--unit");
            assertThatThrownBy(() -> load(office, clock, data, plan("jl-atlantis")))
                    .hasMessageContaining("there is no unit jl-atlantis");
            assertThatThrownBy(() ->
                            Demo.load(
                                    office,
                                    clock,
                                    settings(data),
                                    new PrintStream(new ByteArrayOutputStream()),
                                    1))
                    .hasMessageContaining("no office opens");

            var first = load(office, clock, data, plan("jl-tumen-fa", "jl-tumen-bd"));
            var found = PASSWORD.matcher(first).results().toList();
            assertThat(found).hasSize(5);
            var passwords = found.stream().map(one -> one.group(2)).toList();
            assertThat(passwords).doesNotHaveDuplicates().doesNotContain(DemoOfficers.PASSWORD);
            assertThat(first).contains("issued by nobody").containsPattern("TA-.* not used yet");
            assertThat(office.health().counters().accepted()).isGreaterThan(500);
            kept(data).forEach(text -> assertThat(text).doesNotContain(passwords));
            assertThat(office.authentication().signInOfficer("jl-1", DemoOfficers.PASSWORD))
                    .isEmpty();
            assertThat(office.authentication().signInOfficer("jl-1", passwords.getLast()))
                    .isPresent();

            var trainee = found.getFirst();
            var session =
                    office.authentication()
                            .signInOfficer(trainee.group(1), trainee.group(2))
                            .orElseThrow();
            var read =
                    BriefingCommand.Acknowledge.asRead(
                            office.register().directive("prc-1963").orElseThrow());
            assertThat(office.desk().handle(session, "read", read)).isInstanceOf(Reply.Done.class);
            var briefed = office.authentication().resume(session.token()).orElseThrow();
            var work = new EnumMap<QueueName, Integer>(QueueName.class);
            for (var queue : QueueName.values()) {
                var page = office.queues().page(briefed, queue, Optional.empty(), 100);
                work.put(queue, page.rows().size());
            }
            assertThat(work.get(QueueName.WORK)).as("%s", work).isGreaterThan(10);
            assertThat(work)
                    .doesNotContainEntry(QueueName.REFERRED, 0)
                    .doesNotContainEntry(QueueName.CLEARANCES, 0)
                    .doesNotContainEntry(QueueName.TO_AUTHORISE, 0)
                    .doesNotContainEntry(QueueName.UNCONFIRMED, 0);
            assertThat(office.audit()).isEmpty();

            var again = load(office, clock, data, plan("jl-yanji-fa"));
            assertThat(again)
                    .contains("start again with --again", "Training in Tumen Foreign Affairs")
                    .doesNotContain(passwords);
        }
    }

    private static List<String> kept(Path data) throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("demo"))) {
            return files.map(TrainingIT::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
