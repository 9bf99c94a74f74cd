package exeat.demo;

import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.event.Event;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.desk.write.SecretReply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Sends commands to the desk, waits when it is busy, and counts them. */
final class DeskClient {

    private final Office office;
    private final LongAdder done = new LongAdder();
    private final Map<Rejection.Code, AtomicLong> rejected = new ConcurrentHashMap<>();

    DeskClient(Office office) {
        this.office = office;
    }

    /** The events; empty if the desk rejected the command, which does not stop the month. */
    List<Event> act(Session session, String key, Command command) {
        while (true) {
            var answer = counted(office.desk().handle(session, key, command));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /** The person's secret, in two parts, one from each officer; repeatable with the same key. */
    Optional<String> secret(Session first, Session second, String key, CaseId id, TravellerNo to) {
        var seen = "an identity paper";
        var desk = office.desk();
        var asked = handed(() -> desk.askForSecret(first, key + " 1", id, to, seen));
        if (asked.request().isEmpty()) {
            return Optional.empty();
        }
        int request = asked.request().getAsInt();
        return handed(() -> desk.issueSecret(second, key + " 2", id, to, request, seen))
                .part()
                .map(other -> asked.part().orElseThrow() + "-" + other);
    }

    private SecretReply handed(Supplier<SecretReply> step) {
        while (true) {
            var handed = step.get();
            if (counted(handed.reply()).isPresent()) {
                return handed;
            }
        }
    }

    /** The events, an empty list if rejected; empty if it must be tried again. */
    private Optional<List<Event>> counted(Reply reply) {
        return switch (reply) {
            case Reply.Done answer -> {
                done.increment();
                yield Optional.of(answer.events());
            }
            case Reply.Rejected(var rejection) -> {
                rejected.computeIfAbsent(rejection.code(), _ -> new AtomicLong()).incrementAndGet();
                yield Optional.of(List.of());
            }
            case Reply.KeyReused() ->
                    throw new IllegalStateException(
                            "the data folder holds a demonstration made otherwise: choose another");
            case Reply.Later later -> {
                pause(later.retryAfter());
                yield Optional.empty();
            }
        };
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demonstration was interrupted", e);
        }
    }

    long done() {
        return done.sum();
    }

    /** How often the desk rejected commands, by reason. */
    Map<Rejection.Code, Long> rejected() {
        var map = new TreeMap<Rejection.Code, Long>();
        rejected.forEach((code, count) -> map.put(code, count.get()));
        return map;
    }
}
