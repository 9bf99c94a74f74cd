package exeat.desk.projection;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.InvolvedUnits;
import exeat.casework.access.Mandate;
import exeat.desk.Town;
import exeat.rules.Pack;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CaseSightTest {

    private static final AuthorityId HOLDER = new AuthorityId("jl-yanji-fa");

    private static AuthorityTree tree() throws Exception {
        return Pack.read(Town.packs().resolve("prc-1963")).authorities();
    }

    private static Set<AuthorityId> posts(AuthorityTree tree) {
        return tree.all().stream()
                .filter(InvolvedUnits::recordsCrossings)
                .map(Authority::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void all_border_posts_are_one_row_of_a_case_and_some_are_a_row_each() throws Exception {
        var tree = tree();
        var posts = posts(tree);
        assertThat(posts).hasSizeGreaterThan(2);
        var involved = new TreeSet<>(posts);
        involved.add(HOLDER);
        assertThat(CaseSight.of(involved, tree))
                .containsExactlyInAnyOrder(HOLDER.text(), CaseSight.EVERY_POST);
        involved.remove(posts.iterator().next());
        assertThat(CaseSight.of(involved, tree)).isEqualTo(Projections.texts(involved));
    }

    /** For each unit, with a paper out and without one: it sees what it saw by a row for each. */
    @Test
    void every_unit_sees_what_it_would_see_with_a_row_for_each_post() throws Exception {
        var tree = tree();
        var posts = posts(tree);
        var withPaper = new TreeSet<>(posts);
        withPaper.add(HOLDER);
        var one = new TreeSet<>(Set.of(HOLDER, posts.iterator().next()));
        for (var involved : Set.of(withPaper, one, new TreeSet<>(Set.of(HOLDER)))) {
            for (var unit : tree.all()) {
                boolean before = !Collections.disjoint(involved, Mandate.scope(tree, unit.id()));
                boolean now =
                        !Collections.disjoint(
                                CaseSight.of(involved, tree), CaseSight.scope(tree, unit.id()));
                assertThat(now).as("%s sees %s", unit.id(), involved).isEqualTo(before);
            }
        }
    }

    @Test
    void a_unit_without_a_post_in_its_scope_has_not_the_row_of_all_posts() throws Exception {
        assertThat(CaseSight.scope(tree(), new AuthorityId("jl-yanji-ps")))
                .doesNotContain(CaseSight.EVERY_POST);
    }
}
