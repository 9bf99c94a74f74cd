package exeat.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TileTest {

    @Test
    void a_path_has_three_digits_an_element() {
        assertThat(new Tile(0, 0, 256).path()).isEqualTo("tile/0/000");
        assertThat(new Tile(1, 999, 17).path()).isEqualTo("tile/1/999.p/17");
        assertThat(new Tile(0, 1234067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(new Tile(Tile.ENTRIES, 1000, 1).path()).isEqualTo("tile/entries/x001/000.p/1");
    }

    @Test
    void a_path_is_read_back_and_nothing_else_is_a_path() {
        for (var tile :
                new Tile[] {
                    new Tile(0, 0, 1),
                    new Tile(7, 5, 255),
                    new Tile(Tile.ENTRIES, 1_002_003, 256),
                    new Tile(2, 1_000, 256)
                }) {
            assertThat(Tile.parse(tile.path())).contains(tile);
        }
        for (var path :
                new String[] {
                    "tile/0/0",
                    "tile/0/000.p/0",
                    "tile/0/000.p/256",
                    "tile/0/000.p/01",
                    "tile/8/000",
                    "tile/0/x000/001",
                    "tile/0/001/002",
                    "tile/0/x001",
                    "tile/00/000",
                    "tile/entries/000/",
                    "/tile/0/000",
                    "tile/data/000",
                    "tile/0/../000",
                    ""
                }) {
            assertThat(Tile.parse(path)).as(path).isEmpty();
        }
    }

    @Test
    void a_tree_of_70000_has_the_partial_tiles_of_the_specification() {
        assertThat(Stream.of(0, 1, 2).map(level -> last(level, 70_000)))
                .containsExactly("tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1");
    }

    private static String last(int level, long size) {
        return Tile.holding(level, Tile.across(level, size) - 1, size).path();
    }

    @Test
    void a_bundle_has_each_entry_after_its_length() {
        assertThat(EntryBundle.encode(java.util.List.of(new byte[] {7, 8}, new byte[0])))
                .containsExactly(0, 2, 7, 8, 0, 0);
        assertThatThrownBy(() -> EntryBundle.encode(java.util.List.of(new byte[65_536])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
