package exeat.rules.pack;

import exeat.rules.authority.UnitFunctions;
import exeat.rules.decide.ColumnBitmaps;
import exeat.rules.decide.ConflictResolver;
import exeat.rules.decide.RuleMatcher;
import exeat.rules.decide.Tables;
import exeat.rules.dmn.DecisionModel;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.fact.ClassMatcher;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.Use;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueClasses;
import exeat.rules.fact.ValueText;
import exeat.rules.fact.Vocabulary;
import exeat.rules.finding.Purpose;
import exeat.rules.finding.Purposes;
import exeat.rules.source.PackProblems;
import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles the model to tables that decide. Each rule's tests are evaluated on one value of each
 * value class, which gives sets of rules; no expressions remain at run time.
 *
 * <p>Holds afterwards: every input is a fact that may decide, every literal is of its fact's type
 * and among its values, every rule can match, no two rules of a UNIQUE table match together, rules
 * of an ANY table that do agree, and the table of the paper answers everywhere.
 */
public final class ModelCompiler {

    /** A compiled pack's rules. */
    public record Compiled(RuleMatcher matcher, ConflictResolver answers, Tables tables) {}

    private final Vocabulary vocabulary;
    private final Optional<UnitFunctions> division;
    private final Map<FactName, FactDefinition> facts;
    private final List<Purpose> purposes;
    private final ProblemCollector problems;

    /**
     * @param division the functions that rules can name; empty where they could not be read
     */
    public ModelCompiler(
            Vocabulary vocabulary, Optional<UnitFunctions> division, ProblemCollector problems) {
        this.vocabulary = vocabulary;
        this.division = division;
        this.facts = vocabulary.byName();
        this.purposes = Purposes.offered(vocabulary);
        this.problems = problems;
    }

    /** The tables; empty where the files that they are made of have problems. */
    public Optional<Compiled> compile(
            DecisionModel model,
            PackRecord record,
            VocabularyReader.Read read,
            PackProblems files) {
        var tables = model.tables();
        // Consequences of a problem that is already reported are not reported again.
        boolean wholeModel = problems.isEmpty();
        boolean wholeVocabulary = files.in(PackFiles.VOCABULARY).isEmpty();
        var offsets = new HashMap<String, Integer>();
        int bits = 0;
        for (var table : tables) {
            offsets.putIfAbsent(table.name(), bits);
            bits += table.rules().size();
        }
        var citations = new Citations(record);
        var reader =
                new RowReader(tables, offsets, citations, division, vocabulary.outputs(), problems);
        var rows = reader.read();
        reader.checkParts(model.parts());
        model.unused()
                .forEach((name, line) ->
                        problems.add(line, name, "is not one of the decisions" + " of a pack"));
        if (wholeModel) {
            citations.check(files.in(PackFiles.RECORD));
            checkEvidence(rows, read.lines(), files.in(PackFiles.VOCABULARY));
        }
        boolean inputsRead = wholeVocabulary && checkInputs(tables) && checkInputs(model.parts());
        if (!inputsRead) {
            return Optional.empty();
        }
        var inputs = inputs(tables);
        if (wholeModel) {
            checkUnread(inputs, read, files.in(PackFiles.VOCABULARY));
        }
        for (var table : tables) {
            checkAllowed(table, inputs);
            new HitPolicyCheck(table, inputs, problems).check(table.name().equals(RowReader.PAPER));
        }
        var ofParts = inputs(model.parts());
        for (var part : model.parts()) {
            checkAllowed(part, ofParts);
            new HitPolicyCheck(part, ofParts, problems).check(false);
        }
        if (!problems.isReadable()
                || !files.in(PackFiles.VOCABULARY).isReadable()
                || !files.in(PackFiles.RECORD).isReadable()) {
            return Optional.empty();
        }
        var matcher = matcher(tables, inputs, bits);
        return Optional.of(new Compiled(matcher, new ConflictResolver(rows, bits, purposes), rows));
    }

    private boolean checkInputs(List<DecisionTable> tables) {
        boolean sound = true;
        for (var table : tables) {
            sound &= checkInputs(table);
        }
        return sound;
    }

