package exeat.bench.identity;

import com.sun.management.OperatingSystemMXBean;
import exeat.identity.index.StandingIndex;
import exeat.identity.match.EntryAgreement;
import exeat.identity.match.EntryComparison;
import exeat.identity.match.Learning;
import exeat.identity.match.Matcher;
import exeat.identity.match.PersonEntry;
import exeat.identity.match.Thresholds;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A list of 10,000 people against a register in memory. Half of the list are in the register, one
 * half of the list gives the thresholds and the other the results; every pair of a few people is
 * compared without the index, to see what that would take and what the index misses.
 */
final class MillionPart {

    static final int LISTED = 10_000;
    static final double SECONDS = 10;
    static final double BUILD_SECONDS = 60;

    private static final int BY_HAND = 10;
    private static final int LEARNED_FROM = 60_000;
    private static final int PAIRS_OF_ONE_SURNAME = 300_000;
    private static final double FALSE_SAME = 1e-5;
    private static final double NANOS = 1e9;

    private final List<PersonEntry> register = new ArrayList<>();
    private final List<PersonEntry> listed = new ArrayList<>();
    private final MadePeople people;

    private static final double MISSING = Double.NEGATIVE_INFINITY;

    /**
     * What a list's entry gave.
     *
     * @param right the weight of the one who it is; -∞ if they were not found
     * @param wrong the most that anybody else weighs
     * @param candidates how many were looked at
     * @param weighed how many weigh as much as the threshold
     */
    private record Outcome(
            double right, double wrong, int candidates, int weighed, boolean isCut) {}

    MillionPart(int size, long seed) {
        people = new MadePeople(seed);
        for (int i = 0; i < size; i++) {
            var truth = people.truth();
            register.add(people.registered(truth));
            if (i < LISTED / 2) {
                listed.add(people.listed(truth));
            }
        }
        while (listed.size() < LISTED) {
            listed.add(people.listed(people.truth()));
        }
    }

    /** Measures one size. */
    void run(Report report, boolean bars) {
        long begin = System.nanoTime();
        double before = processorSeconds();
        var index = StandingIndex.of(register);
        report.line(
                "  %,d people: index of %,d keys built in %.1f s, %.1f s of processor time",
                register.size(),
                index.keys(),
                (System.nanoTime() - begin) / NANOS,
                processorSeconds() - before);
        double built = (System.nanoTime() - begin) / NANOS;
        var everybody = matcher();
        var outcomes = outcomes(index, everybody);
        var thresholds = thresholds(half(outcomes, 0));
        var matcher = everybody.with(thresholds, register.size());
        begin = System.nanoTime();
        before = processorSeconds();
        var answers = outcomes(index, matcher);
        double searched = (System.nanoTime() - begin) / NANOS;
        report.line(
                "  %,d searched in %.2f s, %.2f s of processor time; %.0f candidates each, %.1f of"
                        + " them from the threshold on",
                listed.size(),
                searched,
                processorSeconds() - before,
                answers.stream().mapToInt(Outcome::candidates).average().orElse(0),
                answers.stream().mapToInt(Outcome::weighed).average().orElse(0));
        oneByOne(report, index, matcher);
        byHand(report, everybody, outcomes);
        long found = outcomes.stream().filter(each -> each.right() > MISSING).count();
        report.line(
                "  of %,d who are there the index finds %,d; of %,d entries, %,d have more in"
                        + " common than is looked at",
                LISTED / 2, found, listed.size(), answers.stream().filter(Outcome::isCut).count());
        results(report, half(answers, 1), thresholds);
        if (bars) {
            report.bar("  seconds to build the index", built, "<=", BUILD_SECONDS);
            report.bar("  seconds for the list", searched, "<=", SECONDS);
            oneSurname(report, matcher, thresholds);
        }
    }

    private List<Outcome> outcomes(StandingIndex index, Matcher matcher) {
        return IntStream.range(0, listed.size())
                .parallel()
                .mapToObj(i -> outcome(index, matcher, i))
                .toList();
    }

    /** What one entry takes on one processor. */
    private void oneByOne(Report report, StandingIndex index, Matcher matcher) {
        int entries = listed.size() / BY_HAND;
        long begin = System.nanoTime();
        for (int i = 0; i < entries; i++) {
            outcome(index, matcher, i);
        }
        report.line(
                "  on one thread, %,d of them: %.3f ms each",
                entries, (System.nanoTime() - begin) / NANOS * 1000 / entries);
    }

