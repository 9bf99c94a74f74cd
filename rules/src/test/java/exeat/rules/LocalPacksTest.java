package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.UnaryTest.Comparison;
import exeat.rules.document.PointToWeigh;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Outcome;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs that extend others. */
class LocalPacksTest {

    private static final Path RESOURCES = Packs.root().resolve("rules/src/test/resources");

    @TempDir private Path folder = Path.of("");

    @Test
    void a_pack_finds_what_it_extends_above_it_or_beside_it() throws IOException, PackException {
        var above = copy("packs/good", "good");
        var below = Pack.read(copy("local/pier", "good/local/pier"));
        var beside = Pack.read(copy("local/pier", "pier"));
        var parent = below.parent().orElseThrow();
        assertThat(parent.ref()).isEqualTo(Pack.read(above).ref());
        assertThat(parent.parent()).isEmpty();
        assertThat(beside.ref()).isEqualTo(below.ref());
        edit("good/local/pier", "record.yaml", "extends: good", "extends: ../..");
        assertThat(Pack.read(folder.resolve("good/local/pier")).parent().orElseThrow().ref())
                .isEqualTo(parent.ref());
    }

    @Test
    void a_stored_pack_holds_what_it_extends() throws IOException, PackException {
        copy("packs/good", "good");
        var pier = copy("local/pier", "pier");
        var files = Pack.files(pier);
        assertThat(files).containsKeys("rules.dmn", "extends/good/rules.dmn");
        assertThat(Pack.read("pier", files).ref()).isEqualTo(Pack.read(pier).ref());
        var changed = new TreeMap<>(files);
        changed.compute("extends/good/record.yaml", (name, bytes) -> commented(bytes));
        var other = Pack.read("pier", changed);
        assertThat(other.filesHash()).isNotEqualTo(Pack.read(pier).filesHash());
        changed.compute("extends/good/record.yaml", (name, bytes) -> retitled(bytes));
        assertThat(Pack.read("pier", changed).ref().hash())
                .isNotEqualTo(Pack.read(pier).ref().hash());
    }

    /** Articles 17 and 5(5), whatever a state writes below them. */
    @Test
    void a_local_pack_weighs_all_that_the_one_above_does_and_can_only_add() throws PackException {
        var above = Pack.read(Packs.folder("eu-2003-86"));
        assertThat(above.weigh())
                .extracting(PointToWeigh::paragraph)
                .containsExactly("17", "17", "17", "5(5)");
        var files = Pack.files(Packs.folder("eu-2003-86/national/chakroun-income"));
        assertThat(Pack.read("local", files).weigh()).isEqualTo(above.weigh());
        assertThat(Pack.read("local", files).weighsLessThan(above)).isFalse();

        var more = weighing(files, "own", "weigh.own=Something of our own");
        var local = Pack.read("local", more);
        assertThat(local.weigh()).startsWith(above.weigh().toArray(PointToWeigh[]::new)).hasSize(5);
        assertThat(above.weighsLessThan(local)).isTrue();
        assertThat(local.form().weigh()).hasSize(5);

        var again = weighing(files, "family-ties", "");
        assertThat(catchThrowableOfType(PackException.class, () -> Pack.read("local", again)))
                .hasMessageContaining("is weighed already by the pack above: family-ties");
    }

    private static Map<String, byte[]> weighing(Map<String, byte[]> of, String id, String words) {
        var files = new TreeMap<>(of);
        var point = "\nweigh:\n  - {id: " + id + ", paragraph: \"1\"}\n";
        files.computeIfPresent("record.yaml", (_, bytes) -> plus(bytes, point));
        files.replaceAll((name, bytes) ->
                name.startsWith("messages_") ? plus(bytes, "\n" + words + "\n") : bytes);
        return files;
    }

