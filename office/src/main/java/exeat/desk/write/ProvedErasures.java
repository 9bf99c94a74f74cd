package exeat.desk.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.store.Bytes;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What lines of proofs prove, each checked once in the life of a process: the file of them only
 * grows, is read after each erasure, and a signature takes longer than all the rest. A line is
 * known again by its hash, so one that was changed is another one.
 */
final class ProvedErasures {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Predicate<String> isGood;
    private final Map<Bytes, Optional<ErasureLog.Erased>> checked = new ConcurrentHashMap<>();

    /**
     * Nothing is known yet.
     *
     * @param isGood whether a receipt, in one line, is of this log
     */
    ProvedErasures(Predicate<String> isGood) {
        this.isGood = isGood;
    }

    /** The erasures that these lines prove. A line that proves nothing is none. */
    List<ErasureLog.Erased> of(List<String> lines) {
        return lines.stream()
                .flatMap(line ->
                        checked
                                .computeIfAbsent(Bytes.utf8(line).sha256(), _ -> proved(line))
                                .stream())
                .toList();
    }

    private Optional<ErasureLog.Erased> proved(String line) {
        if (!isGood.test(line)) {
            return Optional.empty();
        }
        try {
            var steps = JSON.readTree(line).path("steps");
            var step = steps.path(0);
            if (steps.size() != 1
                    || !step.path("stream").asText().equals(ErasureProofs.REGISTER)
                    || !step.path("type").asText().equals(ErasureProofs.TYPE)
                    || !step.has("payload")) {
                return Optional.empty();
            }
            var at = Instant.parse(step.path("at").asText());
            return Optional.of(erased(JSON.readTree(step.path("payload").asText()), at));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static ErasureLog.Erased erased(JsonNode told, Instant at) {
        var travellers = new TreeSet<TravellerNo>();
        told.path("travellers").forEach(no -> travellers.add(new TravellerNo(no.asInt())));
        return new ErasureLog.Erased(
                CaseId.of(told.path("case").asText()),
                told.path("sequence").asLong(),
                travellers,
                at,
                told.path("ground").asText());
    }
}
