package exeat.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A few travellers for visitors to try, with their numbers and secrets. */
final class Visitors {

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
        text.append("Officers to try: any on the sign-in page, such as jl-yanji-fa-1, password ");
        return text.append(DemoOfficers.PASSWORD).append('\n').toString();
    }

    private static String line(PersonRun person, String what) {
        return "  %s  %s  %s%n".formatted(person.number(), person.secret().orElse(""), what);
    }
}
