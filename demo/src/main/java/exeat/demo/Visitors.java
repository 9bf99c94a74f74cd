package exeat.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A few travellers for visitors to try, with their numbers and secrets. */
final class Visitors {

    private static final int PAPERS = 6;

    private Visitors() {}

    static String of(List<CaseRun> runs) {
        Map<String, Predicate<PersonRun>> wanted = new LinkedHashMap<>();
        wanted.put("has a secret, not confirmed yet", p -> !p.isConfirmed());
        wanted.put("was asked for a fact", PersonRun::isUnanswered);
        wanted.put("approved, clearances in progress", PersonRun::isWaiting);
        wanted.put("travels with children", PersonRun::hasChildren);
        wanted.put("has a travel authorisation", PersonRun::hasPaper);
        wanted.put("was refused, can appeal", PersonRun::isRefused);
        var text = new StringBuilder("Travellers to try on the page \"Your application\":\n");
        wanted.forEach((what, is) ->
                runs.stream()
                        .flatMap(run -> run.people().stream())
                        .filter(p -> p.secret().isPresent() && !p.hasLeft() && is.test(p))
                        .findFirst()
                        .ifPresent(p -> text.append(line(p, what))));
        return text.toString();
    }

    /** What somebody at a border post can look up: papers that count, and some that do not. */
    static String papers(List<CaseRun> runs) {
        var people = runs.stream().flatMap(run -> run.people().stream()).toList();
        var text = new StringBuilder("Travel authorisations to look up on the page \"Border\":\n");
        people.stream()
                .filter(person -> person.hasPaper() && !person.hasLeft())
                .limit(PAPERS)
                .forEach(person -> text.append(paper(person, "not used yet")));
        people.stream()
                .filter(person -> !person.hasPaper() || person.hasLeft())
                .filter(person -> person.paper().isPresent())
                .limit(1)
                .forEach(person -> text.append(paper(person, "used, or ended before")));
        return text.append("  TA-0000-0000  issued by nobody\n").toString();
    }

    private static String paper(PersonRun person, String what) {
        return "  %s  %s%n".formatted(person.paper().orElse(""), what);
    }

    private static String line(PersonRun person, String what) {
        return "  %s  %s  %s%n".formatted(person.number(), person.secret().orElse(""), what);
    }
}