    /**
     * The processor time of this process: what an otherwise idle machine would take, on all its
     * processors together.
     */
    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
                / NANOS;
    }

    private Matcher matcher() {
        var sample = new ArrayList<>(listed);
        sample.addAll(register.subList(0, Math.min(register.size(), LEARNED_FROM)));
        return Learning.matcher(sample, new Thresholds(MISSING, MISSING))
                .with(new Thresholds(MISSING, MISSING), register.size());
    }

    private Outcome outcome(StandingIndex index, Matcher matcher, int entry) {
        var weighed = index.weigh(listed.get(entry), matcher);
        double right = MISSING;
        double wrong = MISSING;
        for (var each : weighed.people()) {
            if (isRight(entry, each.person())) {
                right = each.weight();
            } else {
                wrong = Math.max(wrong, each.weight());
            }
        }
        return new Outcome(
                right, wrong, weighed.compared(), weighed.people().size(), weighed.isCut());
    }

    private EntryAgreement compared(int entry, int person) {
        return EntryComparison.of(listed.get(entry), register.get(person));
    }

    private static boolean isRight(int entry, int person) {
        return entry == person && entry < LISTED / 2;
    }

    private void byHand(Report report, Matcher matcher, List<Outcome> outcomes) {
        long begin = System.nanoTime();
        int missed = 0;
        for (int i = 0; i < BY_HAND; i++) {
            int entry = i;
            double most =
                    IntStream.range(0, register.size())
                            .parallel()
                            .mapToDouble(person -> matcher.total(compared(entry, person)))
                            .max()
                            .orElse(0);
            double found = Math.max(outcomes.get(i).right(), outcomes.get(i).wrong());
            missed += most > 0 && most > found ? 1 : 0;
        }
        double seconds = (System.nanoTime() - begin) / NANOS;
        report.line(
                "  without the index: %.2f s for %d, so %.0f s for all; the index misses the"
                        + " heaviest pair of %d of them",
                seconds, BY_HAND, seconds * listed.size() / BY_HAND, missed);
    }

    private static List<Outcome> half(List<Outcome> outcomes, int which) {
        return IntStream.range(0, outcomes.size())
                .filter(i -> i % 2 == which)
                .mapToObj(outcomes::get)
                .toList();
    }

    /**
     * *Same* above every pair of two people, *ask* where 1 of 100 who are there would be missed.
     */
    private static Thresholds thresholds(List<Outcome> outcomes) {
        double wrong = outcomes.stream().mapToDouble(Outcome::wrong).max().orElse(0);
        var right =
                outcomes.stream()
                        .mapToDouble(Outcome::right)
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        double ask = right[right.length / 100];
        return new Thresholds(Math.max(wrong + 1, ask), ask);
    }

    private static void results(Report report, List<Outcome> outcomes, Thresholds thresholds) {
        long there = outcomes.size() / 2;
        long same = outcomes.stream().filter(each -> each.right() >= thresholds.same()).count();
        long found = outcomes.stream().filter(each -> each.right() >= thresholds.ask()).count();
        long wrong = outcomes.stream().filter(each -> each.wrong() >= thresholds.same()).count();
        long asked = outcomes.stream().filter(each -> each.wrong() >= thresholds.ask()).count();
        report.line(
                "  of %,d who are there: same %.4f, same or ask %.4f; of %,d, called somebody else"
                        + " %d, asked about somebody else %d (same from %.1f, ask from %.1f)",
                there,
                (double) same / there,
                (double) found / there,
                outcomes.size(),
                wrong,
                asked,
                thresholds.same(),
                thresholds.ask());
    }

    /** Measures people who share a surname, taken at random. */
    private void oneSurname(Report report, Matcher matcher, Thresholds thresholds) {
        long same = 0;
        for (int i = 0; i < PAIRS_OF_ONE_SURNAME; i++) {
            var one = people.truth();
            var other = people.named(one.surname());
            var agreement = EntryComparison.of(people.listed(one), people.registered(other));
            same += matcher.total(agreement) >= thresholds.same() ? 1 : 0;
        }
        report.bar(
                "  false *same* a random pair of one surname",
                (double) same / PAIRS_OF_ONE_SURNAME,
                "<=",
                FALSE_SAME);
    }
}
