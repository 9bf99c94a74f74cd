package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport.LayerProof;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways in which a local pack can restrict without changing a rule: texts, time, its parent. */
class LayersTest {

    private static final Path CASES = Packs.root().resolve("rules/src/test/resources/layers");
    private static final String RECORD = "record.yaml";
    private static final String AUTHORITIES = "authorities.yaml";
    private static final String ENGLISH = "messages_en.properties";

    @TempDir private Path folder = Path.of("");

    // Words.

    @Test
    void a_local_pack_that_rewords_what_is_above_it_is_faulty_and_not_proved()
            throws PackException {
        var pack = Pack.parse(CASES.resolve("d/d3-words"));
        assertThat(pack.faults())
                .extracting(PackException.Problem::toString)
                .containsExactly(
                        ENGLISH
                                + ":2: clearance.identity.explained: already has a text in d,"
                                + " as: I",
                        ENGLISH
                                + ":3: outcome.approve-in-general.explained: already has a text"
                                + " in d, as: A");
        assertThat(restrictions(CASES.resolve("d/d3-words")))
                .hasSize(2)
                .first()
                .asString()
                .contains("line 2", "three times and pay 900", "as: I");
        assertThat(problems(CASES.resolve("d/d3-words"))).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "route.S=Ask the mayor",
                "ground.fraud=Any doubt",
                "purpose.settle=Settle after five years",
                "fact.n.label=Number of visits",
                "fact.n.hint=Each visit costs 900",
                "fact.purpose.value.settle.if=you pay 900",
                "function.committee=The committee that takes 900",
                "explain.fee.none=It costs 900.",
            })
    void whatever_is_the_parents_keeps_its_words(String line) throws IOException {
        var local = local();
        Files.writeString(local.resolve(ENGLISH), line + "\n");
        var key = line.substring(0, line.indexOf('='));
        assertThat(problems(local)).hasSize(1).first().asString().contains(key, " d");
    }

    @Test
    void the_same_words_and_a_language_that_the_parent_lacks_are_no_fault()
            throws IOException, PackException {
        var local = local();
        append(local, ENGLISH, "clearance.identity.explained=I\nfact.n.label=L");
        var words = Files.readString(folder.resolve("d/messages_en.properties"));
        var units = "\nauthority.x=X\nauthority.x-fa=F\nauthority.x-bd=B\nparagraph.1=Viens.\n";
        var functions =
                Files.readString(local.resolve(ENGLISH)).contains("function") ? "" : functions();
        Files.writeString(local.resolve("messages_lv.properties"), words + units + functions);
        assertThat(Pack.read(local).messages().languages()).contains("lv");
        assertThat(restrictions(local)).isEmpty();
    }

    private static String functions() {
        return Stream.of(
                        "committee",
                        "foreign-affairs",
                        "public-security",
                        "border-defence",
                        "customs")
                .map(one -> "function." + one + "=" + one + "\n")
                .reduce("", String::concat);
    }

    // Time.

    @Test
    void a_clock_that_waits_longer_for_answers_is_a_restriction() throws PackException {
        assertThat(restrictions(CASES.resolve("d/d4-answer-days")))
                .containsExactly(
                        "The clock stops for longer while a question is open (days). d: it"
                                + " never stops; d4-answer-days: 365. Asked on 2020-01-01, the clock"
                                + " runs again after 2020-01-01 there and after 2020-12-31 here.");
    }

    @Test
    void another_zone_is_a_restriction_shown_by_a_moment() throws PackException, IOException {
        assertThat(restrictions(CASES.resolve("d/d5-zone")))
                .hasSize(1)
                .first()
                .asString()
                .contains("d: Europe/Brussels; d5-zone: Pacific/Pago_Pago", "2019-12-31 here");
        var local = local();
        Files.writeString(local.resolve("vocabulary.yaml"), "zone: Europe/Brussels\n");
        assertThat(restrictions(local)).isEmpty();
    }

    @Test
    void working_days_in_place_of_days_are_shown_by_the_day_on_which_they_end_later()
            throws IOException, PackException {
        var local = local();
        append(local, AUTHORITIES, CALENDAR + "limits: {decisions: working days, answer days: 1}");
        assertThat(restrictions(local).getFirst())
                .startsWith("A decision is due later. Counted in d: days; local: working days")
                .contains("(30)");
    }

    @Test
    void one_more_free_day_is_found_wherever_it_lies() throws IOException, PackException {
        append(top(), AUTHORITIES, CALENDAR + COUNTED);
        var local = local();
        append(local, AUTHORITIES, CALENDAR + COUNTED);
        assertThat(restrictions(local)).isEmpty();
        edit(
                local,
                AUTHORITIES,
                "every: 12-25}",
                "every: 12-25}\n      - {name: F, on: 2133-07-15}");
        assertThat(restrictions(local))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("A decision is due later.")
                .contains("2133-0");
    }

    @Test
    void one_free_day_fewer_is_longer_only_where_a_question_pauses_the_clock()
            throws IOException, PackException {
        append(top(), AUTHORITIES, CALENDAR + COUNTED);
        var local = local();
        append(local, AUTHORITIES, CALENDAR + COUNTED);
        edit(local, AUTHORITIES, "    holidays:\n      - {name: C, every: 12-25}\n", "");
        assertThat(restrictions(local).getFirst())
                .startsWith("A decision is counted differently, so after a question")
                .contains("A question was asked on");
        // Without limits of its own nothing would pause; calendars alone count in days.
        edit(local, AUTHORITIES, COUNTED, "");
        assertThat(restrictions(local))
                .allMatch(says -> !says.contains("decision") && !says.contains("clearance"));
    }

    @Test
    void the_calendar_of_one_unit_alone_is_found() throws IOException, PackException {
        append(top(), AUTHORITIES, CALENDAR + COUNTED);
        var local = local();
        edit(local, AUTHORITIES, "name: F}", "name: F, calendar: coast}");
        append(local, AUTHORITIES, CALENDAR + COAST + COUNTED);
        assertThat(restrictions(local))
                .hasSize(2)
                .first()
                .asString()
                .contains("local: working days of the calendar coast");
    }

    @Test
    void later_warnings_and_a_lost_priority_are_restrictions() throws IOException, PackException {
        append(
                top(),
                AUTHORITIES,
                "limits: {warn at percent: 50, sooner: [{who: minor, days: 3}, {who: long wait,"
                        + " days: 90}]}");
        var local = local();
        assertThat(restrictions(local)).isEmpty();
        append(local, AUTHORITIES, "limits: {sooner: [{who: long wait, days: 91}]}");
        assertThat(restrictions(local))
                .containsExactly(
                        "Units are warned of a deadline later (percent of the limit). d: 50;"
                                + " local: 80.",
                        "How much sooner cases are due (minor; days). d: 3; local: none.",
                        "How much sooner cases are due (long wait; days). d: 90; local: 91.");
    }

    @Test
    void an_issue_must_not_wait_longer_and_reports_concern_nobody_who_travels()
            throws IOException, PackException {
        append(top(), AUTHORITIES, "issues: {days: 6}\nreports: " + reports(3));
        var local = local();
        append(local, AUTHORITIES, "issues: {days: 7}\nreports: " + reports(9));
        assertThat(restrictions(local))
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "An issue may stay longer at one level. d: 6 days; local: 7 days."
                                + " Counted from ");
    }

    private static String reports(int days) {
        return "{first days: %d, every days: %d, chase days: %d}".formatted(days, days, days);
    }

    // The parent.

    @Test
    void a_pack_finds_its_parent_by_hash_past_a_doctored_one_that_is_nearer()
            throws IOException, PackException {
        copy("top");
        var local = folder.resolve("top/fake/local");
        var parent = Pack.read(folder.resolve("top")).ref();
        assertThat(Pack.parse(local).isPinned()).isFalse();
        edit(local, RECORD, "extends: top", pin(parent.version(), parent.hash()));
        var pinned = Pack.parse(local);
        assertThat(pinned.isPinned()).isTrue();
        assertThat(pinned.parent().map(Directive::ref)).contains(parent);
        assertThat(restrictions(local)).isNotEmpty();
    }

    @Test
    void a_parent_may_still_be_named_by_the_hash_over_its_files()
            throws IOException, PackException {
        copy("top");
        var local = folder.resolve("top/fake/local");
        var above = Pack.read(folder.resolve("top"));
        edit(local, RECORD, "extends: top", pin("1", above.filesHash()));
        var pinned = Pack.parse(local);
        assertThat(pinned.parent().orElseThrow().ref().hash()).isEqualTo(above.filesHash());
        assertThat(pinned.parent().orElseThrow().isSameVersion(above)).isTrue();
        var under = Layers.of(pinned).under(List.of(above));
        var report = new Prover(Prover.DEFAULT_LIMIT).prove(pinned, under);
        assertThat(report.layers()).hasSize(1);
        assertThat(report.layers().getFirst().inForce()).isTrue();
        assertThat(report.layers().getFirst().pinned()).isTrue();
        assertThat(report.proof(Obligation.NO_RESTRICTION).failures())
                .noneMatch(failure -> failure.says().startsWith("The pack extends"));
    }

    @Test
    void a_pinned_parent_may_be_an_earlier_version() throws IOException, PackException {
        var above = top();
        var first = Pack.read(above).ref();
        copy("d", "d/versions/1");
        edit(above, RECORD, "version: \"1\"", "version: \"2\"");
        var local = local();
        edit(
                local,
                RECORD,
                "extends: d",
                "extends: {pack: d, version: \"1\", hash: " + first.hash() + "}");
        assertThat(Pack.read(local).parent().orElseThrow().ref()).isEqualTo(first);
    }

    @Test
    void a_parent_with_another_hash_is_refused_with_what_to_write()
            throws IOException, PackException {
        copy("top");
        var local = folder.resolve("top/fake/local");
        var near = Pack.read(folder.resolve("top/fake/top")).ref();
        edit(local, RECORD, "extends: top", pin("1", "0".repeat(64)));
        assertThat(problems(local))
                .containsExactly(
                        "record.yaml:3: extends: top is here, but not with this hash; to name"
                                + " the one that is here, write: extends: {pack: top, version: \"1\","
                                + " hash: "
                                + near.hash()
                                + "}");
        edit(local, RECORD, "0".repeat(64), "beef");
        assertThat(problems(local).getFirst()).contains("64 lower-case hexadecimal digits");
    }

    @Test
    void among_stored_files_another_parent_than_the_named_one_is_refused()
            throws IOException, PackException {
        copy("top");
        var local = folder.resolve("top/fake/local");
        var parent = Pack.read(folder.resolve("top")).ref();
        edit(local, RECORD, "extends: top", pin(parent.version(), parent.hash()));
        var files = new java.util.TreeMap<>(Pack.files(local));
        Pack.files(folder.resolve("top/fake/top"))
                .forEach((name, bytes) -> files.put("extends/top/" + name, bytes));
        var thrown = catchThrowableOfType(PackException.class, () -> Pack.read("local", files));
        assertThat(texts(thrown))
                .hasSize(1)
                .first()
                .asString()
                .contains("is here in another version");
    }

    @Test
    void the_report_says_that_the_parent_is_not_pinned_and_what_to_write() throws PackException {
        var report = Prover.of(Pack.parse(CASES.resolve("top/fake/local")));
        assertThat(report.isPinned()).isFalse();
        assertThat(ProofWording.layer(report.layers().getFirst()))
                .contains("cannot be put in force", "extends: {pack: top, version: \"1\", hash: ");
    }

    // Layers.

    @Test
    void a_layer_that_the_pack_passes_by_binds_once_somebody_names_it() throws PackException {
        var province = Pack.parse(CASES.resolve("top/generous/province"));
        var alone = new Prover(Prover.DEFAULT_LIMIT).prove(province, Layers.of(province));
        assertThat(alone.proof(Obligation.NO_RESTRICTION).verdict()).isEqualTo(Verdict.PROVED);
        assertThat(alone.layers()).extracting(LayerProof::verdict).containsExactly(Verdict.PROVED);
        assertThat(ProofWording.layersLookedAt(alone)).contains("No directives in force above");

        var state = Pack.read(CASES.resolve("top/generous"));
        var under = Layers.of(province).under(List.of(state));
        var report = new Prover(Prover.DEFAULT_LIMIT).prove(province, under);
        assertThat(report.proof(Obligation.NO_RESTRICTION).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.layers())
                .extracting(layer ->
                        layer.directive().id() + " " + layer.verdict() + " " + layer.inForce())
                .containsExactly("top PROVED true", "generous FAILED true");
    }

    @Test
    void a_parent_that_is_not_the_one_in_force_is_a_failure() throws PackException {
        var local = Pack.parse(CASES.resolve("top/fake/local"));
        var inForce = Pack.read(CASES.resolve("top"));
        var report =
                new Prover(Prover.DEFAULT_LIMIT)
                        .prove(local, Layers.of(local).under(List.of(inForce)));
        assertThat(report.layers())
                .extracting(LayerProof::verdict)
                .containsExactly(Verdict.PROVED, Verdict.FAILED);
        assertThat(report.proof(Obligation.NO_RESTRICTION).failures())
                .extracting(Failure::says)
                .anyMatch(says ->
                        says.startsWith("The pack extends top")
                                && says.contains("in force above it is"));
    }

    @Test
    void what_a_purpose_takes_from_people_is_held_against_a_layer_passed_by()
            throws IOException, PackException {
        var local = Pack.parse(local());
        var kinder = copy("d", "kinder");
        edit(kinder, ENGLISH, "purpose.return=S\npurpose.trip=S\n", "");
        var kind = "purposes:\n  - {id: settle, gives up: [residence], round trip: true}";
        append(kinder, "vocabulary.yaml", kind);
        var under = Layers.of(local).under(List.of(Pack.read(kinder)));
        var report = new Prover(Prover.DEFAULT_LIMIT).prove(local, under);
        assertThat(report.proof(Obligation.NO_RESTRICTION).failures())
                .extracting(Failure::says)
                .containsExactly(
                        "With the purpose settle, a traveller gives up something that they keep"
                                + " under kinder: nationality, way back.",
                        "With the purpose settle, a traveller comes back under kinder, but not"
                                + " here.");
    }

    private static final String CALENDAR =
            """
            calendars:
              - id: offices
                source: a law
                works on: [monday, tuesday, wednesday, thursday, friday]
                holidays:
                  - {name: C, every: 12-25}
            """;

    private static final String COAST =
            """
              - id: coast
                source: a law
                works on: [monday, tuesday, wednesday, thursday]
            """;

    private static final String COUNTED =
            "limits: {clearances: working days, decisions: working days}\n";

    private static String pin(String version, String hash) {
        return "extends: {pack: top, version: \"" + version + "\", hash: " + hash + "}";
    }

    private static List<String> restrictions(Path pack) throws PackException {
        return Prover.of(Pack.parse(pack)).proof(Obligation.NO_RESTRICTION).failures().stream()
                .map(Failure::says)
                .toList();
    }

    private Path top() throws IOException {
        return Files.isDirectory(folder.resolve("d")) ? folder.resolve("d") : copy("d", "d");
    }

    /** A pack that is as the one above it. */
    private Path local() throws IOException {
        top();
        var local = copy("d/d4-answer-days", "d/local");
        edit(local, AUTHORITIES, "limits:\n  answer days: 365\n", "");
        return local;
    }

    private static void append(Path pack, String file, String more) throws IOException {
        var path = pack.resolve(file);
        Files.writeString(path, Files.readString(path).stripTrailing() + "\n" + more + "\n");
    }

    private static void edit(Path pack, String file, String before, String after)
            throws IOException {
        var path = pack.resolve(file);
        var text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }

    private Path copy(String from, String to) throws IOException {
        var target = Files.createDirectories(folder.resolve(to));
        try (var files = Files.list(CASES.resolve(from))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(Objects.requireNonNull(file.getFileName())));
            }
        }
        return target;
    }

    /** With all that lies below. */
    private void copy(String tree) throws IOException {
        try (var all = Files.walk(CASES.resolve(tree))) {
            for (var one : all.toList()) {
                Files.copy(one, folder.resolve(CASES.relativize(one)));
            }
        }
    }

    private static List<String> problems(Path pack) {
        return texts(catchThrowableOfType(PackException.class, () -> Pack.read(pack)));
    }

    private static List<String> texts(PackException thrown) {
        return thrown.problems().stream().map(PackException.Problem::toString).toList();
    }
}
