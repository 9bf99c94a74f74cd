package exeat.desk.cases;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.CaseSeen;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.event.AlarmEvent;
import exeat.casework.event.ArchiveEvent;
import exeat.casework.event.BriefingEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.EventKind;
import exeat.casework.event.IssueEvent;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.ReportEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.Application;
import exeat.casework.value.PersonName;
import exeat.casework.value.TravellerNo;
import java.util.List;
import java.util.Optional;

/** Redacts a case's history and queue rows to what the reader may see of the case. */
public final class CaseRedaction {

    private CaseRedaction() {}

    /**
     * An event as far as a reader who sees this much of the case may know it, see {@link
     * EventKind}.
     */
    public static Optional<RecordedEvent> event(RecordedEvent recorded, CaseSeen seen) {
        var event = recorded.event();
        if (isUnseen(recorded, seen)) {
            return Optional.empty();
        }
        return switch (EventKind.of(event).toReader()) {
            case EVERYBODY -> Optional.of(recorded);
            case EVERYBODY_WITHOUT_REMAINS ->
                    Optional.of(with(recorded, ((CaseEvent.Erased) event).told()));
            case WHOLE -> where(isWhole(seen, ((TravellerEvent) event).traveller()), recorded);
            case WHOLE_OR_PRINCIPAL -> {
                var no = ((SecretEvent) event).to();
                yield where(no.equals(TravellerNo.PRINCIPAL) || isWhole(seen, no), recorded);
            }
            case TRAVELLERS_SEEN ->
                    applied((CaseEvent.Applied) event, seen).map(part -> with(recorded, part));
            case PROTECTION -> {
                var no = ((TravellerEvent) event).traveller();
                yield where(seen.past().protection().contains(no), asTold(recorded, seen));
            }
            case PROTECTION_PERSON -> {
                var no = ((TravellerEvent) event).traveller();
                yield where(
                        seen.past().protection().contains(no) && isWhole(seen, no),
                        asTold(recorded, seen));
            }
            case ARCHIVE -> where(seen.archive().isPresent(), recorded);
        };
    }

    /** What was done with an unproved secret shows to its holder as if it had been done. */
    static RecordedEvent asTold(RecordedEvent recorded, CaseSeen seen) {
        return recorded.event() instanceof ProtectionEvent.UnprovedAct act
                        && seen.past().until().containsKey(act.traveller())
                ? with(recorded, act.shown())
                : recorded;
    }

    /** Where somebody's last view goes on, nothing that happened to them since is told. */
    static boolean isUnseen(RecordedEvent recorded, CaseSeen seen) {
        return switch (recorded.event()) {
            case TravellerEvent e -> seen.past().hides(e.traveller(), recorded.sequence());
            case SecretEvent e -> seen.past().hides(e.to(), recorded.sequence());
            case ArchiveEvent _,
                    CaseEvent.Applied _,
                    CaseEvent.Erased _,
                    CaseEvent.HandedOver _,
                    CaseEvent.Moved _,
                    CaseEvent.SentUp _,
                    BriefingEvent _,
                    AlarmEvent _,
                    ReportEvent _,
                    IssueEvent _ ->
                    false;
        };
    }

    private static Optional<RecordedEvent> where(boolean shown, RecordedEvent recorded) {
        return shown ? Optional.of(recorded) : Optional.empty();
    }

    private static RecordedEvent with(RecordedEvent recorded, Event event) {
        return new RecordedEvent(recorded.stream(), recorded.sequence(), recorded.at(), event);
    }

    /** The application with those travellers only who are seen whole, and as they are seen. */
    private static Optional<Event> applied(CaseEvent.Applied applied, CaseSeen seen) {
        var application = applied.application();
        var travellers =
                application.travellers().stream()
                        .flatMap(t -> whole(seen, t.no()).stream())
                        .map(whole -> whole.state().traveller())
                        .toList();
        return travellers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new CaseEvent.Applied(
                                applied.directive(),
                                new Application(
                                        application.number(),
                                        application.channel(),
                                        application.principal(),
                                        application.enteredBy(),
                                        travellers),
                                applied.holder(),
                                applied.notInForce()));
    }

    private static boolean isWhole(CaseSeen seen, TravellerNo no) {
        return whole(seen, no).isPresent();
    }

    private static Optional<Disclosure.Whole> whole(CaseSeen seen, TravellerNo no) {
        return seen.travellers().get(no) instanceof Disclosure.Whole whole
                ? Optional.of(whole)
                : Optional.empty();
    }

    /** A traveller's name as a list shows it; empty where it is not seen. */
    public static String name(TravellerSeen seen) {
        return person(seen).map(PersonName::full).orElse("");
    }

    /** The first name that a traveller is shown with, with its script; empty where none is seen. */
    public static Optional<PersonName> person(TravellerSeen seen) {
        return switch (seen) {
            case Disclosure.Whole whole -> Optional.of(whole.state().traveller().name());
            case Disclosure.ForWork work -> Optional.of(work.names().getFirst());
            case Disclosure.AtBorder border -> Optional.of(border.names().getFirst());
            case Disclosure.ToHear person -> Optional.of(person.names().getFirst());
            case Disclosure.NameAndStage other -> Optional.of(other.name());
            case Disclosure.StageOnly _,
                    Disclosure.Suspended _,
                    Disclosure.Hidden _,
                    Disclosure.Erased _ ->
                    Optional.empty();
        };
    }

    /** What is or was proposed about a traveller, as far as it is shown. */
    public static List<Proposal> proposals(TravellerSeen seen) {
        return switch (seen) {
            case Disclosure.Whole whole -> whole.state().proposals();
            case Disclosure.ForWork work -> work.proposals();
            case Disclosure.AtBorder _,
                    Disclosure.ToHear _,
                    Disclosure.NameAndStage _,
                    Disclosure.StageOnly _,
                    Disclosure.Suspended _,
                    Disclosure.Hidden _,
                    Disclosure.Erased _ ->
                    List.of();
        };
    }

    /** Whether a reader is told at least that there is such a traveller. */
    public static boolean isShown(TravellerSeen seen) {
        return switch (seen) {
            case Disclosure.Whole _,
                    Disclosure.ForWork _,
                    Disclosure.AtBorder _,
                    Disclosure.ToHear _,
                    Disclosure.NameAndStage _,
                    Disclosure.StageOnly _,
                    Disclosure.Erased _ ->
                    true;
            case Disclosure.Suspended _, Disclosure.Hidden _ -> false;
        };
    }

    public static Optional<Stage> stage(TravellerSeen seen) {
        return switch (seen) {
            case Disclosure.Whole whole -> Optional.of(whole.state().stage());
            case Disclosure.ForWork work -> Optional.of(work.stage());
            case Disclosure.AtBorder border -> Optional.of(border.stage());
            case Disclosure.NameAndStage other -> Optional.of(other.stage());
            case Disclosure.StageOnly(var stage) -> Optional.of(stage);
            case Disclosure.ToHear person -> Optional.of(person.protection().shown());
            case Disclosure.Suspended _, Disclosure.Hidden _, Disclosure.Erased _ ->
                    Optional.empty();
        };
    }
}
