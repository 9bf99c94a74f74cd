package exeat.crash;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.crash.Wire.Answer;
import exeat.crash.Wire.NoAnswer;
import exeat.web.town.MadeUp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;

/** One client: sends one person after another down the whole road, and records every answer. */
final class Traveller implements Runnable {

    private static final String DRAFT =
            """
            {"travellers": [
              {"names": [{"script": "Latn", "family": "Made", "given": "Up"}],
               "birthDate": "1980-05-01", "nationality": "KP", "residence": "jl-yanji",
               "purpose": "return", "facts": %s, "language": "en"}]}\
            """
                    .formatted(MadeUp.json(Map.of()));
    private static final String TOLD = "{\"told\": [\"nationality\", \"residence\", \"way back\"]}";

    private final Wire wire;
    private final Map<String, String> officers;
    private final Queue<Acknowledged> record;
    private final Queue<String> wrong;
    private final Random random;

    /**
     * @param officers by unit, the token of an officer there
     * @param record where every acknowledged command goes
     * @param wrong where an answer goes that nobody should get
     */
    Traveller(
            Wire wire,
            Map<String, String> officers,
            Queue<Acknowledged> record,
            Queue<String> wrong,
            Random random) {
        this.wire = wire;
        this.officers = officers;
        this.record = record;
        this.wrong = wrong;
        this.random = random;
    }

    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted() && wrong.isEmpty()) {
                travel();
            }
        } catch (NoAnswer ended) {
            // The run is over; what this client last asked may be there or not.
        }
    }

    private void travel() throws NoAnswer {
        var stranger = wire.post("", "", "/api/v1/sessions", "{\"type\": \"stranger\"}");
        var filed = give("", stranger.text("token"), "/api/v1/applications", DRAFT);
        if (!filed.done()) {
            return;
        }
        var own = signIn(filed.text("number"), filed.text("secret"));
        var path = "/api/v1/applications/" + filed.text("id");
        var one = path + "/travellers/1";
        give("", own, one + "/confirm", TOLD);
        // The others open with the one that establishes identity.
        for (int round = 0; round < 2; round++) {
            for (var clearance : open(wire.get(own, path))) {
                var unit = clearance.path("unit").asText();
                deed(unit, one + "/clearances/" + clearance.path("name").asText(), "");
            }
        }
        if (random.nextInt(10) == 0) {
            give("", own, one + "/withdrawal", "");
            return;
        }
        deed("jl-yanji-fa", one + "/authorisation", "");
        var crossing = "{\"direction\": \"departure\"}";
        deed("jl-tumen-bd", one + "/crossings", crossing);
        deed("jl-tumen-cu", one + "/crossings", crossing);
    }

    private static List<JsonNode> open(Answer seen) {
        var open = new ArrayList<JsonNode>();
        seen.body().path("travellers").path(0).path("clearances").forEach(open::add);
        open.removeIf(clearance -> clearance.hasNonNull("doneAt"));
        return open;
    }

    private String signIn(String number, String secret) throws NoAnswer {
        var body =
                "{\"type\": \"party\", \"number\": \"%s\", \"secret\": \"%s\"}"
                        .formatted(number, secret);
        return wire.post("", "", "/api/v1/sessions", body).text("token");
    }

    private void deed(String unit, String path, String body) throws NoAnswer {
        give(unit + ".1", officers.getOrDefault(unit, ""), path, body);
    }

    private Answer give(String officer, String token, String path, String body) throws NoAnswer {
        var key = UUID.randomUUID().toString();
        var answer = wire.post(token, key, path, body);
        if (!answer.done()) {
            wrong.add(path + " was answered " + answer.status() + " " + answer.body());
            return answer;
        }
        if (random.nextInt(5) == 0) {
            var again = wire.post(token, key, path, body);
            if (!again.body().equals(answer.body())) {
                wrong.add(path + " was answered " + answer.body() + " and again " + again.body());
            }
        }
        write(officer, key, answer);
        return answer;
    }

    private void write(String officer, String key, Answer answer) {
        var done = answer.body().has("done") ? answer.body().path("done") : answer.body();
        var happened = new ArrayList<String>();
        done.path("happened").forEach(type -> happened.add(type.asText()));
        record.add(
                new Acknowledged(
                        officer,
                        key,
                        done.path("stream").asText(),
                        done.path("sequence").asLong(),
                        happened,
                        done.path("leaf").asText()));
    }
}
