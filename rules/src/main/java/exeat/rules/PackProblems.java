package exeat.rules;

import exeat.rules.source.Problems;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong with a pack, by file. */
final class PackProblems {

    private final Map<String, Problems> byFile = new TreeMap<>();

    Problems in(String file) {
        return byFile.computeIfAbsent(file, name -> new Problems());
    }

    boolean isEmpty() {
        return byFile.values().stream().allMatch(Problems::isEmpty);
    }

    PackException exception() {
        return new PackException(
                byFile.entrySet().stream()
                        .flatMap(file ->
                                file.getValue().found().stream()
                                        .sorted(Comparator.comparingInt(Problems.Problem::line))
                                        .map(found ->
                                                new PackException.Problem(
                                                        file.getKey(),
                                                        found.line(),
                                                        found.field(),
                                                        found.message())))
                        .toList());
    }
}
