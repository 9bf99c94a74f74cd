package exeat.desk.projection;

import exeat.casework.event.AlarmEvent;
import exeat.casework.event.ArchiveEvent;
import exeat.casework.event.BriefingEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.IssueEvent;
import exeat.casework.event.ReportEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.casework.value.PaperSeal;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.desk.codec.JsonCodec;
import exeat.desk.codec.PayloadSealing;
import exeat.store.batch.BatchStore;
import exeat.store.batch.ErasureRow;
import exeat.store.key.Vault;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an erasure removes, and which key encrypts the rest from then on: a new one if nobody is
 * left, so that the old key is deleted with everything that it encrypted.
 */
public record ErasurePlan(Vault.StreamKey key, @Nullable ErasureRow erase) {

    /** The steps that say something of those who are erased, of what is there. */
    public static CaseEvent.Erased over(
            CaseEvent.Erased erased, List<BatchStore.Payload> past, Vault.StreamKey key) {
        boolean nobodyLeft =
                erased.remains().filter(remains -> remains.guarded().isEmpty()).isPresent();
        var steps = new TreeSet<Long>();
        for (var payload : past) {
            var event = PayloadSealing.event(key, payload.sequence(), payload.sealed());
            var plain = event.map(opened -> JsonCodec.event(opened.plain()));
            if (plain.isPresent() && plain.get() instanceof CaseEvent.Erased earlier) {
                steps.addAll(earlier.steps());
            }
            if (nobodyLeft || plain.filter(one -> tells(one, erased.travellers())).isPresent()) {
                steps.add(payload.sequence());
            }
        }
        return erased.over(List.copyOf(steps));
    }

    /** Erases every step of an issue: anything said of it may quote what was asked. */
    public static IssueEvent.IssueErased over(
            IssueEvent.IssueErased erased, List<BatchStore.Payload> past) {
        return erased.over(past.stream().map(BatchStore.Payload::sequence).toList());
    }

    private static boolean tells(Event event, Set<TravellerNo> of) {
        return switch (event) {
            case TravellerEvent one -> of.contains(one.traveller());
            case CaseEvent.Applied _, CaseEvent.Erased _ -> true;
            case SecretEvent secret -> of.contains(secret.to());
            case ArchiveEvent _,
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

    public static ErasurePlan of(
            StreamId id,
            Vault.StreamKey key,
            Optional<State> after,
            List<Event> events,
            Vault vault) {
        if (events.size() == 1 && events.getFirst() instanceof IssueEvent.IssueErased words) {
            var other = vault.newKey(id.key());
            return new ErasurePlan(
                    other,
                    new ErasureRow(words.steps(), List.of(), List.of(), other.wrapped(), null));
        }
        var erased =
                events.stream()
                        .filter(CaseEvent.Erased.class::isInstance)
                        .map(CaseEvent.Erased.class::cast)
                        .findFirst();
        if (erased.isEmpty() || !(after.orElseThrow() instanceof CaseState left)) {
            return new ErasurePlan(key, null);
        }
        boolean nobodyLeft =
                left.travellers().keySet().stream().allMatch(no -> left.erasure(no).isPresent());
        var other = nobodyLeft ? vault.newKey(id.key()) : key;
        return new ErasurePlan(
                other,
                new ErasureRow(
                        erased.get().steps(),
                        erased.get().travellers().stream().map(TravellerNo::number).toList(),
                        papers(left),
                        nobodyLeft ? other.wrapped() : null,
                        erased.get().erasure().ground().stored()));
    }

    /** A paper's number, and its place in the list of revoked ones: no other paper has either. */
    public static Stream<String> papers(TravellerEvent.Authorised paper) {
        return Stream.concat(
                Stream.of(paper.number()), paper.seal().stream().map(seal -> seal.place().text()));
    }

    /**
     * The numbers of the papers of those who are still there, and everybody's places: a place is
     * never given again, or a paper could be revoked from the start.
     */
    public static List<String> papers(CaseState state) {
        var numbers =
                state.travellers().values().stream()
                        .filter(t -> state.erasure(t.no()).isEmpty())
                        .flatMap(t -> t.paper().stream())
                        .map(paper -> paper.number())
                        .filter(number -> !number.isEmpty());
        var places =
                state.travellers().values().stream()
                        .flatMap(t -> t.paper().stream())
                        .flatMap(
                                paper -> PaperSeal.Places.of(paper.before(), paper.seal()).stream())
                        .flatMap(all -> all.all().stream())
                        .map(PaperSeal.Place::text);
        return Stream.concat(numbers, places).toList();
    }
}
