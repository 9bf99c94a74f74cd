package exeat.identity.index;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.identity.birth.BirthClaim;
import exeat.identity.match.EntryComparison;
import exeat.identity.match.Learning;
import exeat.identity.match.PersonEntry;
import exeat.identity.match.RecordedSex;
import exeat.identity.match.Thresholds;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StandingIndexTest {

    private static final LocalDate MAY = LocalDate.of(1930, 5, 4);

    private static PersonEntry born(String name, LocalDate day) {
        return PersonEntry.named(name).born(BirthClaim.of(day));
    }

    private static final List<PersonEntry> REGISTER =
            List.of(
                    born("朴槿惠", MAY),
                    born("김옥순", MAY.plusDays(400)),
                    PersonEntry.named("Сергей Ли").born(BirthClaim.of(Year.of(1950))),
                    PersonEntry.named("歐陽修"));

    private static void finds(StandingIndex index, PersonEntry entry, Integer who) {
        assertThat(index.find(entry).people()).as(entry.toString()).contains(who);
    }

    @Test
    void people_are_found_across_scripts() {
        var index = StandingIndex.of(REGISTER);
        finds(index, born("Geun-hye Park", MAY), 0);
        finds(index, born("Пак Кын Хе", MAY.minusYears(1)), 0);
        finds(index, PersonEntry.named("Kim Ok-soon").born(BirthClaim.of(Year.of(1931))), 1);
        finds(index, born("Lee Sergey", LocalDate.of(1950, 8, 9)), 2);
        finds(index, PersonEntry.named("Ouyang Xiu"), 3);
        assertThat(index.find(born("Nobody Here", LocalDate.of(1990, 1, 2))).people()).isEmpty();
    }

    /** Whatever the name: it is the day that finds them, exchanged or told by the moon. */
    @Test
    void people_are_found_by_days_that_may_be_meant() {
        var index = StandingIndex.of(REGISTER);
        finds(index, born("Somebody Else", LocalDate.of(1930, 4, 5)), 0);
        for (int day : BirthClaim.of(MAY).lunarDays()) {
            finds(index, born("Somebody Else", LocalDate.ofEpochDay(day)), 0);
        }
        var later = new StandingIndex();
        for (int day : BirthClaim.of(MAY).lunarDays()) {
            int who = later.add(born("金玉順", LocalDate.ofEpochDay(day)));
            finds(later, born("Somebody Else", MAY), who);
        }
    }

    @Test
    void one_by_one_and_all_at_once_find_the_same() {
        var all = StandingIndex.of(REGISTER);
        var each = new StandingIndex();
        REGISTER.forEach(each::add);
        assertThat(each.keys()).isEqualTo(all.keys());
        for (var person : REGISTER) {
            assertThat(each.find(person)).isEqualTo(all.find(person));
        }
    }

    @Test
    void nothing_is_left_of_who_is_erased() {
        var index = StandingIndex.of(REGISTER);
        int more = index.add(born("박근혜", MAY));
        int keys = index.keys();
        index.erase(0);
        index.erase(more);
        index.erase(more);
        assertThat(index.find(born("Park Geun-hye", MAY)).people()).isEmpty();
        assertThat(index.person(0)).isEmpty();
        assertThat(index.person(1)).contains(REGISTER.get(1));
        var rest = StandingIndex.of(REGISTER.subList(1, REGISTER.size()));
        assertThat(index.keys()).isLessThan(keys).isEqualTo(rest.keys());
        assertThat(index.size()).isEqualTo(5);
    }

    @Test
    void it_says_when_too_many_have_all_that_is_known() {
        var many = new ArrayList<PersonEntry>();
        for (int i = 0; i <= StandingIndex.MAX_CANDIDATES; i++) {
            many.add(PersonEntry.named("김민수"));
        }
        var index = StandingIndex.of(many);
        assertThat(index.find(PersonEntry.named("Kim Min-su")))
                .isEqualTo(new StandingIndex.Found(List.of(), true));
        index.add(PersonEntry.named("김민수").from("함흥"));
        assertThat(index.find(PersonEntry.named("Kim Min-su").from("Hamheung")))
                .isEqualTo(
                        new StandingIndex.Found(List.of(StandingIndex.MAX_CANDIDATES + 1), true));
        assertThat(index.find(PersonEntry.named("Nam Il")).isCut()).isFalse();
    }

    /** Who is left out early would have weighed too little, and the others weigh what they do. */
    @Test
    void weighing_leaves_out_nobody_who_reaches_the_threshold() {
        var people = people(new Random(17), 400);
        var index = StandingIndex.of(people);
        var learned = Learning.matcher(people, new Thresholds(0, 0));
        for (double ask : new double[] {-20, -6, 0, 4}) {
            var matcher = learned.with(new Thresholds(ask + 5, ask), people.size());
            for (var asked : people(new Random(18), 50)) {
                var expected = new TreeMap<Integer, Double>();
                for (int person : index.find(asked).people()) {
                    double weight = matcher.total(EntryComparison.of(asked, people.get(person)));
                    if (weight >= ask) {
                        expected.put(person, weight);
                    }
                }
                var weighed = index.weigh(asked, matcher);
                var found = new TreeMap<Integer, Double>();
                weighed.people().forEach(each -> found.put(each.person(), each.weight()));
                assertThat(found).isEqualTo(expected);
                assertThat(weighed.people())
                        .isSortedAccordingTo(
                                Comparator.comparingDouble(StandingIndex.Candidate::weight)
                                        .reversed());
                assertThat(weighed.compared()).isEqualTo(index.find(asked).people().size());
            }
        }
    }

    private static List<PersonEntry> people(Random chance, int many) {
        var surnames = List.of("김", "Kim", "Ким", "박", "Park", "李", "이", "Lee");
        var given = List.of("옥순", "Ok-sun", "Ок Сун", "민수", "Minsu", "철호", "Chol-ho");
        var places = List.of("함흥", "Hamheung", "원산", "Wonsan");
        var people = new ArrayList<PersonEntry>();
        for (int i = 0; i < many; i++) {
            var person = PersonEntry.named(any(surnames, chance) + " " + any(given, chance));
            var day = LocalDate.of(1930, 1, 1).plusDays(chance.nextInt(800));
            int known = chance.nextInt(8);
            if (known > 1) {
                person = person.born(BirthClaim.of(day));
            } else if (known == 1) {
                person = person.born(BirthClaim.of(Year.of(day.getYear())));
            }
            person =
                    chance.nextBoolean()
                            ? person.of(any(List.of(RecordedSex.values()), chance))
                            : person;
            person = chance.nextBoolean() ? person.from(any(places, chance)) : person;
            people.add(chance.nextInt(4) == 0 ? person.relatedTo("박철호") : person);
        }
        return people;
    }

    private static <T> T any(List<T> list, Random chance) {
        return list.get(chance.nextInt(list.size()));
    }

    @Test
    void keys_are_sorted_again_when_many_were_added() {
        var index = new StandingIndex();
        for (int i = 0; i < 3_000; i++) {
            index.add(born("김민수", LocalDate.of(1900, 1, 1).plusDays(i * 7L)));
        }
        finds(index, born("Kim Minsu", LocalDate.of(1900, 1, 1)), 0);
        finds(index, born("Kim Minsu", LocalDate.of(1900, 1, 1).plusDays(2_999 * 7L)), 2_999);
    }
}