    private static byte[] plus(byte[] bytes, String more) {
        return (new String(bytes, StandardCharsets.UTF_8) + more).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void facts_words_and_links_are_those_of_both() throws IOException, PackException {
        var pier = pier();
        var names = pier.vocabulary().facts().stream().map(fact -> fact.name().text()).toList();
        assertThat(names).startsWith("purpose", "length of boat").endsWith("age at decision");
        assertThat(pier.vocabulary().zone().getId()).isEqualTo("Europe/Paris");
        var words = pier.messages();
        assertThat(words.text(Locale.ENGLISH, "fact.sea-legs.label")).isEqualTo("Sea legs");
        assertThat(words.text(Locale.ENGLISH, "clearance.look")).isEqualTo("A look");
        assertThat(pier.links())
                .containsExactly(
                        new FactLink.Implication(
                                "Nobody with sea legs would go without swimming, as paragraph 2"
                                        + " has it.",
                                Map.of(
                                        new FactName("sea legs"),
                                        equal(new Literal.Truth(true)),
                                        new FactName("age"),
                                        new UnaryTest.Ordered(Comparison.AT_LEAST, numeral("18"))),
                                Map.of(new FactName("can swim"), equal(new Literal.Truth(true)))),
                        new FactLink.Order(
                                "Nobody gets younger.",
                                new FactName("age at decision"),
                                Comparison.AT_LEAST,
                                new FactName("age")));
    }

    @Test
    void a_local_pack_decides_by_its_own_rules() throws IOException, PackException {
        var pier = pier();
        var facts =
                Facts.NONE
                        .with(new FactName("purpose"), Value.of("settle"))
                        .with(new FactName("sea legs"), Value.of(true))
                        .with(new FactName("can swim"), Value.of(true))
                        .with(new FactName("age at decision"), Value.of(40));
        var finding = pier.decide(facts);
        assertThat(finding.outcome()).isEqualTo(Outcome.APPROVE_IN_GENERAL);
        assertThat(finding.directive()).isEqualTo(pier.ref());
        assertThat(finding.burden().interviews()).isEqualTo(2);
        assertThat(finding.burden().quota()).contains(500);
        var trip = pier.decide(facts.with(new FactName("purpose"), Value.of("trip"))).burden();
        assertThat(trip.quota()).isEmpty();
        assertThat(pier.inForce().on(LocalDate.of(1951, 12, 31))).isTrue();
        assertThat(pier.inForce().on(LocalDate.of(1952, 1, 1))).isFalse();
    }

    @Test
    void a_pack_can_extend_one_that_extends_another() throws IOException, PackException {
        copy("packs/good", "good");
        copy("local/pier", "pier");
        copy("local/pier", "steps");
        edit("steps", "record.yaml", "extends: good", "extends: pier");
        edit("steps", "vocabulary.yaml", "can swim", "can dive");
        edit("steps", "vocabulary.yaml", "age at decision", "age at dive");
        edit("steps", "rules.dmn", "can swim", "can dive");
        edit("steps", "rules.dmn", "age at decision", "age at dive");
        edit("steps", "messages_en.properties", "can-swim", "can-dive");
        edit("steps", "messages_en.properties", "age-at-decision", "age-at-dive");
        var steps = Pack.read(folder.resolve("steps"));
        var grandparent = steps.parent().flatMap(Directive::parent).orElseThrow();
        assertThat(grandparent.ref().id()).isEqualTo("good");
        assertThat(steps.links()).hasSize(4);
        assertThat(Pack.read("steps", Pack.files(folder.resolve("steps"))).ref())
                .isEqualTo(steps.ref());
    }

    @Test
    void a_purpose_is_never_redefined() throws IOException {
        copy("packs/good", "good");
        copy("local/pier", "pier");
        edit("pier", "vocabulary.yaml", "facts:", "purposes: [{id: settle, gives up: []}]\nfacts:");
        assertThat(problems("pier"))
                .contains(
                        "vocabulary.yaml:1: purposes: come from the pack that this one extends,"
                                + " and cannot be redefined");
    }

    @Test
    void a_fact_is_never_redefined_nor_worded_anew() throws IOException {
        copy("packs/good", "good");
        copy("local/pier", "pier");
        edit("pier", "vocabulary.yaml", "{name: can swim,", "{name: sea legs,");
        assertThat(problems("pier"))
                .contains(
                        "vocabulary.yaml:2: sea legs: is a fact of the pack that this one"
                                + " extends, and cannot be redefined");
        copy("local/pier", "quay");
        edit(
                "quay",
                "messages_en.properties",
                "fact.can-swim.label=",
                "fact.age.label=A\nfact.can-swim.label=");
        assertThat(problems("quay"))
                .containsExactly(
                        "messages_en.properties:2: fact.age.label: already has a text in good,"
                                + " as: Age");
    }

    @Test
    void links_are_checked_against_the_facts() throws IOException {
        copy("packs/good", "good");
        copy("local/pier", "pier");
        edit("pier", "vocabulary.yaml", "age at decision >= age", "age at decision >= sea legs");
        edit("pier", "vocabulary.yaml", "then: {can swim: \"true\"}", "then: {can swim: \"> 2\"}");
        edit("pier", "vocabulary.yaml", "when: {sea legs: \"true\", ", "when: {wings: \"true\", ");
        assertThat(problems("pier"))
                .containsExactly(
                        "vocabulary.yaml:6: wings: is not a fact of the vocabulary",
                        "vocabulary.yaml:7: can swim: is compared with a value of another type",
                        "vocabulary.yaml:9: always: must compare two numbers or two dates: age at"
                                + " decision >= sea legs");
    }

    @Test
    void missing_packs_and_circles_are_named() throws IOException, PackException {
        copy("local/pier", "pier");
        assertThat(problems("pier"))
                .containsExactly(
                        "record.yaml:2: extends: good is not a pack beside this one or in a"
                                + " folder above it");
        edit("pier", "record.yaml", "extends: good", "extends: pier");
        assertThat(problems("pier"))
                .containsExactly(
                        "record.yaml:2: extends: pier leads back to this pack; a pack cannot"
                                + " extend itself");
        copy("packs/good", "good");
        edit("pier", "record.yaml", "extends: pier", "extends: good");
        edit("good", "record.yaml", "version: \"1\"", "version: \"1\"\nextends: pier");
        assertThat(problems("pier"))
                .containsExactly(
                        "extends/good/record.yaml:2: extends: pier leads back to this pack; a"
                                + " pack cannot extend itself");
    }

    @Test
    void errors_in_the_extended_pack_name_its_files() throws IOException {
        copy("packs/good", "good");
        copy("local/pier", "pier");
        edit("good", "rules.dmn", "\"look\"", "\"Look\"");
        assertThat(problems("pier"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("extends/good/rules.dmn:34: clearance: ");
    }

    @Test
    void a_file_map_without_the_extended_pack_or_with_another_is_refused()
            throws IOException, PackException {
        copy("packs/good", "good");
        var files = new TreeMap<>(Pack.files(copy("local/pier", "pier")));
        var alone = new TreeMap<>(files);
        alone.keySet().removeIf(name -> name.startsWith("extends/"));
        assertThat(problems("pier", alone))
                .containsExactly("record.yaml:2: extends: good is not among these packs");
        var two = new TreeMap<>(files);
        two.put("extends/other/record.yaml", new byte[0]);
        assertThat(problems("pier", two))
                .containsExactly(
                        "extends/good/: folder: is not what is extended",
                        "extends/other/: folder: is not what is extended");
        assertThat(problems("good", files))
                .containsExactly(
                        "record.yaml:2: extends: good has the id of this pack, or extends a"
                                + " pack that has");
    }

    private Directive pier() throws IOException, PackException {
        copy("packs/good", "good");
        return Pack.read(copy("local/pier", "pier"));
    }

    private static UnaryTest equal(Literal literal) {
        return new UnaryTest.Equal(literal);
    }

    private static Literal numeral(String digits) {
        return new Literal.Numeral(new java.math.BigDecimal(digits));
    }

    private static byte[] retitled(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replace("A Letter on Boats", "Another Letter")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] commented(byte[] bytes) {
        return (new String(bytes, StandardCharsets.UTF_8) + "# more\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Path copy(String from, String to) throws IOException {
        var target = Files.createDirectories(folder.resolve(to));
        try (var files = Files.list(RESOURCES.resolve(from))) {
            for (var file : files.toList()) {
                Files.copy(file, target.resolve(Objects.requireNonNull(file.getFileName())));
            }
        }
        return target;
    }

    private void edit(String pack, String file, String before, String after) throws IOException {
        var path = folder.resolve(pack).resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }

    private List<String> problems(String pack) {
        return texts(
                catchThrowableOfType(PackException.class, () -> Pack.read(folder.resolve(pack))));
    }

    private static List<String> problems(String id, Map<String, byte[]> files) {
        return texts(catchThrowableOfType(PackException.class, () -> Pack.read(id, files)));
    }

    private static List<String> texts(PackException thrown) {
        return Optional.ofNullable(thrown).stream()
                .flatMap(bad -> bad.problems().stream())
                .map(PackException.Problem::toString)
                .toList();
    }
}
