package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.box.SplitBudget;
import exeat.rules.document.FeeTerms;
import exeat.rules.finding.Consequence;
import exeat.rules.pack.PackRecord;
import exeat.rules.pack.WordsBelow;
import exeat.rules.prove.Layers.Layer;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport.LayerProof;
import exeat.rules.prove.ask.AskedComparison;
import exeat.rules.prove.time.TimeRestriction;
import exeat.rules.prove.unit.UnitComparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Obligation 7 against one directive above: rules and burdens for every person, deadlines, what
 * purposes give up, units and where they are, what can be asked of everybody, texts and their
 * languages, and that it is the version that the pack names.
 */
final class LayerRestriction {

    /** The number of failures shown; a reader fixes these before reading more. */
    private static final int SHOWN = 50;

    private final ParsedPack local;
    private final Layer layer;
    private final Directive above;

    LayerRestriction(ParsedPack local, Layer layer) {
        this.local = local;
        this.layer = layer;
        this.above = layer.directive();
    }

    Proof prove(SplitBudget budget) {
        var rules = new RestrictionProof(local, above, budget).prove();
        var failures = new ArrayList<Failure>();
        another().ifPresent(failures::add);
        TimeRestriction.of(local, above).forEach(says -> failures.add(Failure.of(says)));
        fees().ifPresent(failures::add);
        failures.addAll(purposes());
        UnitComparison.of(local, above).forEach(says -> failures.add(Failure.of(says)));
        AskedComparison.of(local, above).forEach(says -> failures.add(Failure.of(says)));
        failures.addAll(words());
        failures.addAll(rules.failures());
        AskedComparison.languages(local, above).forEach(says -> failures.add(Failure.of(says)));
        var notes = new ArrayList<>(rules.notes());
        UnitComparison.notCompared(local, above).map(Failure::of).ifPresent(notes::add);
        UnitComparison.moved(local, above).map(Failure::of).ifPresent(notes::add);
        AskedComparison.translated(local, above, above.things()).stream()
                .map(Failure::of)
                .forEach(notes::add);
        int shown = Math.min(failures.size(), SHOWN);
        return new Proof(
                Obligation.NO_RESTRICTION,
                failures.isEmpty() ? rules.verdict() : Verdict.FAILED,
                failures.subList(0, shown),
                rules.more() + failures.size() - shown,
                notes,
                rules.conditions());
    }

    LayerProof line(Verdict verdict) {
        return new LayerProof(
                above.ref(),
                layer.inForce(),
                extender().map(by -> by.pack().extended().orElseThrow().isPinned()).orElse(true),
                verdict);
    }

    /** The pack, of this one and those that it extends, that extends the layer. */
    private Optional<ParsedPack> extender() {
        var at = Optional.of(local);
        while (at.isPresent()) {
            var parent = at.get().parent();
            if (parent.filter(above::isSameVersion).isPresent()) {
                return at;
            }
            at = parent.map(Directive::parsed);
        }
        return Optional.empty();
    }

    /** The pack extends another version of the layer that is in force. */
    private Optional<Failure> another() {
        if (!layer.inForce()) {
            return Optional.empty();
        }
        for (var at = local.parent(); at.isPresent(); at = at.get().parent()) {
            var own = at.get().ref();
            if (own.id().equals(above.ref().id()) && !at.get().isSameVersion(above)) {
                return Optional.of(
                        Failure.of(
                                "The pack extends "
                                        + ProofWording.name(own)
                                        + "; in force above it is "
                                        + ProofWording.name(above.ref())
                                        + ". Write: "
                                        + PackRecord.naming(above.ref())));
            }
        }
        return Optional.empty();
    }

    /**
     * A fee that is taken here and not above, or in another way. The amounts are compared for each
     * person, as numbers; so both must be of one currency.
     */
    private Optional<Failure> fees() {
        var own = local.fees();
        boolean any =
                local.tables().paper().rows().stream()
                        .anyMatch(row -> row.fee().compareTo(BigDecimal.ZERO) > 0);
        return own.filter(terms -> any && terms.isWorseThan(above.fees()))
                .map(terms ->
                        Failure.of(
                                "A fee is taken in another way. %s: %s; %s: %s."
                                        .formatted(
                                                above.ref().id(),
                                                above.fees().map(FeeTerms::words).orElse("none is"),
                                                local.ref().id(),
                                                terms.words())));
    }

    /** What a purpose takes from a traveller; a pack that extends the layer has its purposes. */
    private List<Failure> purposes() {
        var own = local.procedure().purposes();
        var failures = new ArrayList<Failure>();
        above.purposes()
                .meanings()
                .forEach((purpose, meaning) -> {
                    var more = EnumSet.noneOf(Consequence.class);
                    more.addAll(own.givesUp(purpose));
                    more.removeAll(meaning.givesUp());
                    boolean has = own.meanings().containsKey(purpose);
                    if (has && !more.isEmpty()) {
                        var words = more.stream().map(Consequence::word).toList();
                        failures.add(
                                Failure.of(
                                        ("With the purpose %s, a traveller gives up something"
                                                        + " that they keep under %s: %s.")
                                                .formatted(
                                                        purpose.word(),
                                                        above.ref().id(),
                                                        String.join(", ", words))));
                    }
                    if (has && meaning.roundTrip() && !own.isRoundTrip(purpose)) {
                        failures.add(
                                Failure.of(
                                        ("With the purpose %s, a traveller comes back under %s,"
                                                        + " but not here.")
                                                .formatted(purpose.word(), above.ref().id())));
                    }
                });
        return failures;
    }

    private List<Failure> words() {
        return WordsBelow.of(local.words(), above.messages(), above.things()).stream()
                .map(bad ->
                        Failure.of(
                                "%s, line %d: %s %s. Here it says: %s"
                                        .formatted(
                                                bad.own().file(),
                                                bad.own().line(),
                                                bad.own().key(),
                                                bad.message(above.ref().id()),
                                                bad.own().text())))
                .toList();
    }
}
