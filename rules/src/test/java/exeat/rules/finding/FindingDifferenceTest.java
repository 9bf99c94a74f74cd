package exeat.rules.finding;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.DirectiveComparison;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.People;
import exeat.rules.fact.Value;
import exeat.rules.finding.FindingDifference.Direction;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same people under two directives, and under two versions of one. */
class FindingDifferenceTest {

    private static final Path NATIONAL = Packs.folder("eu-2003-86").resolve("national");

    @TempDir private Path folder = Path.of("");

    @Test
    void a_fee_and_an_outcome_that_change_are_named_with_their_direction() {
        var fees =
                DirectiveComparison.of(
                        Packs.read(NATIONAL.resolve("k-and-a-fees")),
                        Packs.read(NATIONAL.resolve("k-and-a-fees-proportionate")));
        var person =
                People.person("spouse").with(People.fact("fee can be carried"), Value.of(false));
        var difference = fees.compare(person).difference();
        assertThat(difference.direction()).isEqualTo(Direction.BETTER);
        assertThat(difference.changes())
                .containsExactly(
                        new FindingDifference.Change(
                                "charges a fee of 460", "charges no fee", true));
        var income =
                DirectiveComparison.of(
                        Packs.eu2003(), Packs.read(NATIONAL.resolve("chakroun-income")));
        var poorer = People.person("spouse").with(People.fact("income percent"), Value.of(110));
        var worse = income.compare(poorer).difference();
        assertThat(worse.direction()).isEqualTo(Direction.WORSE);
        assertThat(worse.changes().getFirst())
                .isEqualTo(new FindingDifference.Change("approves in general", "refers", false));
        assertThat(worse.otherReasons()).isTrue();
    }

    @Test
    void no_change_for_the_worse_means_at_least_as_good_and_the_other_way_round() {
        long seed = 20_261_124L;
        var random = new Random(seed);
        var national = new ArrayList<Directive>();
        Packs.folders().stream()
                .filter(pack -> pack.startsWith(NATIONAL))
                .forEach(pack -> national.add(Packs.read(pack)));
        for (int at = 0; at < 3_000; at++) {
            var one = national.get(random.nextInt(national.size()));
            var redecision =
                    DirectiveComparison.of(one, national.get(random.nextInt(national.size())));
            var redecided = redecision.compare(People.random(redecision.vocabulary(), random));
            assertThat(redecided.difference().atLeastAsGood())
                    .as("seed %d, person %d: %s", seed, at, redecided)
                    .isEqualTo(redecided.after().atLeastAsGoodAs(redecided.before()));
        }
    }

    @Test
    void the_version_of_a_day_is_the_one_in_force_then() throws IOException, PackException {
        var pack = copy(Files.createDirectories(folder.resolve("boats")));
        var earlier = copy(Files.createDirectories(pack.resolve("versions/1")));
        edit(
                earlier,
                "version: \"1\"",
                "version: \"1\"\nin force from: 1950-03-01\nuntil: 1951-06-30");
        edit(pack, "version: \"1\"", "version: \"2\"\nin force from: 1951-07-01");
        assertThat(Pack.read(earlier).ref().id()).isEqualTo("boats");
        assertThat(Pack.versions(pack))
                .extracting(d -> d.ref().version())
                .containsExactly("2", "1");
        assertThat(Pack.asOf(pack, LocalDate.of(1951, 6, 30)).orElseThrow().ref().version())
                .isEqualTo("1");
        assertThat(Pack.asOf(pack, LocalDate.of(1951, 7, 1)).orElseThrow().ref().version())
                .isEqualTo("2");
        assertThat(Pack.asOf(pack, LocalDate.of(1950, 2, 28))).isEmpty();
    }

    private static Path copy(Path target) throws IOException {
        var good = Packs.root().resolve("rules/src/test/resources/packs/good");
        try (var files = Files.list(good)) {
            for (var file : files.toList()) {
                Files.copy(file, target.resolve(Objects.requireNonNull(file.getFileName())));
            }
        }
        return target;
    }

    private static void edit(Path pack, String before, String after) throws IOException {
        var record = pack.resolve("record.yaml");
        Files.writeString(record, Files.readString(record).replace(before, after));
    }
}
