package exeat.rules;

import java.util.Optional;

/**
 * What an office does to people as if it were a rule, told from what it did: to whom, in the
 * vocabulary's terms, and what. It can be compiled to the local rule that it implies, and proved
 * like one: {@link #draft}, {@link #proof}.
 *
 * @param purpose of those to whom it is done; empty for everybody
 */
public record Practice(Optional<Purpose> purpose, Demand demand) {

    /** So many splits; what takes more is not decided. */
    private static final long LIMIT = 100_000;

    /** What is done to them. */
    public sealed interface Demand {

        /** They must bring a document, or answer what the rules do not ask of them. */
        record Bring(String document) implements Demand {}

        /** They are stopped, or set aside, so that a person decides again. */
        record Stop(String why) implements Demand {}
    }

    /**
     * The rule in words, such as {@code Whoever returns must bring: word on relations.} The words
     * are those of the pack's own keys.
     */
    public String words() {
        var whom = purpose.map(Practice::whom).orElse("Everybody who is approved");
        return switch (demand) {
            case Demand.Bring(var document) ->
                    whom + " must bring: " + document.replace('-', ' ') + ".";
            case Demand.Stop(var why) -> whom + " is stopped: " + why.replace('-', ' ') + ".";
        };
    }

    private static String whom(Purpose purpose) {
        return switch (purpose) {
            case SETTLE -> "Whoever settles";
            case RETURN -> "Whoever returns";
            case TRIP -> "Whoever makes a trip";
        };
    }

    /**
     * The local rules that the practice implies: those of the directive, with this one added.
     *
     * @return empty where the directive's own tables leave no way to write it as one of them
     */
    public Optional<Draft> draft(Directive directive) {
        return new PracticeCompiler(directive, this).draft();
    }

    /**
     * Whether the practice restricts what the directive gives: obligation 7, of the implied rules
     * against the directive. Failed, it shows a person whom the directive approves for less.
     */
    public Proof proof(Directive directive) {
        return draft(directive)
                .map(local -> new Proofs(LIMIT).noRestriction(local, directive))
                .orElseGet(() ->
                        new Proof(
                                Obligation.NO_RESTRICTION,
                                Proof.Verdict.NOT_PROVABLE,
                                java.util.List.of(),
                                0,
                                java.util.List.of()));
    }
}
