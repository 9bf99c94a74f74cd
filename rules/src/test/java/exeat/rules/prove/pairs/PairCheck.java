package exeat.rules.prove.pairs;

import com.microsoft.z3.Context;
import com.microsoft.z3.Status;
import exeat.rules.Directive;
import exeat.rules.DirectiveComparison;
import exeat.rules.Interview;
import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.canonical.FormRules;
import exeat.rules.document.Paragraph;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.prove.DirectiveImpact;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport;
import exeat.rules.prove.Prover;
import exeat.rules.prove.Z3Pack;
import exeat.rules.reference.Judge;
import exeat.rules.reference.ReferenceEvaluator;
import exeat.rules.reference.ReferenceFinding;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One pair of packs, or three, by chance: what is proved, shown, compared, decided and asked of the
 * lowest is held to the reference evaluator, which tries everybody, and to Z3.
 *
 * <p>A disagreement throws {@link AssertionError} that names the seed.
 */
final class PairCheck {

    /** So many people of whom not all is known are decided under each pack. */
    private static final int PARTLY_KNOWN = 8;

    private final long seed;
    private final Tally tally;
    private final Random random;

    private PairCheck(long seed, Tally tally) {
        this.seed = seed;
        this.tally = tally;
        this.random = new Random(~seed);
    }

    static void run(long seed, Tally tally) throws PackException {
        new PairCheck(seed, tally).run();
    }

    private void run() throws PackException {
        var made = made(seed);
        if (made.isPresent()) {
            check(made.get().low(), made.get().above(), made.get().sound());
        } else {
            tally.skipped++;
        }
    }

    /** The lowest pack, those above it, the nearest first, and itself if it is sound. */
    record Made(ParsedPack low, List<Directive> above, Optional<Directive> sound) {}

    /** The packs of a seed; empty if one that is above another is not sound. */
    static Optional<Made> made(long seed) throws PackException {
        var layers = RandomLayers.of(seed);
        var files = Map.<String, byte[]>of();
        var above = new ArrayList<Directive>();
        for (var name : layers.names()) {
            var here = new TreeMap<>(layers.files(name));
            var below = above.isEmpty() ? "" : "extends/" + above.getFirst().ref().id() + "/";
            files.forEach((file, bytes) -> here.put(below + file, bytes));
            var pack = Pack.parse(name, here);
            boolean sound = pack.faults().size() == pack.missingWords().size();
            files = worded(pack, here);
            if (name.equals("low")) {
                var whole =
                        sound ? Optional.of(Pack.read(name, files)) : Optional.<Directive>empty();
                return Optional.of(new Made(pack, above, whole));
            }
            if (!sound) {
                break;
            }
            above.addFirst(Pack.read(name, files));
        }
        return Optional.empty();
    }

    /** With a word for each key that is missing. */
    private static Map<String, byte[]> worded(ParsedPack pack, Map<String, byte[]> files) {
        var missing = pack.missingKeys().getOrDefault("en", List.of());
        var whole = new TreeMap<>(files);
        if (missing.isEmpty()) {
            return whole;
        }
        var words = String.join("=x\n", missing) + "=x\n";
        whole.put("messages_en.properties", words.getBytes(StandardCharsets.UTF_8));
        return whole;
    }

    private void check(ParsedPack low, List<Directive> above, Optional<Directive> sound) {
        var forms = new ArrayList<FormRules>();
        forms.add(low.form());
        above.forEach(one -> forms.add(one.form().rules()));
        var people = new People(forms);
        var judged = new Judged(low.form(), people);
        var report = Prover.of(low);
        tally.count(report, above.size(), low);
        alone(people, judged, low, report);
        if (judged.hasRefusal() || report.proof(Obligation.ANSWERS).verdict() == Verdict.FAILED) {
            return;
        }
        helps(people, judged, low, report);
        for (int at = 0; at < above.size(); at++) {
            var upper = new Judged(forms.get(at + 1), people);
            layer(new LayerOracle(people, judged, upper), at, above.get(at), low, report);
        }
        confirm(report.proof(Obligation.NO_RESTRICTION), judged, above);
        sound.ifPresent(directive -> decided(directive, people, judged, above, report));
    }

    // The obligations of the pack alone.

    private void alone(People people, Judged judged, ParsedPack low, ProofReport report) {
        var everybody = IntStream.range(0, people.count()).mapToObj(people::facts).toList();
        same(report, Obligation.ANSWERS, everybody.stream().allMatch(judged::covered));
        same(report, Obligation.AGREES, everybody.stream().noneMatch(judged::disagree));
        same(report, Obligation.NOTHING_HIDDEN, !judged.hidesARule(everybody));
        same(report, Obligation.CITES, cites(low));
        same(report, Obligation.NEVER_REFUSES, !judged.hasRefusal());
        boolean somebody = everybody.stream().anyMatch(judged::refuses);
        boolean shown =
                people(report, Obligation.NEVER_REFUSES).stream()
                        .anyMatch(facts -> judged.refuses(Judge.values(facts)));
        expect(shown == somebody, "somebody who is refused: " + somebody);
        for (var facts : people(report, Obligation.ANSWERS)) {
            expect(!judged.covered(Judge.values(facts)), "not left out: " + facts);
        }
        for (var facts : people(report, Obligation.AGREES)) {
            expect(judged.disagree(Judge.values(facts)), "no disagreement: " + facts);
        }
        for (var facts : people(report, Obligation.NOTHING_HIDDEN)) {
            boolean several =
                    judged.form().decisions().stream()
                            .filter(Judged::picks)
                            .anyMatch(one -> judged.matching(one, Judge.values(facts)).size() > 1);
            expect(several, "nothing hidden: " + facts);
        }
    }

