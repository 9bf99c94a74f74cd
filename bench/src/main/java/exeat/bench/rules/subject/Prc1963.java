package exeat.bench.rules.subject;

import exeat.rules.Pack;
import exeat.rules.finding.Finding;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The repository's pack of the directive of 1963, and people for it. */
public final class Prc1963 {

    /** The decisive facts with all their values, as a JSON reader returns them. */
    static final Map<String, List<Object>> VALUES = values();

    private static final String ID = "prc-1963";

    private static final int CASES = 32768;

    private Prc1963() {}

    private static Map<String, List<Object>> values() {
        var values = new LinkedHashMap<String, List<Object>>();
        List<Object> plain = List.of(true, false);
        List<Object> shielded = List.of(true, false, "withheld");
        values.put("residence addressed", plain);
        values.put("purpose", List.of("settle", "return", "trip"));
        values.put("nationality", List.of("CN", "KP", "other", "none"));
        values.put("asked to return", plain);
        values.put("applied to build", plain);
        values.put("relations in Korea", shielded);
        values.put("ethnicity", List.of("korean", "other", "withheld"));
        values.put("on a request list", shielded);
        values.put("officer kinship", shielded);
        return values;
    }

    /**
     * The pack with 32,768 people. For every second person, each fact has with a probability of two
     * thirds the value that opens a route; otherwise almost everybody would be referred. The
     * hand-written program gives the expected findings.
     *
     * @param root of the repository
     */
    public static BenchSubject subject(Path root, long seed) throws PackException {
        var files = Pack.files(root.resolve("directives").resolve(ID));
        var directive = BenchSubject.read(ID, files);
        var program = new Program1963(directive);
        var random = new Random(seed);
        var people = new ArrayList<Map<String, Object>>();
        var expected = new ArrayList<Finding>();
        for (int at = 0; at < CASES; at++) {
            boolean likely = at % 2 == 0;
            var person = new LinkedHashMap<String, Object>();
            VALUES.forEach((name, values) -> person.put(name, one(values, likely, random)));
            if (likely && random.nextBoolean()) {
                person.put("nationality", "KP");
            }
            expected.add(program.decide(Program1963.applicant(person)));
            person.put("age", random.nextInt(100)); // no rule reads it, and every file has it
            people.add(person);
        }
        return new BenchSubject(
                ID,
                files,
                directive,
                List.of(),
                List.copyOf(VALUES.keySet()),
                people,
                expected,
                known -> PossibleFindings.of1963(program, known));
    }

    private static Object one(List<Object> values, boolean likely, Random random) {
        boolean opens = likely && values.getFirst().equals(true) && random.nextInt(3) > 0;
        return opens ? true : values.get(random.nextInt(values.size()));
    }
}
