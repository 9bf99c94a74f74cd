package exeat.rules.prove.unit;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import exeat.rules.authority.UnitFunction;
import exeat.rules.authority.UnitFunctions;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.Source;
import exeat.rules.fact.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds every way in which the units of a local pack ask more of somebody than those of a directive
 * above: more parts of a crossing, an area without a unit that protects, an area that is no longer
 * addressed, and what {@link PlaceComparison} finds of places.
 *
 * <p>Areas are the same if their ids are. People of an area that is in only one tree cannot be
 * compared: {@link #notCompared}.
 */
public final class UnitComparison {

    private final Directive above;
    private final ParsedPack local;
    private final AuthorityTree theirs;
    private final AuthorityTree ours;
    private final PlaceComparison places;

    private UnitComparison(ParsedPack local, Directive above) {
        this.above = above;
        this.local = local;
        this.theirs = above.authorities();
        this.ours = local.procedure().authorities();
        this.places = new PlaceComparison(local, above);
    }

    /** A sentence for each; empty where the units of the local pack ask nothing more. */
    public static List<String> of(ParsedPack local, Directive above) {
        var units = new UnitComparison(local, above);
        var all = new ArrayList<String>();
        Stream.of(units.crossing(), units.protection(), units.addressed())
                .flatMap(Optional::stream)
                .forEach(all::add);
        all.addAll(units.places.all());
        return all;
    }

    /** What of the units is not compared, in a sentence; empty where all of it is. */
    public static Optional<String> notCompared(ParsedPack local, Directive above) {
        var units = new UnitComparison(local, above);
        if (!units.places.isComparable()) {
            return Optional.of(
                    ("Not covered: %s and %s have no area in common, so it was not compared where"
                                    + " people must go and who reviews.")
                            .formatted(local.ref().id(), above.ref().id()));
        }
        var only =
                Stream.concat(only(units.theirs, units.ours), only(units.ours, units.theirs))
                        .toList();
        return only.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        ("Not covered: where people of these areas must go, because only one of"
                                        + " %s and %s has them: %s.")
                                .formatted(
                                        local.ref().id(),
                                        above.ref().id(),
                                        String.join(", ", only)));
    }

    /**
     * Units of both whose place in the tree differs, in a sentence; empty if there are none. People
     * may have to go elsewhere although nothing that is compared is worse for them.
     */
    public static Optional<String> moved(ParsedPack local, Directive above) {
        var units = new UnitComparison(local, above);
        var moved =
                units.ours.all().stream()
                        .flatMap(unit ->
                                units.theirs.find(unit.id()).stream()
                                        .flatMap(there -> units.moved(there, unit).stream()))
                        .toList();
        return moved.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Units that lie elsewhere in the tree than under %s: %s."
                                .formatted(above.ref().id(), String.join("; ", moved)));
    }

    private Optional<String> moved(Authority there, Authority here) {
        return there.parent().equals(here.parent())
                ? Optional.empty()
                : Optional.of(
                        "%s, %s there and %s here"
                                .formatted(here.name(), place(theirs, there), place(ours, here)));
    }

    private static String place(AuthorityTree tree, Authority unit) {
        return unit.parent().map(up -> "in " + tree.get(up).name()).orElse("at the top");
    }

    private static Stream<String> only(AuthorityTree tree, AuthorityTree other) {
        return tree.all().stream()
                .filter(unit -> unit.supervises() && other.find(unit.id()).isEmpty())
                .map(Authority::name);
    }

    private Optional<String> crossing() {
        var parents = above.division();
        var own = local.procedure().division();
        if (own.crossing().size() <= parents.crossing().size()) {
            return Optional.empty();
        }
        return Optional.of(
                "A crossing has more parts, each recorded by a different unit. %s: %s; %s: %s."
                        .formatted(above.ref().id(), parts(parents), local.ref().id(), parts(own)));
    }

    private static String parts(UnitFunctions division) {
        return division.crossing().stream()
                .map(UnitFunction::word)
                .collect(Collectors.joining(", "));
    }

    /** An area where somebody hears those who claim protection, and here nobody does. */
    private Optional<String> protection() {
        return places.shared()
                .filter(area -> protects(theirs, area) && !protects(ours, area))
                .map(area ->
                        ("Under %s, a unit hears people in %s who claim protection; here no unit"
                                        + " does.")
                                .formatted(above.ref().id(), theirs.get(area.id()).name()))
                .findFirst();
    }

    private static boolean protects(AuthorityTree tree, Authority area) {
        return tree.unitFor(area.id(), Role.PROTECTS).plays(Role.PROTECTS);
    }

    /**
     * An area that is no longer addressed, so that its people go to the issuer; or one whose people
     * have another value of a fact that turns on it.
     */
    private Optional<String> addressed() {
        var fact =
                Stream.of(above.vocabulary(), local.vocabulary())
                        .flatMap(UnitComparison::residence)
                        .findFirst();
        return places.shared()
                .filter(area -> theirs.isAddressed(area.id()) != ours.isAddressed(area.id()))
                .filter(area -> fact.isPresent() || theirs.isAddressed(area.id()))
                .map(area -> fact.map(read -> addressed(read, area)).orElseGet(() -> lost(area)))
                .findFirst();
    }

    private String lost(Authority area) {
        return ("People who live in %s are addressed by %s but not by %s, so their cases go to the"
                        + " issuer.")
                .formatted(theirs.get(area.id()).name(), above.ref().id(), local.ref().id());
    }

    private String addressed(FactDefinition fact, Authority area) {
        boolean isAbove = theirs.isAddressed(area.id());
        return ("People who live in %s are addressed by %s but not by %s, so \"%s\" differs for"
                        + " them.")
                .formatted(
                        theirs.get(area.id()).name(),
                        isAbove ? above.ref().id() : local.ref().id(),
                        isAbove ? local.ref().id() : above.ref().id(),
                        fact.name().text());
    }

    private static Stream<FactDefinition> residence(Vocabulary vocabulary) {
        return vocabulary.facts().stream()
                .filter(fact -> fact.source() == Source.RESIDENCE_ADDRESSED);
    }
}
