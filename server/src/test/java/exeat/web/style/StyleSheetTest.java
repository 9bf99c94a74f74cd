package exeat.web.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The style sheet has the rules that pages use, and no others. */
class StyleSheetTest {

    private static final Path LIST = Path.of("src/main/resources/exeat/web/used-classes.txt");

    /** As written in a template or in code; an open end is filled in later. */
    private static final Pattern WRITTEN = Pattern.compile("\\b(govuk-[a-z0-9_-]+)(\\{)?");

    @Test
    void a_rule_for_a_class_that_no_page_uses_is_left_out() {
        var sheet = new StyleSheet(Set.of("govuk-a", "govuk-b--*"));
        var css =
                ":root{--x:1}.govuk-a,.govuk-z{color:red}.govuk-z:hover{x:y}"
                        + "@media print{.govuk-z{a:b}}@media (min-width:1em){.govuk-b--red{a:b}}"
                        + ".govuk-a:not(.govuk-z):is(p,.govuk-z){a:b}p{c:d}"
                        + ".exeat-own .govuk-a{e:f}@keyframes k{0%{a:b}to{c:d}}";

        assertThat(sheet.reduce(css))
                .isEqualTo(
                        ":root{--x:1}.govuk-a{color:red}"
                                + "@media (min-width:1em){.govuk-b--red{a:b}}p{c:d}"
                                + ".exeat-own .govuk-a{e:f}@keyframes k{0%{a:b}to{c:d}}");
    }

    /** With {@code -Dexeat.golden=write} the list is written again. */
    @Test
    void the_list_has_every_class_that_a_template_or_a_page_writes() throws IOException {
        var written = new TreeSet<String>();
        for (var folder : Set.of("src/main/resources/templates", "src/main/java")) {
            try (var files = Files.walk(Path.of(folder))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    collect(Files.readString(file), written);
                }
            }
        }
        collect(Files.readString(Path.of("src/main/resources/exeat/web/exeat.css")), written);
        var text = String.join("\n", written) + "\n";
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(LIST, text);
        }
        assertThat(Files.readString(LIST)).isEqualTo(text);
    }

    private static void collect(String text, Set<String> written) {
        WRITTEN.matcher(text)
                .results()
                .forEach(found -> {
                    var name = found.group(1);
                    boolean open = found.group(2) != null && name.endsWith("-");
                    if (open) {
                        written.add(name + "*");
                    } else if (!name.endsWith("-") && !name.startsWith("govuk-frontend")) {
                        written.add(name);
                    }
                });
    }

    /** As sent, compressed: the bar is 40 kB for a first page with it. */
    @Test
    void it_is_small() {
        var assets = new Assets();
        assertThat(assets.plain().length).isLessThan(80_000);
        assertThat(assets.zipped().length).isLessThan(12_000);
        var css = new String(assets.plain(), StandardCharsets.UTF_8);
        assertThat(css)
                .contains(".govuk-button{", ".govuk-button--warning", ".exeat-header{")
                .doesNotContain("govuk-accordion", "govuk-cookie-banner", "@font-face");
        assertThat(Objects.requireNonNull(css)).contains("Crown copyright");
    }
}