    private static boolean cites(ParsedPack low) {
        return low.form().decisions().stream()
                .flatMap(decision -> decision.rules().stream())
                .allMatch(rule -> rule.citation().paragraph().filter("1"::equals).isPresent());
    }

    private List<Facts> people(ProofReport report, Obligation obligation) {
        var people =
                report.proof(obligation).failures().stream()
                        .flatMap(failure -> failure.people().stream())
                        .map(Proof.Person::facts)
                        .toList();
        tally.witnesses += people.size();
        return people;
    }

    private void same(ProofReport report, Obligation obligation, boolean holds) {
        var verdict = report.proof(obligation).verdict();
        expect(
                verdict == (holds ? Verdict.PROVED : Verdict.FAILED)
                        || (holds && verdict == Verdict.NOTHING_TO_PROVE),
                obligation + " is " + verdict + ", the judge says " + holds);
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("seed " + seed + ": " + what);
        }
    }

    private void helps(People people, Judged judged, ParsedPack low, ProofReport report) {
        var oracle = new ProtectedOracle(people, judged);
        boolean nobody = new LayerOracle(people, judged, judged).linksLeaveNobody(judged);
        boolean proxies = oracle.proxiesHelp();
        tally.proxies += proxies ? 0 : 1;
        boolean isPrivate = oracle.keepsPrivate(revealing(low));
        tally.revealing += isPrivate ? 0 : 1;
        same(report, Obligation.PROTECTED_HELPS, oracle.helps() && !nobody && proxies && isPrivate);
        for (var failure : report.proof(Obligation.PROTECTED_HELPS).failures()) {
            if (failure.people().isEmpty()) {
                continue;
            }
            var shown = failure.people().stream().map(Proof.Person::facts).toList();
            tally.witnesses += shown.size();
            var worse = decide(judged.evaluator(), shown.getFirst());
            for (var other : shown.subList(1, shown.size())) {
                expect(
                        !worse.atLeastAsGoodAs(decide(judged.evaluator(), other)),
                        "not worse: " + failure);
            }
        }
    }

    /** The paragraphs that are marked to reveal what is protected. */
    private static Set<String> revealing(ParsedPack pack) {
        return pack.record().paragraphs().stream()
                .filter(Paragraph::revealsProtected)
                .map(Paragraph::number)
                .collect(Collectors.toSet());
    }

    private static ReferenceFinding decide(ReferenceEvaluator evaluator, Facts facts) {
        return evaluator.decide(Judge.known(facts));
    }

    // Obligation 7.

    private void layer(
            LayerOracle oracle, int at, Directive upper, ParsedPack low, ProofReport report) {
        var verdict = report.layers().get(at).verdict();
        boolean isPrivate = oracle.keepsPrivate(revealing(low), revealing(upper.parsed()));
        boolean holds = oracle.holds() && isPrivate;
        expect(
                verdict == (holds ? Verdict.PROVED : Verdict.FAILED),
                "against "
                        + upper.ref().id()
                        + " it is "
                        + verdict
                        + ", the judge says: all known "
                        + oracle.holdsOfWhomAllIsKnown()
                        + ", left out "
                        + oracle.leavesSomebodyOut()
                        + ", unanswered "
                        + oracle.holdsOfWhoDoesNotAnswer()
                        + ", meantime "
                        + oracle.holdsInTheMeantime()
                        + ", private "
                        + isPrivate);
        tally.layers++;
        if (at == 0) {
            z3(upper, low, oracle.holdsOfWhomAllIsKnown());
        }
    }

    @SuppressWarnings("unchecked") // Z3's own varargs of generic terms.
    private void z3(Directive upper, ParsedPack low, boolean holds) {
        if (seed % tally.oneInZ3 != 0) {
            return;
        }
        try (var context = new Context()) {
            var solver = context.mkSolver();
            var theirs = new Z3Pack(context, upper.parsed());
            var ours = new Z3Pack(context, low);
            solver.add(ours.domain());
            low.links().forEach(link -> solver.add(ours.link(link)));
            solver.add(ours.worse(theirs));
            var status = solver.check();
            expect(
                    status == (holds ? Status.UNSATISFIABLE : Status.SATISFIABLE),
                    "Z3 says " + status + ", the judge says " + holds);
        }
        tally.z3++;
    }

    private void confirm(Proof proof, Judged judged, List<Directive> above) {
        for (var failure : proof.failures()) {
            if (failure.people().isEmpty()
                    || failure.says().startsWith("The links exclude")
                    || failure.says().startsWith("Paragraph ")) {
                continue;
            }
            tally.witnesses++;
            boolean shown = false;
            for (var upper : above) {
                var facts = failure.people().getFirst().facts();
                var theirs =
                        decide(
                                new ReferenceEvaluator(upper.form().rules()),
                                known(facts, upper.parsed()));
                shown |= !decide(judged.evaluator(), facts).atLeastAsGoodAs(theirs);
            }
            expect(shown, "nobody loses: " + failure);
        }
    }

    private static Facts known(Facts facts, ParsedPack pack) {
        var known = new TreeMap<>(facts.values());
        known.keySet().removeIf(name -> pack.vocabulary().definition(name).isEmpty());
        var sets = new TreeMap<>(facts.sets());
        sets.keySet().removeIf(name -> pack.vocabulary().definition(name).isEmpty());
        return new Facts(known, sets);
    }

    // The engine, the interview and the comparison.

    private void decided(
            Directive low,
            People people,
            Judged judged,
            List<Directive> above,
            ProofReport report) {
        tally.partlyKnown++;
        var judge = Judge.of(low);
        var oracle =
                new LayerOracle(
                        people, judged, new Judged(above.getFirst().form().rules(), people));
        var proof = report.proof(Obligation.NO_RESTRICTION);
        boolean unconditional =
                proof.verdict() == Verdict.PROVED
                        && proof.conditions().isEmpty()
                        && proof.notes().stream()
                                .noneMatch(note -> note.says().startsWith("Not fully checked"));
        tally.unconditional += unconditional ? 1 : 0;
        for (int one = 0; one < PARTLY_KNOWN; one++) {
            boolean withSets = one % 2 == 0;
            var facts = somebody(people, withSets);
            var finding = low.decide(facts);
            var judgement = judge.finding(facts);
            expect(
                    Judge.finding(finding).equals(Judge.plain(judgement)),
                    "decided otherwise: " + facts);
            if (low.interview().next(facts, Set.of()) instanceof Interview.Ask ask) {
                var asked = ask.open().stream().map(FactName::text).sorted().toList();
                expect(
                        asked.equals(judgement.unanswered().stream().sorted().toList()),
                        "asks " + asked + ": " + facts);
            } else {
                expect(judgement.unanswered().isEmpty(), "does not ask: " + facts);
            }
            for (var upper : above) {
                var theirs = Judge.of(upper).finding(known(facts, upper.parsed()));
                sideBySide(DirectiveComparison.of(upper, low), facts, theirs, judgement);
                if (!unconditional) {
                    continue;
                }
                expect(
                        judgement.atLeastAsGoodAs(theirs),
                        "proved against " + upper.ref().id() + ", and not so of " + facts);
                expect(
                        !theirs.unanswered().isEmpty() || judgement.unanswered().isEmpty(),
                        "waits for an answer, and not so under " + upper.ref().id() + ": " + facts);
            }
            tally.partly++;
        }
        if (seed % 4 == 0) {
            compared(low, above.getFirst(), oracle, judged);
        }
    }

    private void sideBySide(
            DirectiveComparison two, Facts facts, ReferenceFinding before, ReferenceFinding after) {
        var compared = two.compare(facts);
        expect(
                Judge.finding(compared.before()).equals(Judge.plain(before))
                        && Judge.finding(compared.after()).equals(Judge.plain(after)),
                "compared otherwise: " + facts);
        expect(
                compared.difference().atLeastAsGood() == after.atLeastAsGoodAs(before),
                "better or worse otherwise: " + facts);
    }

    /** Somebody of whom some facts are unknown, and some are known as one of several values. */
    private Facts somebody(People people, boolean withSets) {
        var facts = Facts.NONE;
        for (int at = 0; at < people.facts().size(); at++) {
            var name = new FactName(people.facts().get(at));
            var values = people.values(at).stream().map(Judge::value).toList();
            int chance = random.nextInt(10);
            boolean isPurpose = name.text().equals("purpose");
            if (chance < 3 && !isPurpose) {
                continue;
            }
            if (chance < 6 && withSets && !isPurpose && values.size() > 2) {
                facts = facts.with(name, Judge.set(people.values(at), random));
            } else {
                facts = facts.with(name, values.get(random.nextInt(values.size())));
            }
        }
        return facts;
    }

    private void compared(Directive low, Directive upper, LayerOracle oracle, Judged judged) {
        var impact = DirectiveImpact.between(DirectiveComparison.of(upper, low));
        expect(impact.undecided().isEmpty(), "not compared to the end");
        expect(
                impact.nobodyLoses() == oracle.holdsOfWhomAllIsKnown(),
                "nobody loses by the comparison: " + impact.nobodyLoses());
        for (var effect : impact.effects()) {
            var here = decide(judged.evaluator(), effect.person());
            var there = Judge.of(upper).finding(known(effect.person(), upper.parsed()));
            boolean shown =
                    effect.better() ? !there.atLeastAsGoodAs(here) : !here.atLeastAsGoodAs(there);
            expect(shown, "nothing changes: " + effect);
            tally.witnesses++;
        }
        tally.compared++;
    }
}
