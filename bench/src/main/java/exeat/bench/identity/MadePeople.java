package exeat.bench.identity;

import exeat.identity.birth.BirthClaim;
import exeat.identity.match.PersonEntry;
import exeat.identity.match.RecordedSex;
import exeat.identity.name.SpokenName;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Made-up people with Korean names, whose surnames are as frequent as they are in Korea: two of
 * three have one of six. The same seed gives the same people.
 */
final class MadePeople {

    /** A surname and how many of a thousand have it, by the census of 2015, rounded. */
    private static final String SURNAMES =
            "김215 이147 박84 최47 정43 강24 조21 윤21 장20 임17 한16 오15 서15 신15 권14 황14 안14 송14 "
                    + "전11 홍11 유13 고10 문9 양9 손9 배8 백8 허7 남6 심5 노5 하5 곽4 성4 차4 주4 우4 구4 "
                    + "민3 진3 나3 지3 엄3 채3 원3 천3 방2 공2 현2 함2 변2 염2 여2 추2 도2 소2 석2 선2 설2 "
                    + "마2 길2 연2 위2 표2 명2 기2 반1 왕1 금1 옥1 육1 인1 맹1 제1 모1 탁1 국1 어1 은1";

    private static final String SYLLABLES =
            "민서지현수영준성진우은정미경희순옥자숙호철동상재태용광명길남덕춘복봉만기종석훈규환혁찬식" + "일선화란주연아혜윤하원인태욱범근균헌흥필섭렬록학천구삼달월";

    private static final int PLACES = 250;
    private static final int FIRST_YEAR = 1925;
    private static final int YEARS = 85;
    private static final int PERCENT = 100;

    private final Random chance;
    private final List<String> surnames = new ArrayList<>();
    private final List<SpokenName> places = new ArrayList<>();

    /** A person as they are, before anybody writes them down. */
    record Truth(String surname, String given, LocalDate born, RecordedSex sex, SpokenName place) {}

    MadePeople(long seed) {
        chance = new Random(seed);
        for (var each : SURNAMES.split(" ", -1)) {
            int count = Integer.parseInt(each.substring(1));
            for (int i = 0; i < count; i++) {
                surnames.add(each.substring(0, 1));
            }
        }
        for (int i = 0; i < PLACES; i++) {
            places.add(SpokenName.of(syllable() + syllable()));
        }
    }

    private String syllable() {
        return String.valueOf(SYLLABLES.charAt(chance.nextInt(SYLLABLES.length())));
    }

    Truth truth() {
        return named(surnames.get(chance.nextInt(surnames.size())));
    }

    Truth named(String surname) {
        boolean one = chance.nextInt(PERCENT) < 4;
        return new Truth(
                surname,
                one ? syllable() : syllable() + syllable(),
                LocalDate.ofYearDay(FIRST_YEAR + chance.nextInt(YEARS), 1 + chance.nextInt(365)),
                chance.nextBoolean() ? RecordedSex.FEMALE : RecordedSex.MALE,
                places.get(chance.nextInt(places.size())));
    }

    /** A person as in a register: in Hangul, one in five in other letters; few without a day. */
    PersonEntry registered(Truth truth) {
        boolean hangul = chance.nextInt(PERCENT) < 80;
        var name = hangul ? truth.surname() + truth.given() : romanised(truth);
        int known = chance.nextInt(PERCENT);
        Optional<BirthClaim> birth = Optional.of(BirthClaim.of(truth.born()));
        if (known < 5) {
            birth = Optional.of(BirthClaim.of(Year.of(truth.born().getYear())));
        } else if (known < 7) {
            birth = Optional.empty();
        }
        return entry(name, birth, truth);
    }

    /**
     * A person as in another state's list: in any letters, with the day wrong as often as there.
     */
    PersonEntry listed(Truth truth) {
        boolean hangul = chance.nextInt(PERCENT) < 15;
        var name = hangul ? truth.surname() + truth.given() : romanised(truth);
        return entry(name, Optional.of(told(truth.born())), truth);
    }

    private PersonEntry entry(String name, Optional<BirthClaim> birth, Truth truth) {
        return new PersonEntry(
                List.of(SpokenName.of(name)),
                birth,
                Optional.of(truth.sex()),
                chance.nextInt(PERCENT) < 70 ? List.of(truth.place()) : List.of(),
                List.of());
    }

    private String romanised(Truth truth) {
        var systems = Romaniser.values();
        var system = systems[chance.nextInt(systems.length)];
        var name = system.of(truth.surname(), truth.given());
        int space = name.indexOf(' ');
        return chance.nextInt(PERCENT) < 20
                ? name.substring(space + 1) + " " + name.substring(0, space)
                : name;
    }

    private BirthClaim told(LocalDate born) {
        int how = chance.nextInt(PERCENT);
        if (how < 70) {
            return BirthClaim.of(born);
        }
        if (how < 78) {
            return BirthClaim.of(born.plusYears(chance.nextBoolean() ? 1 : -1));
        }
        if (how < 84 && born.getDayOfMonth() <= 12) {
            return BirthClaim.of(
                    LocalDate.of(born.getYear(), born.getDayOfMonth(), born.getMonthValue()));
        }
        if (how < 90) {
            return BirthClaim.of(Year.of(born.getYear()));
        }
        var days = new ArrayList<>(BirthClaim.of(born).lunarDays());
        return days.isEmpty()
                ? BirthClaim.of(born)
                : BirthClaim.of(LocalDate.ofEpochDay(days.get(chance.nextInt(days.size()))));
    }
}