    private boolean checkInputs(DecisionTable table) {
        boolean sound = true;
        var seen = new HashSet<String>();
        for (int at = 0; at < table.inputs().size(); at++) {
            var input = table.inputs().get(at);
            var fact = Optional.ofNullable(facts.get(new FactName(input.expression())));
            var wrong = whyNotInput(input, fact);
            if (!seen.add(input.expression())) {
                wrong = Optional.of("is twice an input of this table");
            }
            wrong.ifPresent(why -> problems.add(input.line(), input.expression(), why));
            sound &= wrong.isEmpty() && checkLiterals(table, at, fact.orElseThrow());
        }
        return sound;
    }

    private static Optional<String> whyNotInput(
            DecisionTable.Input input, Optional<FactDefinition> fact) {
        if (fact.isEmpty()) {
            return Optional.of("is not a fact of the vocabulary");
        }
        if (fact.get().use() != Use.DECIDE) {
            return Optional.of("cannot be used in a rule: its use is not decide");
        }
        return input.type()
                .filter(type -> type != feelType(fact.get()))
                .map(type -> "has another type than the fact");
    }

    private boolean checkLiterals(DecisionTable table, int input, FactDefinition fact) {
        var column = table.inputs().get(input);
        boolean sound = checkLiterals(column.allowed(), column.line(), fact);
        for (var rule : table.rules()) {
            sound &= checkLiterals(rule.conditions().get(input).meaning(), rule.line(), fact);
        }
        return sound;
    }

    private boolean checkLiterals(UnaryTest test, int line, FactDefinition fact) {
        var wrong =
                test.literals()
                        .flatMap(literal -> literalViolation(literal, fact).stream())
                        .toList();
        wrong.forEach(why -> problems.add(line, fact.name().text(), why));
        return wrong.isEmpty();
    }

    static Optional<String> literalViolation(Literal literal, FactDefinition fact) {
        if (literal instanceof Literal.Null) {
            return fact.optional() ? Optional.empty() : Optional.of("is never null");
        }
        if (literal.equals(Conditions.WITHHELD)) {
            return fact.isProtected() ? Optional.empty() : Optional.of("is never withheld");
        }
        if (literal.type() != feelType(fact)) {
            return Optional.of("is compared with a value of another type");
        }
        if (literal instanceof Literal.Text text
                && !fact.values().isEmpty()
                && !fact.values().contains(text.text())) {
            return Optional.of("never has the value \"" + text.text() + "\"");
        }
        return Optional.empty();
    }

    private static FeelType feelType(FactDefinition fact) {
        return switch (fact.type()) {
            case TEXT -> FeelType.STRING;
            case NUMBER -> FeelType.NUMBER;
            case BOOLEAN -> FeelType.BOOLEAN;
            case DATE -> FeelType.DATE;
        };
    }

    /** The facts that tables read, in the vocabulary's order; the purpose always among them. */
    private List<ValueClasses> inputs(List<DecisionTable> tables) {
        var inputs = new ArrayList<ValueClasses>();
        for (var fact : vocabulary.facts()) {
            Set<Literal> constants = new HashSet<>();
            boolean isRead = fact.source() == FactDefinition.Source.PURPOSE;
            for (var table : tables) {
                int at = column(table, fact.name());
                if (at < 0) {
                    continue;
                }
                for (var rule : table.rules()) {
                    var test = rule.conditions().get(at).meaning();
                    isRead |= !(test instanceof UnaryTest.Any);
                    test.literals().forEach(constants::add);
                }
                table.inputs().get(at).allowed().literals().forEach(constants::add);
            }
            if (isRead) {
                inputs.add(new ValueClasses(fact, constants));
            }
        }
        return inputs;
    }

    /** Declared input values must not leave out what the vocabulary allows. */
    private void checkAllowed(DecisionTable table, List<ValueClasses> inputs) {
        for (var input : inputs) {
            int place = column(table, input.fact().name());
            if (place < 0) {
                continue;
            }
            var column = table.inputs().get(place);
            for (int at = 0; at < input.count(); at++) {
                var sample = input.sample(at);
                boolean stated =
                        !(sample instanceof Value.Absent || sample instanceof Value.Withheld);
                if (stated && !Conditions.match(column.allowed(), sample)) {
                    problems.add(
                            column.line(),
                            input.fact().name().text(),
                            "its input values leave out " + ValueText.of(sample));
                }
            }
        }
    }

