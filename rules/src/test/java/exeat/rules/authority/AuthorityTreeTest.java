package exeat.rules.authority;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Packs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The hierarchy of 1963: who serves a place, and where a file goes up to. */
class AuthorityTreeTest {

    private static final AuthorityTree TREE = Packs.prc1963().authorities();
    private static final UnitFunction BORDER_DEFENCE = new UnitFunction("border defence");
    private static final UnitFunction CUSTOMS = new UnitFunction("customs");

    @Test
    void a_place_is_served_by_its_own_unit_or_by_the_nearest_above() {
        assertThat(unit("jl-tumen", BORDER_DEFENCE)).isEqualTo("jl-tumen-bd");
        assertThat(unit("jl-yanji", BORDER_DEFENCE)).isEqualTo("jl-bd");
        assertThat(unit("jl-yanji", new UnitFunction("committee"))).isEqualTo("jl-yanji");
        assertThat(unit("bj", CUSTOMS)).isEqualTo("cn-cu");
    }

    @Test
    void a_file_goes_up_within_its_function_to_the_issuer() {
        assertThat(above("jl-yanji-ps", 4)).containsExactly("jl-ps", "ne-ps", "cn-ps", "cn");
        assertThat(above("nm-arun-fa", 4)).containsExactly("nm-fa", "nc-fa", "cn-fa", "cn");
        assertThat(above("jl-yanji", 4)).containsExactly("jl", "ne", "cn", "cn");
    }

    @Test
    void the_addressees_areas_are_addressed_and_no_others() {
        assertThat(TREE.isAddressed(new AuthorityId("ln-dandong-cu"))).isTrue();
        assertThat(TREE.isAddressed(new AuthorityId("nm-ulanhot"))).isTrue();
        assertThat(TREE.isAddressed(new AuthorityId("bj"))).isFalse();
        assertThat(TREE.isAddressed(new AuthorityId("cn"))).isFalse();
    }

    @Test
    void a_border_post_has_border_defence_and_customs() {
        var posts = TREE.all().stream().filter(Authority::borderPost).toList();
        assertThat(posts).hasSizeGreaterThanOrEqualTo(8);
        for (var post : posts) {
            assertThat(TREE.unitFor(post.place(), BORDER_DEFENCE).borderPost()).isTrue();
            assertThat(TREE.unitFor(post.place(), CUSTOMS).borderPost()).isTrue();
        }
    }

    @Test
    void every_addressee_of_the_record_has_its_unit() {
        var names = TREE.all().stream().filter(Authority::addressee).map(Authority::name).toList();
        assertThat(Packs.prc1963().record().addressees())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    private static String unit(String place, UnitFunction function) {
        return TREE.unitFor(new AuthorityId(place), function).id().text();
    }

    private static List<String> above(String id, int steps) {
        return java.util.stream.Stream.iterate(
                        TREE.above(new AuthorityId(id)), unit -> TREE.above(unit.id()))
                .limit(steps)
                .map(unit -> unit.id().text())
                .toList();
    }
}
