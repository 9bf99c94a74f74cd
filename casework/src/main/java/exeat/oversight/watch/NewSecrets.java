package exeat.oversight.watch;

import exeat.casework.value.OfficerId;
import exeat.casework.value.Watcher;
import exeat.oversight.watch.TestResult.Saying;
import exeat.rules.authority.AuthorityId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Watches secrets that replace others: a unit, or an officer, that makes more of them than all
 * others do; and, each by itself, those that the person objected to, and a person whom a unit kept
 * waiting twice by secrets that it took back.
 */
final class NewSecrets {

    private static final int MIN_SECRETS = 5;

    private final WatchContext setting;
    private final List<SecretTrace> all;

    private NewSecrets(List<SecretTrace> all, WatchContext setting) {
        this.all = all;
        this.setting = setting;
    }

    static List<TestResult> of(CaseTraces traces, WatchContext setting) {
        var within = traces.secrets().stream().filter(s -> setting.isWithin(s.at())).toList();
        var watch = new NewSecrets(within, setting);
        var found = new ArrayList<TestResult>();
        watch.by(s -> Stream.of(s.unit().text()))
                .forEach((_, own) -> watch.test(own, "", "A unit").ifPresent(found::add));
        watch.by(s -> Stream.of(s.first(), s.second()).map(OfficerId::text).distinct())
                .forEach((who, own) -> watch.test(own, who, "An officer").ifPresent(found::add));
        found.addAll(
                watch.alone(
                        watch.all.stream().filter(SecretTrace::objected).toList(),
                        "objected",
                        "A unit made %d secrets to which the person objected."));
        found.addAll(
                watch.alone(
                        watch.takenBackAgain(),
                        "taken back",
                        "A unit kept people waiting by %d secrets that it took back, more than once"
                                + " each."));
        return found;
    }

    private Map<String, List<SecretTrace>> by(Function<SecretTrace, Stream<String>> whose) {
        var groups = new TreeMap<String, List<SecretTrace>>();
        for (var secret : all) {
            whose.apply(secret)
                    .forEach(
                            key -> groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(secret));
        }
        return groups;
    }

    private Optional<TestResult> test(List<SecretTrace> own, String about, String who) {
        if (own.size() < MIN_SECRETS) {
            return Optional.empty();
        }
        int marks = replaced(own);
        int others = replaced(all) - marks;
        var strata = new StratifiedTest();
        strata.add(marks, own.size(), others, all.size() - own.size());
        var sentence =
                "%s replaced %d of the %d secrets that it made; all others together %d of %d."
                        .formatted(who, marks, own.size(), others, all.size() - own.size());
        return Optional.of(
                new TestResult(
                        Watcher.REISSUED,
                        own.getFirst().unit(),
                        about,
                        strata.upper(),
                        strata.leastUpper(),
                        () -> saying(sentence, own.stream().filter(SecretTrace::waits).toList())));
    }

    /** While each waited nothing went on, and in the end there was no new secret. */
    private List<SecretTrace> takenBackAgain() {
        var byFile =
                all.stream()
                        .filter(secret -> secret.waits() && secret.takenBack())
                        .collect(Collectors.groupingBy(SecretTrace::file));
        return byFile.values().stream().filter(of -> of.size() > 1).flatMap(List::stream).toList();
    }

    /** What stands out by itself: no chance makes it honest. */
    private List<TestResult> alone(List<SecretTrace> marked, String about, String sentence) {
        Map<AuthorityId, List<SecretTrace>> units =
                marked.stream()
                        .collect(
                                Collectors.groupingBy(
                                        SecretTrace::unit,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        return units.entrySet().stream()
                .map(entry ->
                        new TestResult(
                                Watcher.REISSUED,
                                entry.getKey(),
                                about,
                                0,
                                0,
                                () ->
                                        saying(
                                                sentence.formatted(entry.getValue().size()),
                                                entry.getValue())))
                .toList();
    }

    private Saying saying(String sentence, List<SecretTrace> of) {
        var since = of.stream().map(SecretTrace::at).min(java.time.Instant::compareTo);
        return new Saying(
                sentence,
                since.map(setting::day).orElse(setting.today()),
                of.stream().map(SecretTrace::file).toList());
    }

    private static int replaced(List<SecretTrace> of) {
        return (int) of.stream().filter(SecretTrace::waits).count();
    }
}
