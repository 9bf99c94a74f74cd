package exeat.web.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** A case filed, confirmed and read through the API, request by request. */
public final class ApiExamples {

    private static final String FILE = "/exeat/web/api-examples.json";

    /**
     * One request and its answer.
     *
     * @param title what it does, in English
     * @param token the name of the value that is sent as the bearer token; empty for none
     * @param key whether it sends an idempotency key
     * @param body JSON with {@code $NAME} for what an answer before it gave; empty for none
     * @param answer JSON with the members that the answer has, among others
     * @param keep the name of a value for later requests, by the member that has it
     */
    public record Example(
            String title,
            String method,
            String path,
            String token,
            boolean key,
            String body,
            int status,
            String answer,
            Map<String, String> keep) {
        public Example {
            keep = Map.copyOf(keep);
        }

        /** The command as somebody types it. */
        String command() {
            var text = new StringBuilder("curl");
            if (!method.equals("GET")) {
                text.append(" -X ").append(method);
            }
            text.append(" https://HOST").append(path);
            if (!token.isEmpty()) {
                text.append(" -H 'Authorization: Bearer $").append(token).append("'");
            }
            if (key) {
                text.append(" -H \"Idempotency-Key: $(uuidgen)\"");
            }
            if (!body.isEmpty()) {
                text.append(" -H 'Content-Type: application/json' -d '").append(body).append("'");
            }
            return text.toString();
        }
    }

    private ApiExamples() {}

    /** All of them, in the order in which they work. */
    public static List<Example> all() {
        try (var in = Objects.requireNonNull(ApiExamples.class.getResourceAsStream(FILE), FILE)) {
            var examples = new ArrayList<Example>();
            for (var one : new JsonMapper().readTree(in)) {
                examples.add(read(one));
            }
            return List.copyOf(examples);
        } catch (IOException broken) {
            throw new UncheckedIOException(FILE, broken);
        }
    }

    private static Example read(JsonNode one) {
        var keep = new TreeMap<String, String>();
        one.path("keep")
                .properties()
                .forEach(member -> keep.put(member.getKey(), member.getValue().asText()));
        return new Example(
                one.path("title").asText(),
                one.path("method").asText(),
                one.path("path").asText(),
                one.path("token").asText(),
                one.path("key").asBoolean(),
                one.path("body").isMissingNode() ? "" : one.path("body").toString(),
                one.path("status").asInt(),
                one.path("answer").toString(),
                keep);
    }
}
