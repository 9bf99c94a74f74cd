package exeat.config;

import exeat.rules.source.ProblemCollector.Problem;
import java.nio.file.Path;
import java.util.List;

/** A file of settings, or a setting, that cannot be used. */
public final class ConfigException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    ConfigException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    static ConfigException of(Path file, List<Problem> problems) {
        return new ConfigException(
                problems.stream()
                        .map(problem ->
                                file
                                        + (problem.line() > 0 ? ":" + problem.line() : "")
                                        + ": "
                                        + problem.field()
                                        + ": "
                                        + problem.message())
                        .toList());
    }

    /** Every error, one line each: file, line, key, and what to do. */
    public List<String> lines() {
        return lines;
    }
}
