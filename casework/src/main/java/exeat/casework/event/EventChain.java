package exeat.casework.event;

import exeat.casework.value.TravellerNo;

/**
 * In whose chain of the log an event of a case stands: each event names the one before it in the
 * same chain. So a traveller's chain holds what that traveller may be told and nothing else, and
 * has no gap where something happened to somebody else.
 */
public sealed interface EventChain {

    /** The chain of one traveller, who is told of the event. */
    record OfTraveller(TravellerNo no) implements EventChain {}

    /** The event stands in the chain of each traveller, and in the filer's. */
    record OfCase() implements EventChain {}

    /** The office's chain: no traveller is told of the event. */
    record OfOffice() implements EventChain {}

    /** The chain of an event. */
    static EventChain of(CaseEvent event) {
        return switch (event) {
            case TravellerEvent of -> new OfTraveller(of.traveller());
            case SecretEvent secret ->
                    secret.to().equals(TravellerNo.PRINCIPAL)
                            ? new OfCase()
                            : new OfTraveller(secret.to());
            case ArchiveEvent _ -> new OfOffice();
            case CaseEvent.Applied _,
                    CaseEvent.Moved _,
                    CaseEvent.SentUp _,
                    CaseEvent.Erased _,
                    CaseEvent.HandedOver _ ->
                    new OfCase();
        };
    }
}
