package exeat.oversight.watch;

import exeat.casework.Sighting.Implied;
import exeat.casework.Watcher;
import exeat.oversight.watch.Suspicion.Saying;
import exeat.oversight.watch.Treated.Laid;
import exeat.rules.AuthorityId;
import exeat.rules.Directive;
import exeat.rules.FactDefinition;
import exeat.rules.Practice;
import exeat.rules.Practice.Demand;
import exeat.rules.Proof;
import exeat.rules.Proof.Person;
import exeat.rules.ProofWords;
import exeat.rules.Purpose;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Watches for restriction by practice: what a unit lays on those whom the directive approves, read
 * back as the rule that it implies, and proved against the directive.
 *
 * <p>An office that judges each file by itself asks, holds or sets aside now and then; it is a
 * practice when the share of like files that carry it out is above {@link #NOW_AND_THEN} beyond
 * chance. That is a bound on the unit itself, not a comparison, so a practice of all units is found
 * too. Only rules that the prover does not find harmless are tested: which they are depends on no
 * count.
 */
final class Practices {

    /** What a question for a fact is called among documents. */
    static final String STATEMENT = "statement-on-";

    /** The greatest share of like files that an office judges so, one by one. */
    static final double NOW_AND_THEN = 0.25;

    private static final int FEWEST = 5;

    /** A file that came lately was not asked yet. */
    private static final int SETTLED_DAYS = 3;

    private static final double CONFIDENCE = 0.001;

    private final Setting setting;
    private final Directive directive;
    private final Map<Practice, Proof> proofs = new HashMap<>();

    private Practices(Setting setting, Directive directive) {
        this.setting = setting;
        this.directive = directive;
    }

    static List<Suspicion> of(Traces traces, Setting setting) {
        return setting.directive()
                .map(directive -> new Practices(setting, directive).of(traces))
                .orElse(List.of());
    }

    private record Group(AuthorityId unit, Purpose purpose) implements Comparable<Group> {

        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::unit).thenComparing(Group::purpose);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    private List<Suspicion> of(Traces traces) {
        var settled = setting.now().minus(SETTLED_DAYS, ChronoUnit.DAYS);
        var groups =
                traces.treated().stream()
                        .filter(t -> t.approved().isPresent() && setting.knows(t.unit()))
                        .filter(t -> !t.at().isBefore(setting.begin(setting.first())))
                        .filter(t -> !t.at().isAfter(settled))
                        .collect(
                                Collectors.groupingBy(
                                        t -> new Group(t.unit(), t.approved().orElseThrow()),
                                        TreeMap::new,
                                        Collectors.toList()));
        var found = new ArrayList<Suspicion>();
        groups.forEach((group, alike) -> {
            var laid = new TreeSet<Laid>();
            alike.forEach(t -> laid.addAll(t.laid()));
            laid.forEach(one -> look(group, one, alike).ifPresent(found::add));
        });
        return found;
    }

    private Optional<Suspicion> look(Group group, Laid laid, List<Treated> alike) {
        var carried = alike.stream().filter(t -> t.laid().contains(laid)).toList();
        var practice = practice(group, laid);
        if (alike.size() < FEWEST || practice.isEmpty()) {
            return Optional.empty();
        }
        var proof = proofs.computeIfAbsent(practice.get(), p -> p.proof(directive));
        boolean harmless =
                switch (proof.verdict()) {
                    case PROVED, NOTHING_TO_PROVE -> true;
                    case FAILED, UNDECIDED, NOT_PROVABLE -> false;
                };
        if (harmless) {
            return Optional.empty();
        }
        int n = alike.size();
        return Optional.of(
                new Suspicion(
                        Watcher.PRACTICE,
                        group.unit(),
                        laid.burden() + " " + laid.what() + " " + group.purpose(),
                        Exact.binomialAtLeast(n, carried.size(), NOW_AND_THEN),
                        Math.pow(NOW_AND_THEN, n),
                        () -> says(practice.get(), proof, carried, n)));
    }

    /** The rule; none where what was laid is not told, or is a question for a protected fact. */
    private Optional<Practice> practice(Group group, Laid laid) {
        boolean told = !laid.what().isEmpty() && !isProtected(laid.what());
        return Optional.of(laid)
                .filter(_ -> told)
                .flatMap(one ->
                        switch (one.burden()) {
                            case ASKED -> Optional.of(new Demand.Bring(one.what()));
                            case HELD, SET_ASIDE -> Optional.of(new Demand.Stop(one.what()));
                            // Only whom the directive refers; it takes nothing that it gives.
                            case REFUSED -> Optional.<Demand>empty();
                        })
                .map(demand -> new Practice(Optional.of(group.purpose()), demand));
    }

    private boolean isProtected(String what) {
        return directive.vocabulary().facts().stream()
                .filter(FactDefinition::isProtected)
                .anyMatch(fact -> what.equals(STATEMENT + fact.name().slug()));
    }

    private Saying says(Practice practice, Proof proof, List<Treated> carried, int like) {
        var rule = practice.words();
        double least = Exact.shareAtLeast(like, carried.size(), CONFIDENCE);
        var sentence =
                String.format(
                        Locale.ROOT,
                        "Reads as a rule that the directive does not have: %s %d of %d like files carry"
                                + " it out, at least %.0f%% with 99.9%% confidence.",
                        rule,
                        carried.size(),
                        like,
                        100 * least);
        var failure = proof.failures().stream().findFirst();
        var witness =
                failure.flatMap(f -> f.people().stream().findFirst())
                        .map(Practices::witness)
                        .orElse(List.of());
        var since = carried.stream().map(Treated::at).min(Comparator.naturalOrder());
        var implied =
                new Implied(
                        rule,
                        carried.size(),
                        like,
                        proof.verdict(),
                        failure.map(Proof.Failure::says).orElse(""),
                        witness);
        return new Saying(
                sentence,
                setting.day(since.orElseThrow()),
                carried.stream().map(Treated::file).toList(),
                Optional.of(implied));
    }

    private static List<String> witness(Person person) {
        return person.facts().values().entrySet().stream()
                .map(fact -> fact.getKey() + ": " + ProofWords.value(fact.getValue()))
                .toList();
    }
}
