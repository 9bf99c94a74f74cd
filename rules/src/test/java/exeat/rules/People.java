package exeat.rules;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Those whom the worked cases of the directive on families are about, and others. */
public final class People {

    /** Around every number that the packs compare with. */
    private static final List<Integer> NUMBERS =
            List.of(0, 2, 3, 4, 12, 17, 18, 20, 21, 24, 40, 110, 120, 130);

    private static final List<String> WORKED =
            List.of(
                    "spouse",
                    "spouse-kept-from-passing",
                    "spouse-of-a-refugee",
                    "spouse-of-a-refugee-later",
                    "child-of-both",
                    "child-of-one",
                    "parent-of-an-unaccompanied-minor");

    private People() {}

    public static FactName fact(String name) {
        return new FactName(name);
    }

    private static final Directive FAMILIES = Packs.eu2003();
    private static final Map<String, Facts> READ = new ConcurrentHashMap<>();

    /** The facts of a worked case. */
    public static Facts person(String workedCase) {
        return READ.computeIfAbsent(workedCase, People::read);
    }

    private static Facts read(String workedCase) {
        var file = Packs.folder("eu-2003-86").resolve("cases/" + workedCase + ".facts");
        var facts = new TreeMap<FactName, Value>();
        try {
            for (var line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (!line.startsWith("#")) {
                    var name = fact(line.substring(0, equals).strip());
                    var definition = FAMILIES.vocabulary().definition(name).orElseThrow();
                    facts.put(name, definition.parse(line.substring(equals + 1)).orElseThrow());
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Facts(facts);
    }

    /** Somebody like one of a worked case, but for a few facts; every fact is known. */
    public static Facts random(Vocabulary vocabulary, Random random) {
        var facts = new TreeMap<>(person(WORKED.get(random.nextInt(WORKED.size()))).values());
        for (var fact : vocabulary.facts()) {
            if (!facts.containsKey(fact.name()) || random.nextInt(10) == 0) {
                var values = values(fact);
                facts.put(fact.name(), values.get(random.nextInt(values.size())));
            }
        }
        return new Facts(facts);
    }

    /** Every value of a fact; if there are too many, those next to the constants of packs. */
    static List<Value> values(FactDefinition fact) {
        var values = new ArrayList<Value>();
        switch (fact.type()) {
            case TEXT -> fact.values().forEach(text -> values.add(Value.of(text)));
            case BOOLEAN -> {
                values.add(Value.of(true));
                values.add(Value.of(false));
            }
            case NUMBER -> NUMBERS.forEach(number -> values.add(Value.of(number)));
            case DATE -> throw new IllegalStateException("no dates here: " + fact.name());
        }
        if (fact.optional()) {
            values.add(Value.ABSENT);
        }
        if (fact.isProtected()) {
            values.add(Value.WITHHELD);
        }
        return values;
    }
}
