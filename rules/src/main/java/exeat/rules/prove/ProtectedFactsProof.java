package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.ClassSet;
import exeat.rules.box.SplitBudget.LimitReached;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueText;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Regression.Found;
import exeat.rules.prove.Regression.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Obligation 6: for all other facts, a shielded value (every value, if the fact shields none) is at
 * least as good as every other and as withholding, and no disclosed value gives less than
 * withholding; what every disclosed value gives, withholding gives too ({@link WithholdingProof});
 * and so for its declared proxies ({@link ProxyProof}). Links that nobody satisfies fail here,
 * because this is the first obligation that assumes them.
 */
final class ProtectedFactsProof {

    /**
     * For a fact with more classes, only shielded values and withholding are compared for notes.
     */
    private static final int FEW = 12;

    private final OutcomeFunctions functions;
    private final FactSpace space;
    private final Side plain;

    ProtectedFactsProof(OutcomeFunctions functions) {
        this.functions = functions;
        this.space = functions.space();
        this.plain = Side.of(functions);
    }

    void prove(ProofAttempt proving) {
        var facts = protectedFacts();
        var pack = functions.pack();
        facts.forEach(fact -> revealed(proving, fact));
        VacuityProof.unkept(proving, pack, pack.vocabulary(), pack.links());
        var linked = ProxyFacts.of(pack, proving.budget());
        boolean tied =
                linked.isPresent() && new ProxyProof(linked.get(), proving.budget()).prove(proving);
        if (!tied && facts.isEmpty()) {
            proving.nothingToProve(
                    "No rule reads a protected fact, or one that links tie to a shielded value.");
            return;
        }
        var withholding =
                linked.map(WithholdingProof::new)
                        .orElseGet(() -> new WithholdingProof(functions, List.of()));
        for (int fact : facts) {
            for (var value : space.shielded(fact)) {
                shielded(proving, fact, value);
            }
            disclosed(proving, fact);
            withholding.prove(proving, space.fact(fact).name());
        }
        try {
            facts.forEach(fact -> differences(proving, fact));
        } catch (LimitReached limit) {
            proving.note(Failure.of("Not every difference could be listed within the limit."));
        }
    }

    /**
     * Finds rules that are cited only for people who disclosed the fact, so that everybody who sees
     * the citation learns it.
     */
    private void revealed(ProofAttempt proving, int fact) {
        var withheld = ClassSet.of(space.classOf(fact, Value.WITHHELD));
        var search = proving.search();
        for (var cited : functions.cited()) {
            var here = List.of(functions.citedBy(cited::equals));
            if (cited.paragraph().revealsProtected()
                    || search.find(space.all().with(fact, withheld), here).isPresent()) {
                continue;
            }
            search.find(space.all(), here)
                    .ifPresent(somebody ->
                            proving.fail(
                                    proving.shown(
                                            ("%s is not marked 'reveals protected', but is cited"
                                                            + " only for people who disclose %s.")
                                                    .formatted(
                                                            cited.words(), space.fact(fact).name()),
                                            somebody,
                                            here)));
        }
    }

    private List<Integer> protectedFacts() {
        return IntStream.range(0, space.dimensions().size())
                .filter(at -> space.fact(at).isProtected())
                .boxed()
                .toList();
    }

    private void shielded(ProofAttempt proving, int fact, Value value) {
        int valueClass = space.classOf(fact, value);
        for (var found : worse(proving, fact, Side.fixed(functions, fact, valueClass), plain)) {
            var says =
                    space.fact(fact).shielded().isEmpty()
                            ? "%s shields no value, so none may count against anybody: %s does."
                                    .formatted(space.fact(fact).name(), ValueText.of(value))
                            : "The shielded value %s of %s counts against the person."
                                    .formatted(ValueText.of(value), space.fact(fact).name());
            proving.fail(pair(proving, says, found, fact, ClassSet.of(valueClass), true));
        }
    }

    private void disclosed(ProofAttempt proving, int fact) {
        int withheld = space.classOf(fact, Value.WITHHELD);
        for (var found : worse(proving, fact, plain, Side.fixed(functions, fact, withheld))) {
            var says = "Disclosing it counts against the person: " + space.fact(fact).name() + ".";
            proving.fail(pair(proving, says, found, fact, ClassSet.of(withheld), false));
        }
    }

    /** Differences in which one value helps more than another: allowed, but shown. */
    private void differences(ProofAttempt proving, int fact) {
        for (int better = 0; better < space.count(fact); better++) {
            var value = space.dimensions().get(fact).sample(better);
            if (space.count(fact) > FEW && !space.shielded(fact).contains(value)) {
                continue;
            }
            for (var found : worse(proving, fact, plain, Side.fixed(functions, fact, better))) {
                var says =
                        "Two people who differ only in "
                                + space.fact(fact).name()
                                + " get different results.";
                proving.note(pair(proving, says, found, fact, ClassSet.of(better), false));
            }
        }
    }

    private List<Found> worse(ProofAttempt proving, int fact, Side left, Side right) {
        var all = new ArrayList<Found>();
        var worse = new Regression(proving.search(), space.all(), List.of());
        for (var aspect : functions.aspects()) {
            var own = functions.valued(aspect);
            if (own.labelled(OutcomeFunctions.scale(own, own)).reads(fact, space.count(fact))) {
                all.addAll(worse.in(aspect, left, right));
            }
        }
        for (var ground : functions.grounds()) {
            if (functions.standing(ground).reads(fact, space.count(fact))) {
                all.addAll(worse.in(ground, left, right));
            }
        }
        return all;
    }

    /**
     * Two people who differ in the fact alone, the one who comes out worse first.
     *
     * @param fixed the class of the side that does not depend on the fact
     * @param fixedIsWorse whether that side is the left one, which gives less
     */
    private Failure pair(
            ProofAttempt proving,
            String says,
            Found found,
            int fact,
            ClassSet fixed,
            boolean fixedIsWorse) {
        var others = found.region();
        var worse = fixedIsWorse ? others.with(fact, fixed) : others;
        var better = fixedIsWorse ? others : others.with(fact, fixed);
        var one = proving.person(worse);
        var other = same(proving.person(better), one, fact);
        var region = space.words(others.with(fact, space.every(fact)));
        var values =
                space.fact(fact).name()
                        + " "
                        + values(worse, fact)
                        + " instead of "
                        + values(better, fact);
        return new Failure(
                says,
                values + ", with " + region,
                space.narrowed(others),
                List.of(new Person(one, found.left()), new Person(other, found.right())));
    }

    private Facts same(Facts from, Facts others, int fact) {
        var name = space.fact(fact).name();
        return others.with(name, from.value(name).orElseThrow());
    }

    private String values(Box box, int fact) {
        return space.words(space.all().with(fact, box.set(fact)))
                .replaceFirst("^" + space.fact(fact).name() + " is ", "");
    }
}
