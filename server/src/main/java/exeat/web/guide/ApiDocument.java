package exeat.web.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The OpenAPI document as the guide reads it: operations by group, in the order of a case. */
record ApiDocument(List<Group> groups) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

    ApiDocument {
        groups = List.copyOf(groups);
    }

    /**
     * Operations that belong together.
     *
     * @param place its number in the guide, from 0
     */
    record Group(int place, String name, String description, List<Operation> operations) {
        Group {
            operations = List.copyOf(operations);
        }
    }

    /**
     * One operation.
     *
     * @param signedIn whether it takes a session
     * @param fields of the body, one level deep
     * @param answers each status with what it says, in their order
     */
    record Operation(
            String method,
            String path,
            String summary,
            String description,
            boolean signedIn,
            List<Field> parameters,
            List<Field> fields,
            List<Answer> answers) {
        Operation {
            parameters = List.copyOf(parameters);
            fields = List.copyOf(fields);
            answers = List.copyOf(answers);
        }

        /** What a link to it ends with. */
        String anchor() {
            return (method + path)
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("-$", "");
        }
    }

    /** A parameter, or a member of a body. */
    record Field(String name, String type, boolean required, String description) {}

    /** A status, and what the answer says; problems with their codes. */
    record Answer(String status, String description) {}

    /**
     * Reads the document.
     *
     * @param json OpenAPI 3.1
     */
    static ApiDocument read(byte[] json) {
        try {
            var root = JSON.readTree(json);
            var groups = new ArrayList<Group>();
            for (var tag : root.path("tags")) {
                var name = tag.path("name").asText();
                groups.add(
                        new Group(
                                groups.size(),
                                name.replaceFirst("^[0-9] ", ""),
                                tag.path("description").asText(),
                                operations(root, name)));
            }
            return new ApiDocument(groups);
        } catch (IOException broken) {
            throw new UncheckedIOException("the OpenAPI document cannot be read", broken);
        }
    }

    private static List<Operation> operations(JsonNode root, String tag) {
        var found = new ArrayList<Operation>();
        for (var path : root.path("paths").properties()) {
            for (var method : METHODS) {
                var one = path.getValue().path(method);
                boolean isOfTag = one.path("tags").path(0).asText().equals(tag);
                if (isOfTag) {
                    found.add(operation(root, method, path.getKey(), one));
                }
            }
        }
        return found;
    }

    private static Operation operation(JsonNode root, String method, String path, JsonNode one) {
        var parameters = new ArrayList<Field>();
        for (var parameter : one.path("parameters")) {
            parameters.add(
                    new Field(
                            parameter.path("name").asText(),
                            parameter.path("in").asText()
                                    + ", "
                                    + type(root, parameter.path("schema")),
                            parameter.path("required").asBoolean(),
                            parameter.path("description").asText()));
        }
        var answers = new ArrayList<Answer>();
        one.path("responses")
                .properties()
                .forEach(answer ->
                        answers.add(
                                new Answer(
                                        answer.getKey(),
                                        answer.getValue().path("description").asText())));
        answers.sort(Comparator.comparing(Answer::status));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                one.path("summary").asText(),
                one.path("description").asText(),
                !one.path("security").isEmpty(),
                parameters,
                body(root, one),
                answers);
    }

    private static List<Field> body(JsonNode root, JsonNode one) {
        var schema =
                one.path("requestBody").path("content").path("application/json").path("schema");
        var body = resolved(root, schema);
        var required = new ArrayList<String>();
        body.path("required").forEach(name -> required.add(name.asText()));
        var fields = new ArrayList<Field>();
        body.path("properties")
                .properties()
                .forEach(field ->
                        fields.add(
                                new Field(
                                        field.getKey(),
                                        type(root, field.getValue()),
                                        required.contains(field.getKey()),
                                        field.getValue().path("description").asText())));
        return fields;
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        return reference(schema)
                .map(name -> root.path("components").path("schemas").path(name))
                .orElse(schema);
    }

    private static Optional<String> reference(JsonNode schema) {
        return Optional.of(schema.path("$ref").asText())
                .filter(ref -> !ref.isEmpty())
                .map(ref -> ref.substring(ref.lastIndexOf('/') + 1));
    }

    /** The type in a word; of a named schema its name, with its variants where it has any. */
    private static String type(JsonNode root, JsonNode schema) {
        var name = reference(schema);
        if (name.isPresent()) {
            var mapping = resolved(root, schema).path("discriminator").path("mapping");
            var variants = mapping.properties().stream().map(Map.Entry::getKey).toList();
            return variants.isEmpty()
                    ? name.get()
                    : name.get() + ": " + String.join(" | ", variants);
        }
        if (schema.has("items")) {
            return "list of " + type(root, schema.path("items"));
        }
        if (schema.has("enum")) {
            var values = new ArrayList<String>();
            schema.path("enum").forEach(value -> values.add(value.asText()));
            return String.join(" | ", values);
        }
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText("object");
    }
}
