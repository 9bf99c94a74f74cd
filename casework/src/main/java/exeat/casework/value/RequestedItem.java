package exeat.casework.value;

import exeat.rules.fact.FactName;

/** What a traveller may be asked for: a fact or a document of the directive, and nothing else. */
public sealed interface RequestedItem {

    record OfFact(FactName fact) implements RequestedItem {}

    record OfDocument(String kind) implements RequestedItem {}
}
