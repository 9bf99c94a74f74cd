package exeat.rules.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class CitationTest {

    @Test
    void laws_are_cited_as_they_number_themselves() {
        for (var real :
                List.of(
                        "1",
                        "2.1",
                        "7(1)(c)",
                        "30a",
                        "25b(1)",
                        "E-ECP.3.1",
                        "II.2",
                        "Annex",
                        "Annex II",
                        "§ 104c",
                        "§§ 7–9",
                        "7-9",
                        "57/6",
                        "Art. 7(1)",
                        "5 kap. 3 §",
                        "(1)(a)",
                        "第三条",
                        "2(1)-(3)")) {
            assertThat(Citation.fault(real)).as(real).isEmpty();
        }
    }

    @Test
    void an_invalid_citation_is_told_why() {
        assertThat(Citation.fault("7=8")).get().asString().contains("may contain only");
        assertThat(Citation.fault("7\n8")).get().asString().contains("may contain only");
        assertThat(Citation.fault("7<b>")).get().asString().contains("may contain only");
        assertThat(Citation.fault("(§)"))
                .get()
                .asString()
                .contains("neither a letter nor a number");
        assertThat(Citation.fault("7(1")).get().asString().contains("an unmatched bracket");
        assertThat(Citation.fault("7)1(")).get().asString().contains("an unmatched bracket");
        assertThat(Citation.fault("7((1))")).get().asString().contains("an unmatched bracket");
        assertThat(Citation.fault("7..1"))
                .get()
                .asString()
                .contains("must not begin or end with a sign");
        assertThat(Citation.fault("7."))
                .get()
                .asString()
                .contains("must not begin or end with a sign");
        assertThat(Citation.fault("7(1.)"))
                .get()
                .asString()
                .contains("must not begin or end with a sign");
        assertThat(Citation.fault("7()"))
                .get()
                .asString()
                .contains("must not begin or end with a sign");
        assertThat(Citation.fault("1".repeat(41))).contains("has more than 40 characters");
    }

    @Test
    void they_are_sorted_as_a_lawyer_looks_them_up() {
        var sorted =
                List.of(
                        "1",
                        "2",
                        "2.1",
                        "2(1)(a)",
                        "2.9",
                        "2.10",
                        "2a",
                        "9",
                        "§ 10",
                        "25b",
                        "25b(1)",
                        "25b(2)",
                        "25b(10)",
                        "25c",
                        "30",
                        "30a",
                        "30aa",
                        "30b",
                        "31(a)",
                        "31(i)",
                        "31(ii)",
                        "31(iv)",
                        "31(v)",
                        "31(viii)",
                        "31(ix)",
                        "31(x)",
                        "31(xix)",
                        "31(xx)",
                        "31(xl)",
                        "31(y)",
                        "104",
                        "Annex",
                        "Annex I",
                        "Annex II",
                        "Annex IX",
                        "Annex X",
                        "E-ECP.3.1",
                        "E-ECP.3.2");
        assertThat(sorted).isSortedAccordingTo(Citation.ORDER);
        var mixed = new ArrayList<>(sorted.reversed());
        mixed.sort(Citation.ORDER);
        assertThat(mixed).isEqualTo(sorted);
    }

    @Test
    void the_order_is_one_whatever_is_compared() {
        var all = every("1iax.", 4);
        var sorted = new ArrayList<>(all);
        sorted.sort(Citation.ORDER);
        var wrong = new ArrayList<String>();
        for (int low = 0; low < sorted.size(); low++) {
            for (int high = low + 1; high < sorted.size(); high++) {
                var one = sorted.get(low);
                var other = sorted.get(high);
                if (Citation.ORDER.compare(one, other) >= 0
                        || Citation.ORDER.compare(other, one) <= 0) {
                    wrong.add(one + " and " + other);
                }
            }
        }
        assertThat(sorted).hasSizeGreaterThan(300);
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_citation_has_an_address_of_its_own() {
        var seen = new HashMap<String, String>();
        var shared = new ArrayList<String>();
        for (var one : every("1a.-– (§)/", 5)) {
            var anchor = Citation.anchor(one);
            if (!anchor.matches("[A-Za-z0-9()_~-]+") || seen.put(anchor, one) != null) {
                shared.add(anchor + " of " + one);
            }
        }
        assertThat(seen).hasSizeGreaterThan(1000);
        assertThat(shared).isEmpty();
        assertThat(Citation.anchor("2.1")).isEqualTo("2-1");
        assertThat(Citation.anchor("§ 104c")).isEqualTo("~a7~_104c");
    }

    @Test
    void two_that_differ_in_spaces_dashes_or_case_can_be_taken_for_each_other() {
        assertThat(Citation.readsLike("30 a", "30A")).isTrue();
        assertThat(Citation.readsLike("7-9", "7–9")).isTrue();
        assertThat(Citation.readsLike("§ 7", "7")).isTrue();
        assertThat(Citation.readsLike("2.1", "21")).isFalse();
    }

    /** Every citation of up to so many of these signs. */
    private static List<String> every(String signs, int most) {
        var all = new ArrayList<String>();
        var open = new ArrayList<>(List.of(""));
        for (int length = 1; length <= most; length++) {
            var longer = new ArrayList<String>();
            for (var text : open) {
                signs.chars().forEach(sign -> longer.add(text + (char) sign));
            }
            longer.stream().filter(text -> Citation.fault(text).isEmpty()).forEach(all::add);
            open.clear();
            open.addAll(longer);
        }
        return all;
    }
}
