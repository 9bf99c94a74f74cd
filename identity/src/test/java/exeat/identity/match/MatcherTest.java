package exeat.identity.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import exeat.identity.birth.BirthClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MatcherTest {

    private static final BirthClaim MAY = BirthClaim.of(LocalDate.of(1930, 5, 4));

    /** Of 1,000 people one in five is Kim, and one is Namgung. */
    private static TermFrequencies frequencies() {
        var people = new ArrayList<PersonEntry>();
        for (int i = 0; i < 999; i++) {
            people.add(PersonEntry.named(i % 5 == 0 ? "김민수" : "박철호"));
        }
        people.add(PersonEntry.named("남궁옥분"));
        return TermFrequencies.of(people);
    }

    private static Map<Feature, List<Double>> falling(double by) {
        var shares = new EnumMap<Feature, List<Double>>(Feature.class);
        for (var feature : Feature.values()) {
            int levels = feature.levels().size();
            double sum = 0;
            for (int i = 0; i < levels; i++) {
                sum += Math.pow(by, i);
            }
            var each = new ArrayList<Double>();
            for (int i = 0; i < levels; i++) {
                each.add(Math.pow(by, i) / sum);
            }
            shares.put(feature, each);
        }
        return shares;
    }

    private static Matcher matcher() {
        return new Matcher(
                new FeatureWeights(falling(0.3), falling(4)),
                frequencies(),
                new Thresholds(10, 0),
                1_000);
    }

    /** A protected fact can be no feature: whoever adds one changes this test first. */
    @Test
    void nothing_but_names_births_sex_places_and_relatives_is_compared() {
        assertThat(Feature.values())
                .containsExactly(
                        Feature.NAME, Feature.BIRTH, Feature.SEX, Feature.PLACE, Feature.RELATIVES);
        assertThat(PersonEntry.class.getRecordComponents()).hasSize(Feature.values().length);
    }

    @Test
    void a_rare_name_says_more_than_a_frequent_one() {
        var kim = EntryComparison.of(PersonEntry.named("김민수"), PersonEntry.named("Kim Minsu"));
        var rare = EntryComparison.of(PersonEntry.named("남궁옥분"), PersonEntry.named("남궁옥분"));
        var sameLevel = EntryComparison.of(PersonEntry.named("김민수"), PersonEntry.named("김민수"));
        assertThat(kim.level(Feature.NAME)).hasValue(1);
        assertThat(matcher().total(rare)).isGreaterThan(matcher().total(sameLevel) + 3);
    }

    @Test
    void what_is_not_said_weighs_nothing() {
        var one = PersonEntry.named("김민수").born(MAY).of(RecordedSex.FEMALE).from("함흥");
        var other = PersonEntry.named("김민수");
        var lines = matcher().weigh(one, other).lines();
        assertThat(lines).hasSize(5);
        assertThat(lines.subList(1, 5)).allMatch(line -> line.weight() == 0);
        assertThat(lines.subList(1, 5)).allMatch(line -> line.level().isEmpty());
    }

    @Test
    void the_table_adds_up_and_shows_both_entries() {
        var one = PersonEntry.named("남궁옥분").born(MAY).of(RecordedSex.FEMALE).from("함흥");
        var other =
                PersonEntry.named("Namgung Ok-bun").born(MAY).of(RecordedSex.MALE).from("Hamheung");
        var weighing = matcher().weigh(one, other);
        double sum = weighing.lines().stream().mapToDouble(Weighing.Line::weight).sum();
        assertThat(weighing.total()).isCloseTo(sum + weighing.prior(), within(1e-9));
        assertThat(
                        weighing.table()
                                .lines()
                                .map(line -> line.replaceAll(" +[+-][0-9.]+ *", " ").strip()))
                .containsExactly(
                        "population",
                        "name       same sound 남궁옥분 | Namgung Ok-bun",
                        "birth      same day 1930-05-04 | 1930-05-04",
                        "sex        different FEMALE | MALE",
                        "place      all 함흥 | Hamheung",
                        "relatives  not said",
                        "same");
    }

    @Test
    void relatives_in_another_script_agree() {
        var agreement =
                EntryComparison.of(
                        PersonEntry.named("김민수").relatedTo("박철호", "김옥순"),
                        PersonEntry.named("김민수").relatedTo("Kim Ok-sun"));
        assertThat(agreement.level(Feature.RELATIVES)).hasValue(0);
    }

    @Test
    void between_two_thresholds_a_person_decides() {
        var thresholds = new Thresholds(8, -2);
        assertThat(thresholds.answer(8)).isEqualTo(LinkAnswer.SAME);
        assertThat(thresholds.answer(7.9)).isEqualTo(LinkAnswer.ASK);
        assertThat(thresholds.answer(-2)).isEqualTo(LinkAnswer.ASK);
        assertThat(thresholds.answer(-2.1)).isEqualTo(LinkAnswer.DIFFERENT);
        assertThatThrownBy(() -> new Thresholds(-3, -2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_more_people_there_are_the_more_it_takes() {
        var agreement = EntryComparison.of(PersonEntry.named("김민수"), PersonEntry.named("김민수"));
        var small = matcher();
        var large =
                new Matcher(small.weights(), small.frequencies(), small.thresholds(), 1_024_000);
        assertThat(small.total(agreement) - large.total(agreement)).isCloseTo(10, within(1e-9));
    }
}
