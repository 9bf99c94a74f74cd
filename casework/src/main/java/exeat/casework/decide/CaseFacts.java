package exeat.casework.decide;

import exeat.casework.command.Context;
import exeat.casework.value.Traveller;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** The facts of a traveller as the rules read them. */
public final class CaseFacts {

    private CaseFacts() {}

    /**
     * All facts about a traveller: those that the application shows, overridden by what was
     * declared, answered and corrected.
     */
    public static Facts of(Context context, Traveller traveller, Facts said, LocalDate applied) {
        return derived(context, traveller, applied).withAll(said);
    }

    private static Facts derived(Context context, Traveller traveller, LocalDate applied) {
        var directive = context.directive();
        return new Facts(
                directive.vocabulary().facts().stream()
                        .filter(fact -> !RequestableItems.isDeclared(fact))
                        .collect(
                                Collectors.toMap(
                                        FactDefinition::name,
                                        fact -> read(context, fact, traveller, applied))));
    }

    /** A fact that the application itself shows. */
    public static Value read(
            Context context, FactDefinition fact, Traveller traveller, LocalDate applied) {
        return switch (fact.source()) {
            case DECLARED -> throw new IllegalStateException(fact.name() + " is declared");
            case NATIONALITY ->
                    Value.of(
                            fact.values().contains(traveller.nationality())
                                    ? traveller.nationality()
                                    : "other");
            case RESIDENCE_ADDRESSED -> Value.of(context.tree().isAddressed(traveller.residence()));
            case AGE -> Value.of(traveller.ageOn(applied));
            case PURPOSE -> Value.of(traveller.purpose().word());
        };
    }
}
