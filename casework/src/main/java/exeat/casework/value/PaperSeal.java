package exeat.casework.value;

import exeat.rules.source.StoredAs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What machines read on a travel authorisation. It is made once, when the paper is issued, and
 * printed from here ever after: a signature is another one each time that it is made.
 *
 * @param text of the barcode; empty once the person has been erased
 * @param zone the two lines of the machine-readable zone; empty once the person has been erased
 * @param own whether the person wrote the name in Latin letters; else it was spelled by rule
 * @param place where its revocation would be
 */
@StoredAs(
        name = "paper-seal",
        fields = {"text", "zone", "own", "place"})
public record PaperSeal(String text, String zone, boolean own, Place place) {

    /** What remains when the person has been erased: that the place is taken. */
    public PaperSeal withoutText() {
        return new PaperSeal("", "", own, place);
    }

    /**
     * Where one paper stands in the lists of revoked papers. Never given to another paper.
     *
     * @param list which list, such as the year in which it was issued
     * @param index from 0, at random, so that neighbours say nothing about each other
     */
    @StoredAs(
            name = "paper-place",
            fields = {"list", "index"})
    public record Place(String list, int index) {

        /** As it is kept beside the numbers of papers, so that no two papers have the same one. */
        public String text() {
            return list + "/" + index;
        }

        /** From such a text. */
        public static Place of(String text) {
            int slash = text.indexOf('/');
            return new Place(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
        }
    }

    /** The places that a person's papers had, the earliest first. */
    @StoredAs(
            name = "paper-places",
            fields = {"all"})
    public record Places(List<Place> all) {
        public Places {
            all = List.copyOf(all);
        }

        /** With that of one more paper; empty if there is none at all. */
        public static Optional<Places> of(Optional<Places> before, Optional<PaperSeal> seal) {
            var all =
                    Stream.concat(
                                    before.stream().flatMap(places -> places.all().stream()),
                                    seal.stream().map(PaperSeal::place))
                            .toList();
            return all.isEmpty() ? Optional.empty() : Optional.of(new Places(all));
        }
    }
}
