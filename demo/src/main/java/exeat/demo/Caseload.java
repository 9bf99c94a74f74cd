package exeat.demo;

import exeat.rules.SampleAnswers;
import exeat.rules.finding.Purpose;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The made-up people, from a seed and without a clock, so that the file never changes. */
final class Caseload {

    static final int APPLICATIONS = 5_000;

    /** Days of the month on which applications come in; the last ones leave no time for much. */
    static final int FILING_DAYS = 29;

    /** Children are young enough to stay children for years after this was written. */
    private static final LocalDate REFERENCE = LocalDate.of(2026, 11, 23);

    /**
     * The places where people live, with how many in a thousand; only Beijing is no addressee's
     * area.
     */
    private static final Map<String, Integer> RESIDENCES = residences();

    /** The purpose named as in the directive of 1963, whose facts these people have too. */
    private static final Purpose SETTLE = new Purpose("settle");

    private static final Purpose RETURN = new Purpose("return");
    private static final Purpose TRIP = new Purpose("trip");

    private final Random random;
    private final SampleAnswers answers;
    private final Map<String, Integer> residences;

    private Caseload(long seed, SampleAnswers answers, Map<String, Integer> residences) {
        random = new Random(seed);
        this.answers = answers;
        this.residences = residences;
    }

    /**
     * Every household, in the order of filing.
     *
     * @param answers what everybody answers whose story says nothing else
     * @param focus where they live
     */
    static List<Household> of(long seed, int applications, SampleAnswers answers, Focus focus) {
        var caseload = new Caseload(seed, answers, focus.residences(RESIDENCES));
        return IntStream.range(0, applications)
                .mapToObj(i -> caseload.household(i, i * FILING_DAYS / applications))
                .toList();
    }

    private static Map<String, Integer> residences() {
        var map = new LinkedHashMap<String, Integer>();
        map.put("jl-yanji", 220);
        map.put("jl-tumen", 80);
        map.put("jl-hunchun", 90);
        map.put("jl-helong", 110);
        map.put("jl-jian", 60);
        map.put("jl-changbai", 40);
        map.put("hl-mudanjiang", 90);
        map.put("hl-ningan", 60);
        map.put("hl-dongning", 30);
        map.put("hl-jixi", 45);
        map.put("ln-dandong", 50);
        map.put("ln-kuandian", 20);
        map.put("ln-shenyang", 50);
        map.put("ln-fushun", 24);
        map.put("nm-ulanhot", 16);
        map.put("nm-arun", 9);
        map.put("bj", 6);
        return map;
    }

    private Household household(int index, int day) {
        var residence = residence();
        var kind = random.nextInt(100);
        var people =
                kind < 47
                        ? settlers()
                        : kind < 73 ? returners() : kind < 90 ? travellers() : uncovered();
        return new Household("D%05d".formatted(index + 1), day, residence, people);
    }

    private String residence() {
        int at = random.nextInt(residences.values().stream().mapToInt(Integer::intValue).sum());
        for (var entry : residences.entrySet()) {
            at -= entry.getValue();
            if (at < 0) {
                return entry.getKey();
            }
        }
        throw new IllegalStateException("nobody lives anywhere");
    }

    /** Route A, but for those who keep a protected fact to themselves or leave one open. */
    private List<Person> settlers() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("asked to return", "false");
        facts.put("applied to build", "true");
        facts.put("relations in Korea", chance(3) ? "withheld" : "true");
        facts.put("ethnicity", chance(3) ? "withheld" : "korean");
        if (chance(5)) {
            facts.remove("applied to build");
        }
        return family(NameGenerator.korean(random), "CN", SETTLE, facts);
    }

    /** Route B. */
    private List<Person> returners() {
        return family(NameGenerator.korean(random), "KP", RETURN, Map.of());
    }

    /** Route C; a few do not know whether their names are on a list. */
    private List<Person> travellers() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("officer kinship", "true");
        facts.put("on a request list", chance(4) ? "false" : "true");
        if (chance(6)) {
            facts.remove("on a request list");
        }
        return family(NameGenerator.korean(random), chance(70) ? "CN" : "KP", TRIP, facts);
    }

    /** People whom the text does not cover, so that a person decides. */
    private List<Person> uncovered() {
        var facts = new LinkedHashMap<String, String>();
        boolean korean = chance(50);
        facts.put("asked to return", "false");
        facts.put("applied to build", chance(50) ? "true" : "false");
        facts.put("relations in Korea", "false");
        facts.put("ethnicity", korean ? "korean" : "other");
        var family = korean ? NameGenerator.korean(random) : NameGenerator.chinese(random);
        return family(family, "CN", SETTLE, facts);
    }

    /** One person, two, or two with children. */
    private List<Person> family(
            NameGenerator.Family family,
            String nationality,
            Purpose purpose,
            Map<String, String> facts) {
        int kind = random.nextInt(100);
        var people = new ArrayList<Person>();
        people.add(person(family, nationality, purpose, facts, List.of()));
        if (kind >= 68) {
            var other =
                    family.korean() ? NameGenerator.korean(random) : NameGenerator.chinese(random);
            people.add(person(other, nationality, purpose, facts, List.of()));
        }
        if (kind >= 86) {
            int children = 1 + random.nextInt(2);
            for (int i = 0; i < children; i++) {
                people.add(person(family, nationality, purpose, facts, List.of(1, 2)));
            }
        }
        return people;
    }

    private Person person(
            NameGenerator.Family family,
            String nationality,
            Purpose purpose,
            Map<String, String> facts,
            List<Integer> guardians) {
        int days =
                guardians.isEmpty()
                        ? 20 * 365 + random.nextInt(50 * 365)
                        : 365 + random.nextInt(9 * 365);
        var language = family.korean() && chance(80) ? "ko" : "zh";
        return new Person(
                NameGenerator.of(family, random),
                REFERENCE.minusDays(days),
                nationality,
                purpose,
                answers.beside(facts),
                guardians,
                language);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