    /** Which of the table's inputs is a fact; negative where none is. */
    private static int column(DecisionTable table, FactName fact) {
        for (int at = 0; at < table.inputs().size(); at++) {
            if (table.inputs().get(at).expression().equals(fact.text())) {
                return at;
            }
        }
        return -1;
    }

    /** A fact that a link alone names is there for the proofs: nobody is asked for it. */
    private void checkUnread(
            List<ValueClasses> inputs, VocabularyReader.Read read, ProblemCollector inVocabulary) {
        var used = inputs.stream().map(input -> input.fact().name()).collect(Collectors.toSet());
        read.links().forEach(link -> used.addAll(link.facts()));
        for (var fact : vocabulary.facts()) {
            boolean own = read.lines().containsKey(fact.name());
            if (own && fact.use() == Use.DECIDE && !used.contains(fact.name())) {
                inVocabulary.add(
                        read.lines().getOrDefault(fact.name(), 0),
                        fact.name().text(),
                        "has use decide, but no rule or link uses it");
            }
        }
    }

    /** The rule's test of a fact; of a fact that is no input of the table, every value passes. */
    static UnaryTest testOf(DecisionTable table, DecisionTable.Rule rule, FactName fact) {
        int at = column(table, fact);
        return at < 0 ? new UnaryTest.Any() : rule.conditions().get(at).meaning();
    }

    private RuleMatcher matcher(
            List<DecisionTable> tables, List<ValueClasses> inputs, int ruleBits) {
        int bits = ruleBits + purposes.size();
        var columns = new ArrayList<ColumnBitmaps>();
        for (var input : inputs) {
            columns.add(ColumnBitmaps.of(bits, rules(tables, input, ruleBits)));
        }
        return new RuleMatcher(vocabulary, inputs, columns, bits);
    }

    /** The rules and purposes that each value class of an input leaves possible. */
    private List<long[]> rules(List<DecisionTable> tables, ValueClasses input, int ruleBits) {
        int pages = ColumnBitmaps.pagesFor(ruleBits + purposes.size());
        var byClass = Stream.generate(() -> new long[pages]).limit(input.count()).toList();
        var matching = new ClassMatcher(input);
        int bit = 0;
        for (var table : tables) {
            int at = column(table, input.fact().name());
            for (var rule : table.rules()) {
                var test = at < 0 ? new UnaryTest.Any() : rule.conditions().get(at).meaning();
                turn(byClass, bit++, matching.of(test));
            }
        }
        for (int at = 0; at < purposes.size(); at++) {
            turn(byClass, ruleBits + at, travellingFor(purposes.get(at), input));
        }
        for (int at = 1; at < byClass.size(); at++) {
            for (int page = 0; page < pages; page++) {
                byClass.get(at)[page] ^= byClass.get(at - 1)[page];
            }
        }
        return byClass;
    }

    /** Notes where runs of classes begin to leave a rule possible, and where they end. */
    private static void turn(List<long[]> byClass, int bit, BitSet classes) {
        for (int from = classes.nextSetBit(0); from >= 0; from = classes.nextSetBit(from)) {
            byClass.get(from)[bit >>> 6] ^= 1L << bit;
            from = classes.nextClearBit(from);
            if (from < byClass.size()) {
                byClass.get(from)[bit >>> 6] ^= 1L << bit;
            }
        }
    }

    private static BitSet travellingFor(Purpose purpose, ValueClasses input) {
        boolean isPurpose = input.fact().source() == FactDefinition.Source.PURPOSE;
        var classes = new BitSet();
        for (int at = 0; at < input.count(); at++) {
            classes.set(at, !isPurpose || Value.of(purpose.word()).equals(input.sample(at)));
        }
        return classes;
    }

    private void checkEvidence(
            Tables rows, Map<FactName, Integer> factLines, ProblemCollector inVocabulary) {
        var documents = new HashSet<>(rows.documents().rows());
        for (var fact : vocabulary.facts()) {
            fact.evidence()
                    .filter(document -> !documents.contains(document))
                    .filter(document -> factLines.containsKey(fact.name()))
                    .ifPresent(document ->
                            inVocabulary.add(
                                    factLines.getOrDefault(fact.name(), 0),
                                    "evidence",
                                    "no rule lists the document " + document));
        }
    }
}
