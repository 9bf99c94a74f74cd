package exeat.store.ledger;

import exeat.casework.event.EventChain;
import exeat.store.Bytes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In which chains of its case a step stands, as its row says it: in one, or in those of everybody.
 * Its leaf has a link for each, which hides under a key whose leaf it is of; so a reader of the
 * step does not learn whether the one before it is another that they see.
 *
 * @param one the traveller's number, or {@link #OFFICE}
 * @param all how many travellers there are, where it stands in the chain of each, and in that of
 *     the person who filed and stays, which is 0
 */
public record Chain(Optional<Integer> one, Optional<Integer> all) {

    /** The chain of what belongs to no case. */
    public static final Chain NONE = new Chain(Optional.empty(), Optional.empty());

    /** What no traveller is told. */
    public static final int OFFICE = -1;

    /** The chain of an event, in a case of so many travellers. */
    public static Chain of(EventChain chain, int travellers) {
        return switch (chain) {
            case EventChain.OfTraveller(var no) ->
                    new Chain(Optional.of(no.number()), Optional.empty());
            case EventChain.OfCase() -> new Chain(Optional.empty(), Optional.of(travellers));
            case EventChain.OfOffice() -> new Chain(Optional.of(OFFICE), Optional.empty());
        };
    }

    /** As the columns {@code chain} and {@code chains} of a row say it. */
    public static Chain of(ResultSet row) throws SQLException {
        return new Chain(
                Optional.ofNullable(row.getObject("chain", Integer.class)),
                Optional.ofNullable(row.getObject("chains", Integer.class)));
    }

    /** The numbers of the chains, in their order. */
    public IntStream numbers() {
        return one.map(IntStream::of)
                .orElseGet(() -> all.map(n -> IntStream.rangeClosed(0, n)).orElse(IntStream.of()));
    }

    /** Whether a step stands in a chain. */
    public boolean has(int number) {
        return numbers().anyMatch(one -> one == number);
    }

    /** What opens a step's link in a chain, and no other of it. */
    public static Bytes key(Bytes blind, int number) {
        return blind.then(Bytes.utf8("chain " + number)).sha256();
    }

    /** The link of a step in a chain to the leaf of the step before it, which may be nothing. */
    public static String link(Bytes blind, int number, Bytes before) {
        return number + ":" + key(blind, number).then(before).sha256().hex();
    }

    /**
     * The links of a leaf.
     *
     * @param before the last leaf of a chain by its number; nothing for none
     */
    public String links(Bytes blind, IntFunction<Bytes> before) {
        return numbers()
                .mapToObj(no -> link(blind, no, before.apply(no)))
                .collect(Collectors.joining(" "));
    }
}
