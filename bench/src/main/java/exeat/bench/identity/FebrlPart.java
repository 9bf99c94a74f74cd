package exeat.bench.identity;

import exeat.identity.birth.BirthClaim;
import exeat.identity.index.StandingIndex;
import exeat.identity.match.EntryComparison;
import exeat.identity.match.Learning;
import exeat.identity.match.Matcher;
import exeat.identity.match.PersonEntry;
import exeat.identity.match.Thresholds;
import exeat.identity.name.SpokenName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The record linkage sets of FEBRL: made-up Australians with slips, the truth in the number of the
 * record. Names, date of birth and places are used; numbers of insurance are not, since entries
 * have none.
 */
final class FebrlPart {

    private static final List<String> FIGURES =
            List.of("ka", "ti", "mo", "pe", "su", "ha", "fi", "lo", "ne", "ru");

    private static final Pair NONE = new Pair(0, false);

    private final List<String> numbers = new ArrayList<>();
    private final List<PersonEntry> people = new ArrayList<>();

    /** What a pair of candidates weighs, and whether it is of one person. */
    private record Pair(double weight, boolean same) {}

    FebrlPart(Path... files) throws IOException {
        for (var file : files) {
            for (var row : CsvLines.named(file)) {
                var person = person(row);
                if (person.isPresent()) {
                    numbers.add(row.getOrDefault("rec_id", "").replaceAll("-(org|dup).*", ""));
                    people.add(person.get());
                }
            }
        }
    }

    int size() {
        return people.size();
    }

    /** Empty if it has no name at all. */
    private static Optional<PersonEntry> person(Map<String, String> row) {
        var name = (said(row, "given_name") + " " + said(row, "surname")).strip();
        var places =
                Stream.of("suburb", "address_1", "postcode")
                        .map(column -> said(row, column))
                        .filter(place -> !place.isEmpty())
                        .map(FebrlPart::lettered)
                        .map(SpokenName::of)
                        .toList();
        var born = born(said(row, "date_of_birth"));
        return name.isEmpty() && born.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PersonEntry(
                                List.of(SpokenName.of(name)),
                                born,
                                Optional.empty(),
                                places,
                                List.of()));
    }

    private static String said(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    /** A postcode is no word: each figure becomes a syllable, so that it can be compared as one. */
    private static String lettered(String place) {
        return place.codePoints()
                .mapToObj(each ->
                        Character.isDigit(each)
                                ? FIGURES.get(Character.digit(each, 10))
                                : Character.toString(each))
                .collect(Collectors.joining());
    }

    private static Optional<BirthClaim> born(String figures) {
        try {
            return Optional.of(
                    BirthClaim.of(LocalDate.parse(figures, DateTimeFormatter.BASIC_ISO_DATE)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private long truePairs() {
        long pairs = 0;
        for (int i = 0; i < people.size(); i++) {
            for (int j = i + 1; j < people.size(); j++) {
                pairs += numbers.get(i).equals(numbers.get(j)) ? 1 : 0;
            }
        }
        return pairs;
    }

    /** The share of pairs of one person that the index finds. */
    double blocking(Report report, String set) {
        var index = StandingIndex.of(people);
        long found = 0;
        long candidates = 0;
        for (int i = 0; i < people.size(); i++) {
            for (int j : index.find(people.get(i)).people()) {
                if (j > i) {
                    candidates++;
                    found += numbers.get(i).equals(numbers.get(j)) ? 1 : 0;
                }
            }
        }
        long pairs = truePairs();
        report.line(
                "  %s: %d records, %d of %d pairs found among %d candidates",
                set, people.size(), found, pairs, candidates);
        return (double) found / Math.max(1, pairs);
    }

    Matcher learned() {
        return Learning.matcher(people, new Thresholds(0, 0));
    }

    private List<Pair> weighed(Matcher matcher) {
        var index = StandingIndex.of(people);
        var pairs = new ArrayList<Pair>();
        for (int i = 0; i < people.size(); i++) {
            for (int j : index.find(people.get(i)).people()) {
                if (j > i) {
                    var agreement = EntryComparison.of(people.get(i), people.get(j));
                    boolean same = numbers.get(i).equals(numbers.get(j));
                    pairs.add(new Pair(matcher.total(agreement), same));
                }
            }
        }
        pairs.sort((one, other) -> Double.compare(other.weight(), one.weight()));
        return pairs;
    }

    /**
     * Thresholds from these people: *same* a little above the heaviest pair of two people, *ask*
     * where 2 of 1,000 pairs of one person would be missed.
     */
    Thresholds thresholds(Matcher matcher) {
        var pairs = weighed(matcher);
        double same =
                pairs.stream().filter(pair -> !pair.same()).findFirst().orElse(NONE).weight() + 1;
        var ones = pairs.stream().filter(Pair::same).toList();
        double ask = ones.get((int) (ones.size() * 0.998) - 1).weight();
        return new Thresholds(Math.max(same, ask), ask);
    }

    /** Measures, with thresholds from elsewhere, what is called the same and what is asked. */
    void results(Matcher matcher, Thresholds thresholds, Report report, String set) {
        var pairs = weighed(matcher);
        long total = truePairs();
        long hits = count(pairs, thresholds.same(), true);
        long wrong = count(pairs, thresholds.same(), false);
        report.line("  %s, same: %s", set, new Scores(hits, wrong, total - hits));
        long found = count(pairs, thresholds.ask(), true);
        long asked = found + count(pairs, thresholds.ask(), false) - hits - wrong;
        report.line(
                "  %s, same or ask: recall %.4f; %d pairs asked, %d of them of one person",
                set, (double) found / Math.max(1, total), asked, found - hits);
    }

    private static long count(List<Pair> pairs, double weight, boolean same) {
        return pairs.stream()
                .filter(pair -> pair.same() == same && pair.weight() >= weight)
                .count();
    }
}
