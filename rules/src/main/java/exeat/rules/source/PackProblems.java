package exeat.rules.source;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** What is wrong with a pack, by file. */
public final class PackProblems {

    private final Map<String, ProblemCollector> byFile = new TreeMap<>();

    public PackProblems() {}

    public ProblemCollector in(String file) {
        return byFile.computeIfAbsent(file, name -> new ProblemCollector());
    }

    public boolean isEmpty() {
        return byFile.values().stream().allMatch(ProblemCollector::isEmpty);
    }

    public boolean hasFaults() {
        return byFile.values().stream().anyMatch(ProblemCollector::hasFaults);
    }

    /** Whether every file could be read, faults or not. */
    public boolean isReadable() {
        return byFile.values().stream().allMatch(ProblemCollector::isReadable);
    }

    /** Adds what was found among files that lie below this prefix here. */
    public void addAll(String prefix, PackProblems others) {
        others.byFile.forEach((file, found) ->
                found.found()
                        .forEach(one ->
                                in(prefix + file).add(one.line(), one.field(), one.message())));
    }

    public PackException exception() {
        return new PackException(found());
    }

    /** All of it, by file and line. */
    public List<PackException.Problem> found() {
        return all(ProblemCollector::found);
    }

    /** Notes that are not problems, by file and line. */
    public List<PackException.Problem> notes() {
        return all(ProblemCollector::notes);
    }

    private List<PackException.Problem> all(
            Function<ProblemCollector, List<ProblemCollector.Problem>> which) {
        return byFile.entrySet().stream()
                .flatMap(file ->
                        which.apply(file.getValue()).stream()
                                .sorted(Comparator.comparingInt(ProblemCollector.Problem::line))
                                .map(found ->
                                        new PackException.Problem(
                                                file.getKey(),
                                                found.line(),
                                                found.field(),
                                                found.message())))
                .toList();
    }
}
