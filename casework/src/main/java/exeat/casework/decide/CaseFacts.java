package exeat.casework.decide;

import exeat.casework.command.Context;
import exeat.casework.value.Traveller;
import exeat.casework.value.birth.BirthDate;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

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
        var values = new TreeMap<FactName, Value>();
        var sets = new TreeMap<FactName, ValueSet>();
        for (var fact : context.directive().vocabulary().facts()) {
            if (!RequestableItems.isDeclared(fact)) {
                var read = read(context, fact, traveller, applied);
                if (read.size() == 1) {
                    values.put(fact.name(), read.getFirst());
                } else {
                    sets.put(
                            fact.name(),
                            new ValueSet.Between(
                                    Optional.of(read.getFirst()), Optional.of(read.getLast())));
                }
            }
        }
        return new Facts(values, sets);
    }

    /**
     * A fact that the application itself shows: its value, or the least and the greatest that it
     * can have. Only an age is known so, where the date of birth is known in part.
     */
    public static List<Value> read(
            Context context, FactDefinition fact, Traveller traveller, LocalDate applied) {
        return switch (fact.source()) {
            case DECLARED -> throw new IllegalStateException(fact.name() + " is declared");
            case NATIONALITY ->
                    List.of(
                            Value.of(
                                    fact.values().contains(traveller.nationality())
                                            ? traveller.nationality()
                                            : "other"));
            case RESIDENCE_ADDRESSED ->
                    List.of(Value.of(context.tree().isAddressed(traveller.residence())));
            case AGE -> ages(traveller.birthDate().agesOn(applied));
            case PURPOSE -> List.of(Value.of(traveller.purpose().word()));
        };
    }

    private static List<Value> ages(BirthDate.Ages ages) {
        var least = Value.of(ages.least());
        return ages.isOne() ? List.of(least) : List.of(least, Value.of(ages.most()));
    }
}
