package exeat.rules.authority;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Functions and their roles are a pack's own. */
class UnitFunctionsTest {

    private static final Path RESOURCES = Packs.root().resolve("rules/src/test/resources");
    private static final String DOCTOR =
            """
                  <rule id="doctor">
                    ANY
                    <outputEntry><text>"inoculation"</text></outputEntry>
                    <outputEntry><text>"inoculation"</text></outputEntry>
                    <outputEntry><text>5</text></outputEntry>
                    <annotationEntry><text></text></annotationEntry>
                    <annotationEntry><text>assumed</text></annotationEntry>
                    <annotationEntry><text></text></annotationEntry>
                  </rule>
                  <rule id="formalities-to-settle">
            """;
    private static final String UNIT =
            "  - {id: jl-in, parent: jl, function: inoculation, name: Jilin Inoculation Office}\n";
    private static final String WORDS =
            """
            function.inoculation=inoculation
            clearance.inoculation=Inoculation
            clearance.inoculation.explained=A doctor sees you. It is assumed.
            """;
    private static final Directive QUARANTINE =
            Packs.read(RESOURCES.resolve("divided").resolve("quarantine"));

    @Test
    void a_pack_names_its_functions_in_its_languages() {
        var police = new UnitFunction("border police");
        assertThat(QUARANTINE.name(police, Locale.ENGLISH)).isEqualTo("border police");
        assertThat(QUARANTINE.name(police, Locale.FRENCH)).isEqualTo("police aux frontières");
        assertThat(Packs.prc1963().name(new UnitFunction("customs"), Locale.CHINESE))
                .isEqualTo("海关");
    }

    @Test
    void the_directive_on_families_has_functions_of_its_own() {
        assertThat(Packs.eu2003().division().functions())
                .extracting(UnitFunction::word)
                .containsExactly(
                        "council",
                        "member state",
                        "consulate",
                        "immigration office",
                        "border police");
        assertThat(Packs.eu2003().division().crossing())
                .containsExactly(new UnitFunction("border police"));
    }

    @Test
    void a_local_pack_has_the_functions_of_what_it_extends() {
        var national = Packs.folder("eu-2003-86").resolve("national").resolve("e-documents");
        assertThat(Packs.read(national).division()).isEqualTo(Packs.eu2003().division());
        assertThat(Packs.read(national).name(new UnitFunction("consulate"), Locale.ENGLISH))
                .isEqualTo("consulate");
    }

    @Test
    void an_older_pack_has_the_earlier_five_functions_with_their_names() {
        var old = Packs.read(RESOURCES.resolve("packs").resolve("good"));
        assertThat(old.division().declared()).isFalse();
        assertThat(old.division().crossing())
                .extracting(UnitFunction::word)
                .containsExactly("border defence", "customs");
        assertThat(old.name(new UnitFunction("public security"), Locale.ENGLISH))
                .isEqualTo("public security");
    }

    @Test
    void a_supervising_unit_serves_only_if_no_unit_below_does() {
        var tree = QUARANTINE.authorities();
        assertThat(tree.unitFor(new AuthorityId("c-sein"), Role.HOLDS_FILES).id().text())
                .isEqualTo("c-sein");
        assertThat(tree.unitFor(new AuthorityId("c-sein"), Role.CLEARS).id().text())
                .isEqualTo("c-he");
        assertThat(tree.unitFor(new AuthorityId("c-sein"), Role.SUPERVISES).id().text())
                .isEqualTo("c-sein");
    }

    @Test
    void a_reviewer_is_above_those_who_decided_and_for_the_issuer_another() {
        assertThat(reviewers("c-brest", "c-brest")).startsWith("c", "m");
        assertThat(reviewers("c-brest", "c-brest", "c")).startsWith("m");
        assertThat(reviewers("m", "m")).startsWith("c").doesNotContain("m");
    }

    private static List<String> reviewers(String from, String... deciders) {
        var units = Set.of(deciders).stream().map(AuthorityId::new).toList();
        return QUARANTINE.authorities().reviewers(new AuthorityId(from), units).stream()
                .map(unit -> unit.id().text())
                .toList();
    }

    /** A clearance by an inoculation office needs only lines in the pack's files. */
    @Test
    void a_function_and_its_clearance_are_added_without_a_line_of_java() throws PackException {
        var files = new HashMap<>(Pack.files(Packs.folder("prc-1963")));
        replace(
                files,
                "authorities.yaml",
                Map.of(
                        "functions:\n",
                        "functions:\n  - {id: inoculation, roles: [clears]}\n",
                        "  - {id: jl-fa,",
                        UNIT + "  - {id: jl-fa,"));
        replace(
                files,
                "messages_en.properties",
                Map.of("function.committee", WORDS + "function.committee"));
        // A language that a pack has is whole, and names every unit.
        var english = "messages_en.properties";
        for (var name : Set.copyOf(files.keySet())) {
            if (!name.startsWith("messages_") || name.equals(english)) {
                continue;
            }
            replace(
                    files,
                    name,
                    Map.of(
                            "function.committee",
                            WORDS + "authority.jl-in=Jilin\nfunction.committee"));
        }
        var first = "      <rule id=\"formalities-to-settle\">\n";
        var any = "<inputEntry><text>-</text></inputEntry>".repeat(inputs(files, first));
        replace(files, "rules.dmn", Map.of(first, DOCTOR.replace("ANY", any)));
        var inoculation = Pack.read("prc-1963", files);
        assertThat(inoculation.division().of(new UnitFunction("inoculation")))
                .containsExactly(Role.CLEARS);
        var tree = inoculation.authorities();
        assertThat(
                        tree.unitFor(new AuthorityId("jl-yanji"), new UnitFunction("inoculation"))
                                .id()
                                .text())
                .isEqualTo("jl-in");
    }

    /** How many facts the table reads that has this rule. */
    private static int inputs(Map<String, byte[]> files, String rule) {
        var rules =
                new String(files.getOrDefault("rules.dmn", new byte[0]), StandardCharsets.UTF_8);
        var from = rules.substring(rules.indexOf(rule));
        return from.substring(0, from.indexOf("</rule>")).split("<inputEntry>", -1).length - 1;
    }

    private static void replace(
            Map<String, byte[]> files, String name, Map<String, String> changes) {
        files.computeIfPresent(
                name,
                (_, bytes) -> {
                    var text = new String(bytes, StandardCharsets.UTF_8);
                    for (var change : changes.entrySet()) {
                        assertThat(text).contains(change.getKey());
                        text = text.replace(change.getKey(), change.getValue());
                    }
                    return text.getBytes(StandardCharsets.UTF_8);
                });
    }
}
