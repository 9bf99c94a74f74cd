package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.Purpose;
import java.util.List;
import java.util.Optional;

/**
 * What an office does to people as if it were a rule, inferred from its acts: to whom, in terms of
 * the vocabulary, and what. It can be compiled to the local rule that it implies and proved like
 * one: {@link #impliedPack}, {@link #proof}.
 *
 * @param purpose of those to whom it is done; empty for every purpose
 * @param only what else is so of them; empty where nothing is
 */
public record Practice(Optional<Purpose> purpose, Optional<Condition> only, Demand demand) {

    /**
     * The most values of a fact that is considered; with more, hardly any two cases would share
     * one.
     */
    private static final int MAX_VALUES = 12;

    /** The limit of splits; beyond it the proof is undecided. */
    private static final long LIMIT = 100_000;

    /** Creates a practice that depends on the purpose only. */
    public Practice(Optional<Purpose> purpose, Demand demand) {
        this(purpose, Optional.empty(), demand);
    }

    /** That a fact has this value. It can have only a few, so that the others can be named too. */
    public record Condition(FactName fact, Value value) {

        /**
         * The facts by which a practice may be told from the data: those that the rules read, that
         * everybody has, and that have few values. Never a protected one; and not the purpose,
         * which stands for itself.
         */
        public static List<FactDefinition> facts(Directive directive) {
            return directive.vocabulary().facts().stream()
                    .filter(fact -> !fact.isProtected() && !fact.optional())
                    .filter(fact -> fact.use() == FactDefinition.Use.DECIDE)
                    .filter(fact -> fact.source() != FactDefinition.Source.PURPOSE)
                    .filter(fact -> !values(fact).isEmpty() && values(fact).size() <= MAX_VALUES)
                    .toList();
        }

        /** Every value that a fact can have; nothing where these are too many to list. */
        public static List<Value> values(FactDefinition fact) {
            return switch (fact.type()) {
                case TEXT -> fact.values().stream().<Value>map(Value.Text::new).toList();
                case BOOLEAN -> List.of(Value.of(true), Value.of(false));
                case NUMBER, DATE -> List.of();
            };
        }

        String words() {
            return switch (value) {
                case Value.Truth(var truth) -> fact + (truth ? "" : ": no");
                case Value.Text(var text) -> fact + " " + text;
                case Value.Quantity _, Value.Day _, Value.Absent _, Value.Withheld _ ->
                        throw new IllegalStateException("no practice is told by " + value);
            };
        }
    }

    /** What is done to them. */
    public sealed interface Demand {

        /** They must bring a document, or answer what the rules do not ask of them. */
        record Bring(String document) implements Demand {}

        /** They are stopped, or set aside, so that a person decides again. */
        record Stop(String why) implements Demand {}
    }

    /**
     * The rule in words, such as {@code Everyone with the purpose 'return' must bring: word on
     * relations.} The words are those of the pack's own keys.
     */
    public String words() {
        var some = only.map(one -> " (" + one.words() + ")").orElse("");
        var whom = purpose.map(Practice::whom).orElse("Everyone who is approved") + some;
        return switch (demand) {
            case Demand.Bring(var document) ->
                    whom + " must bring: " + document.replace('-', ' ') + ".";
            case Demand.Stop(var why) -> whom + " is stopped: " + why.replace('-', ' ') + ".";
        };
    }

    private static String whom(Purpose purpose) {
        return "Everyone with the purpose '%s'".formatted(purpose.word());
    }

    /**
     * The local rules that the practice implies: those of the directive, with this one added.
     *
     * @return empty where the directive's own tables leave no way to write it as one of them
     */
    public Optional<ParsedPack> impliedPack(Directive directive) {
        return new PracticeCompiler(directive, this).compile();
    }

    /**
     * Whether the practice restricts what the directive gives: obligation 7, of the implied rules
     * against the directive. Failed, it shows a person whom the directive approves for less.
     */
    public Proof proof(Directive directive) {
        return impliedPack(directive)
                .map(local -> new Prover(LIMIT).noRestriction(local, directive))
                .orElseGet(() ->
                        new Proof(
                                Obligation.NO_RESTRICTION,
                                Proof.Verdict.NOT_PROVABLE,
                                List.of(),
                                0,
                                List.of()));
    }
}
