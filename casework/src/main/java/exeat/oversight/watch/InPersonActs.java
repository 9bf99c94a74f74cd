package exeat.oversight.watch;

import exeat.casework.value.Watcher;
import exeat.oversight.watch.TestResult.Saying;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Watches for officers who act for several people who are said to stand before them: leaving in
 * person is for those who lost everything, and is rare. Several by one officer, and each to which
 * the person objected or which they undid, stand out by themselves. Which files these are is not
 * told.
 */
final class InPersonActs {

    /** From this number of people in four weeks on, with one officer, they are several. */
    static final int SEVERAL = 3;

    private InPersonActs() {}

    static List<TestResult> of(CaseTraces traces, WatchContext setting) {
        var within =
                traces.inPerson().stream()
                        .filter(one -> setting.isWithin(one.at()) && setting.knows(one.unit()))
                        .toList();
        var found = new ArrayList<TestResult>();
        Map<String, List<InPersonTrace>> officers = new TreeMap<>();
        Map<AuthorityId, List<InPersonTrace>> objected = new TreeMap<>();
        Map<AuthorityId, List<InPersonTrace>> disowned = new TreeMap<>();
        for (var one : within) {
            one.officers()
                    .forEach(by ->
                            officers.computeIfAbsent(by.text(), _ -> new ArrayList<>()).add(one));
            if (one.objected()) {
                objected.computeIfAbsent(one.unit(), _ -> new ArrayList<>()).add(one);
            }
            if (one.disowned()) {
                disowned.computeIfAbsent(one.unit(), _ -> new ArrayList<>()).add(one);
            }
        }
        officers.forEach((officer, own) -> {
            if (files(own) >= SEVERAL) {
                found.add(
                        result(
                                own,
                                officer,
                                "An officer acted for people of %d applications who are said to have"
                                        + " come in person, in four weeks.",
                                setting));
            }
        });
        objected.forEach((_, own) ->
                found.add(
                        result(
                                own,
                                "objected",
                                "People of %d applications objected to what officers of the unit say"
                                        + " that they asked for in person.",
                                setting)));
        disowned.forEach((_, own) ->
                found.add(
                        result(
                                own,
                                "disowned",
                                "People of %d applications undid what officers of the unit did in"
                                        + " their name in person.",
                                setting)));
        return found;
    }

    private static long files(List<InPersonTrace> of) {
        return of.stream().map(InPersonTrace::file).distinct().count();
    }

    private static TestResult result(
            List<InPersonTrace> of, String about, String sentence, WatchContext setting) {
        var first = of.stream().map(InPersonTrace::at).min(Instant::compareTo).orElseThrow();
        return new TestResult(
                Watcher.IN_PERSON,
                mostly(of),
                about,
                0,
                0,
                () -> new Saying(sentence.formatted(files(of)), setting.day(first), List.of()));
    }

    /** Where most of it was asked for; of equals the first. */
    private static AuthorityId mostly(List<InPersonTrace> of) {
        var times = new HashMap<AuthorityId, Integer>();
        of.forEach(one -> times.merge(one.unit(), 1, Integer::sum));
        return of.stream()
                .map(InPersonTrace::unit)
                .max((a, b) -> {
                    int more = Integer.compare(times.getOrDefault(a, 0), times.getOrDefault(b, 0));
                    return more != 0 ? more : b.compareTo(a);
                })
                .orElseThrow();
    }
}
