package exeat.rules.pack;

import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.DeclaredOutput.Better;
import exeat.rules.fact.Value;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads {@code outputs} of {@code vocabulary.yaml}: what else the decision Paper gives. */
final class OutputsReader {

    private static final String OUTPUTS = "outputs";
    private static final String NAME = "name";
    private static final String BETTER = "better";
    private static final String BEST_FIRST = "best first";
    private static final String WITHOUT = "without";

    private final ProblemCollector problems;

    OutputsReader(ProblemCollector problems) {
        this.problems = problems;
    }

    /**
     * The outputs of a pack: those of what it extends, then its own.
     *
     * @param above those of what the pack extends
     */
    List<DeclaredOutput> read(YamlFields file, List<DeclaredOutput> above) {
        var outputs = new ArrayList<>(above);
        if (!file.has(OUTPUTS)) {
            return outputs;
        }
        var theirs = new HashSet<String>();
        above.forEach(output -> theirs.add(output.slug()));
        var slugs = new HashSet<String>();
        for (var item : file.items(OUTPUTS)) {
            var output = YamlFields.of(item, OUTPUTS, problems).flatMap(this::output);
            if (output.isPresent()) {
                var slug = output.get().slug();
                if (theirs.contains(slug)) {
                    problems.add(
                            item.line(),
                            output.get().name(),
                            "is an output of the pack that this one extends, and cannot be"
                                    + " redefined");
                    continue;
                }
                outputs.add(output.get());
                if (!slugs.add(slug)) {
                    problems.add(item.line(), output.get().name(), "is there twice");
                }
            }
        }
        return outputs;
    }

    private Optional<DeclaredOutput> output(YamlFields fields) {
        var name = fields.text(NAME);
        var bestFirst = fields.texts(BEST_FIRST);
        var better = better(fields);
        var without = fields.text(WITHOUT);
        fields.end();
        if (!name.matches("[A-Za-z][A-Za-z0-9]*( [A-Za-z0-9]+)*+")) {
            if (!name.isEmpty()) {
                fields.problem(NAME, "must be words of letters and digits: " + name);
            }
            return Optional.empty();
        }
        if (RowReader.ofPaper().contains(name)) {
            fields.problem(NAME, "is an output that every pack has: " + name);
            return Optional.empty();
        }
        if (better.isEmpty() || without.isEmpty()) {
            return Optional.empty();
        }
        var open = new DeclaredOutput(name, better.get(), bestFirst, Optional.empty());
        if (without.equals(DeclaredOutput.NO_LIMIT) && better.get() == Better.MORE) {
            return Optional.of(open);
        }
        var value = open.parse(without);
        if (value.isEmpty()) {
            fields.problem(WITHOUT, "is not a value of this output: " + without);
        }
        return value.map(one -> with(open, one));
    }

    private static DeclaredOutput with(DeclaredOutput open, Value without) {
        return new DeclaredOutput(
                open.name(), open.better(), open.bestFirst(), Optional.of(without));
    }

    private static Optional<Better> better(YamlFields fields) {
        var bestFirst = fields.texts(BEST_FIRST);
        if (fields.has(BEST_FIRST)) {
            if (fields.has(BETTER)) {
                fields.text(BETTER);
                fields.problem(BETTER, "follows from 'best first' here; leave one of them out");
                return Optional.empty();
            }
            boolean sound =
                    bestFirst.size() > 1
                            && new HashSet<>(bestFirst).size() == bestFirst.size()
                            && bestFirst.stream()
                                    .allMatch(text -> text.matches("[a-z0-9]+([- ][a-z0-9]+)*+"));
            if (!sound) {
                fields.problem(
                        BEST_FIRST,
                        "must list at least two different texts of lower-case words and digits");
            }
            return sound ? Optional.of(Better.EARLIER) : Optional.empty();
        }
        var word = fields.text(BETTER);
        var better = Better.of(word);
        if (better.isEmpty() && !word.isEmpty()) {
            fields.problem(BETTER, "must be one of more, less, yes, no, not " + word);
        }
        return better;
    }
}
