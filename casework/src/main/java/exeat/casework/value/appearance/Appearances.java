package exeat.casework.value.appearance;

import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The appearances that offices asked of one traveller, in the order in which they did. */
@StoredAs(
        name = "appearances",
        fields = {"all"})
public record Appearances(List<Appearance> all) {

    public static final Appearances NONE = new Appearances(List.of());

    public Appearances {
        all = List.copyOf(all);
    }

    public int next() {
        return all.size() + 1;
    }

    /** How many count against what the directive allows. */
    public int counted() {
        return (int) all.stream().filter(Appearance::counts).count();
    }

    public Optional<Appearance> find(int number) {
        return all.stream().filter(one -> one.number() == number).findFirst();
    }

    public Appearances with(Appearance one) {
        var more = new ArrayList<>(all);
        more.add(one);
        return new Appearances(more);
    }

    /** What is not there stays away: a last view has not all of them. */
    public Appearances changed(int number, UnaryOperator<Appearance> change) {
        return new Appearances(
                all.stream().map(one -> one.number() == number ? change.apply(one) : one).toList());
    }

    /** What is open goes to another unit, with its time. */
    public Appearances handedOver(AuthorityId from, AuthorityId to) {
        return new Appearances(
                all.stream().map(one -> one.isOpen() ? one.handedOver(from, to) : one).toList());
    }
}
