package exeat.rules.tck;

import exeat.rules.dmn.engine.DecisionResult;
import exeat.rules.dmn.engine.DmnFile;
import exeat.rules.feel.syntax.DeclaredNames;
import exeat.rules.feel.value.FeelValue;
import exeat.rules.feel.value.FeelValue.DateTime;
import exeat.rules.feel.value.Values;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.XmlElement;
import exeat.rules.source.XmlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs the kit's test files, each against the model that it names. */
public final class TckRunner {

    private final Optional<DateTime> now;
    private final List<Result> outcomes = new ArrayList<>();

    /** The verdict on one test. */
    public enum Verdict {
        PASSED,
        FAILED,
        REFUSED
    }

    /**
     * One test case with all its results; the worst of them is the verdict.
     *
     * @param test file, case, and the decision that did not pass
     * @param detail why it was refused, or what differs; empty if it passed
     */
    public record Result(Verdict verdict, String test, String detail) {}

    private TckRunner(Optional<DateTime> now) {
        this.now = now;
    }

    /**
     * Runs all test files under a folder.
     *
     * @param now the moment of all evaluations, for the few models that ask
     */
    public static List<Result> run(Path folder, Optional<DateTime> now) throws IOException {
        var tck = new TckRunner(now);
        try (var files = Files.walk(folder)) {
            var tests =
                    files.filter(file -> file.toString().endsWith(".xml"))
                            .filter(Files::isRegularFile)
                            .sorted()
                            .toList();
            for (var file : tests) {
                tck.file(file);
            }
        }
        return List.copyOf(tck.outcomes);
    }

    private void file(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        var problems = new ProblemCollector();
        var root = XmlReader.read(bytes(file), problems);
        if (root.isEmpty() || !root.get().name().equals("testCases")) {
            if (root.isEmpty()) {
                failed(name, problem(problems));
            }
            return; // Another XML file beside the kit's is none of ours.
        }
        var modelName = root.get().child("modelName").map(XmlElement::text).orElse("");
        var parent = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
        var modelFile = parent.resolve(modelName);
        if (!Files.isRegularFile(modelFile)) {
            failed(name, "there is no model " + modelName);
            return;
        }
        var model = DmnFile.read(bytes(modelFile), beside(modelFile), now, problems);
        for (var testCase : root.get().children("testCase")) {
            testCase(name, testCase, model, problem(problems));
        }
    }

    /** The other models of the folder, which the model may import. */
    private static List<byte[]> beside(Path model) throws IOException {
        var all = new ArrayList<byte[]>();
        var folder = Optional.ofNullable(model.getParent()).orElse(Path.of("."));
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(one -> one.toString().endsWith(".dmn")).sorted().toList()) {
                if (!file.equals(model)) {
                    all.add(bytes(file));
                }
            }
        }
        return all;
    }

    /** Reads the file, or just enough of it to see that it is too long. */
    private static byte[] bytes(Path file) throws IOException {
        try (var input = Files.newInputStream(file)) {
            return input.readNBytes(XmlReader.MAX_BYTES + 1);
        }
    }

    private static String problem(ProblemCollector problems) {
        return problems.found().stream()
                .map(one -> "line " + one.line() + ", " + one.field() + ": " + one.message())
                .findFirst()
                .orElse("");
    }

    private void failed(String test, String why) {
        outcomes.add(new Result(Verdict.FAILED, test, why));
    }

    private void testCase(
            String file, XmlElement testCase, Optional<DmnFile> model, String problem) {
        Map<String, FeelValue> inputs = new HashMap<>();
        for (var node : testCase.children("inputNode")) {
            var of = node.attribute("namespace").map(namespace -> namespace + "#").orElse("");
            var name = DeclaredNames.normal(node.attribute("name").orElse(""));
            inputs.put(of + name, TckValues.of(node));
        }
        var id = file + " " + testCase.attribute("id").orElse("?");
        var worst = new Result(Verdict.PASSED, id, "");
        for (var result : testCase.children("resultNode")) {
            var name = DeclaredNames.normal(result.attribute("name").orElse(""));
            var test = id + " " + name;
            var outcome =
                    model.isEmpty()
                            ? new Result(Verdict.REFUSED, test, problem)
                            : outcome(
                                    test,
                                    testCase,
                                    result,
                                    ask(model.get(), testCase, name, inputs));
            worst = worse(worst, outcome);
        }
        outcomes.add(worst);
    }

    private static Result worse(Result one, Result other) {
        boolean keeps =
                one.verdict() == Verdict.FAILED
                        || other.verdict() == Verdict.PASSED
                        || one.verdict() == other.verdict();
        return keeps ? one : other;
    }

    private static DecisionResult ask(
            DmnFile model, XmlElement testCase, String name, Map<String, FeelValue> inputs) {
        var type = testCase.attribute("type").orElse("decision");
        var invocable = DeclaredNames.normal(testCase.attribute("invocableName").orElse(""));
        return switch (type) {
            case "decision" -> model.evaluate(name, inputs);
            case "decisionService" -> model.evaluateService(invocable, inputs);
            default -> new DecisionResult.Refused(name, "is asked for as a " + type);
        };
    }

    private static Result outcome(
            String test, XmlElement testCase, XmlElement result, DecisionResult answer) {
        return switch (answer) {
            case DecisionResult.Refused(var element, var why) ->
                    new Result(Verdict.REFUSED, test, element + " " + why);
            case DecisionResult.Known(var whole) -> {
                var actual = part(testCase, result, whole);
                var expected = result.child("expected").map(TckValues::of).orElse(Values.NULL);
                yield TckValues.same(expected, actual)
                        ? new Result(Verdict.PASSED, test, "")
                        : new Result(
                                Verdict.FAILED,
                                test,
                                "expected " + expected + " but was " + actual);
            }
        };
    }

    /** Picks the named output of a service with several outputs. */
    private static FeelValue part(XmlElement testCase, XmlElement result, FeelValue whole) {
        boolean isOfService =
                testCase.attribute("type").filter("decisionService"::equals).isPresent();
        var name = DeclaredNames.normal(result.attribute("name").orElse(""));
        return isOfService && whole instanceof FeelValue.Context context
                ? context.get(name).orElse(whole)
                : whole;
    }
}
