package exeat.api;

import exeat.casework.command.Rejection;
import exeat.http.Problem;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import exeat.http.RejectionTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to the OpenAPI document what applies to every operation: who must be signed in, which
 * headers a command needs, and which problems it can return.
 */
public final class OpenApiFilter implements OASFilter {

    private static final String BEARER = "bearer";

    /** Operations open to everybody, by path and method. */
    private static final List<String> OPEN =
            List.of(
                    "POST /api/v1/sessions",
                    "GET /api/v1/directives",
                    "GET /api/v1/directives/{directive}",
                    "GET /api/v1/directives/{directive}/versions/{version}",
                    "GET /api/v1/directives/{directive}/proof",
                    "POST /api/v1/directives/{directive}/decide");

    /** Operations that need no idempotency key, because repeating them does no harm. */
    private static final List<String> UNKEYED =
            List.of(
                    "POST /api/v1/sessions",
                    "DELETE /api/v1/sessions",
                    "POST /api/v1/papers/find",
                    "POST /api/v1/search",
                    "POST /api/v1/intakes",
                    "POST /api/v1/intakes/{id}/continue",
                    "POST /api/v1/directives/{directive}/decide");

    /** Operations that create something. */
    private static final List<String> CREATING =
            List.of(
                    "POST /api/v1/sessions",
                    "POST /api/v1/applications",
                    "POST /api/v1/applications/{id}/secrets",
                    "POST /api/v1/issues");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme(BEARER)
                                .description("The token of POST /api/v1/sessions."))
                .addSchema("FactValue", factValue())
                .addSchema("FactInPart", factInPart())
                .addSchema("Facts", facts());
        tagged(api);
        api.setTags(
                ApiTags.all().entrySet().stream()
                        .map(step ->
                                OASFactory.createTag()
                                        .name(step.getKey())
                                        .description(step.getValue()))
                        .toList());
        var paths = api.getPaths().getPathItems();
        if (paths != null) {
            paths.forEach((path, item) ->
                    item.getOperations()
                            .forEach((method, operation) -> document(path, method, operation)));
        }
    }

    private static Schema factValue() {
        return OASFactory.createSchema()
                .description(
                        "true or false, a number, text, a date as text, null for none, or"
                                + " \"withheld\" for a protected fact")
                .type(
                        List.of(
                                Schema.SchemaType.BOOLEAN,
                                Schema.SchemaType.NUMBER,
                                Schema.SchemaType.STRING,
                                Schema.SchemaType.NULL));
    }

    private static Schema factInPart() {
        return OASFactory.createSchema()
                .description(
                        "What is known of a value that is not: the ages that a date of birth known"
                                + " in part leaves possible. Only in answers; nobody sends one.")
                .addType(Schema.SchemaType.OBJECT)
                .addProperty("from", value())
                .addProperty("to", value())
                .addProperty(
                        "one of",
                        OASFactory.createSchema().addType(Schema.SchemaType.ARRAY).items(value()));
    }

    private static Schema facts() {
        return OASFactory.createSchema()
                .description("One member for each fact, by its name in the directive's vocabulary")
                .addType(Schema.SchemaType.OBJECT)
                .additionalPropertiesSchema(
                        OASFactory.createSchema()
                                .addAnyOf(value())
                                .addAnyOf(
                                        OASFactory.createSchema()
                                                .ref("#/components/schemas/FactInPart")));
    }

    private static Schema value() {
        return OASFactory.createSchema().ref("#/components/schemas/FactValue");
    }

    /** Each variant of a sealed type has a {@code type} that names it. */
    private static void tagged(OpenAPI api) {
        var schemas = api.getComponents().getSchemas();
        if (schemas == null) {
            return;
        }
        for (var set : List.copyOf(schemas.values())) {
            var discriminator = set.getDiscriminator();
            if (discriminator == null || discriminator.getMapping() == null) {
                continue;
            }
            discriminator
                    .getMapping()
                    .forEach((name, ref) -> {
                        var member = schemas.get(ref.substring(ref.lastIndexOf('/') + 1));
                        if (member != null) {
                            member.addProperty(
                                    "type",
                                    OASFactory.createSchema()
                                            .addType(Schema.SchemaType.STRING)
                                            .constValue(name));
                            member.addRequired("type");
                        }
                    });
        }
    }

    private static void document(String path, PathItem.HttpMethod method, Operation operation) {
        var name = method + " " + path;
        var problems = new ArrayList<ProblemCode>();
        if (!OPEN.contains(name)) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(BEARER));
            problems.add(ProblemCode.SIGN_IN_FIRST);
            problems.add(ProblemCode.NOT_ALLOWED);
        }
        if (name.equals("POST /api/v1/sessions")) {
            problems.add(ProblemCode.SIGN_IN_FAILED);
        }
        boolean command = method != PathItem.HttpMethod.GET && !UNKEYED.contains(name);
        if (command) {
            operation.addParameter(key());
            problems.addAll(
                    List.of(
                            ProblemCode.KEY_MISSING,
                            ProblemCode.ALREADY_EXISTS,
                            ProblemCode.KEY_REUSED));
            if (path.contains("{no}")) {
                operation.addParameter(match());
                problems.addAll(List.of(ProblemCode.MATCH_BAD, ProblemCode.CHANGED));
            }
        }
        if (operation.getRequestBody() != null) {
            problems.addAll(
                    List.of(
                            ProblemCode.MALFORMED_JSON,
                            ProblemCode.TOO_LARGE,
                            ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                            ProblemCode.BAD_SHAPE));
        }
        if (path.contains("{")) {
            problems.add(ProblemCode.NOT_FOUND);
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(p -> p.getIn() == Parameter.In.QUERY)) {
            problems.add(ProblemCode.BAD_SHAPE);
        }
        problems.addAll(
                List.of(
                        ProblemCode.NOT_ACCEPTABLE,
                        ProblemCode.FAULT,
                        ProblemCode.OVER_BUDGET,
                        ProblemCode.BUSY));
        if (method != PathItem.HttpMethod.GET) {
            problems.add(ProblemCode.OUTCOME_UNKNOWN);
        }
        problems.forEach(kind -> add(operation, kind));
        if (command) {
            for (var code : Rejection.Code.values()) {
                reject(operation, code);
            }
        }
        if (name.equals("POST /api/v1/intakes")) {
            var taken = operation.getResponses().getAPIResponse("200");
            if (taken != null) {
                operation.getResponses().removeAPIResponse("200");
                operation.getResponses().addAPIResponse("202", taken.description("Taken"));
            }
        }
        if (CREATING.contains(name)) {
            var created = operation.getResponses().getAPIResponse("200");
            operation.getResponses().removeAPIResponse("200");
            operation.getResponses().addAPIResponse("201", created.description("Made"));
        }
    }

    /** Casework's reasons for rejection, by the status that each is mapped to. */
    private static void reject(Operation operation, Rejection.Code code) {
        var answer =
                operation
                        .getResponses()
                        .getAPIResponse(Integer.toString(ProblemMapper.status(code)));
        if (answer != null && !answer.getDescription().contains(code.name())) {
            answer.setDescription(
                    answer.getDescription() + " " + code.name() + ": " + RejectionTexts.of(code));
        }
    }

    private static Parameter key() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(true)
                .description(
                        "Unique for this caller and command. If sent twice, the command takes"
                                + " effect once and gets the same answer. With a different"
                                + " command it is rejected.")
                .schema(
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.STRING)
                                .minLength(1)
                                .maxLength(100));
    }

    private static Parameter match() {
        return OASFactory.createParameter()
                .name("If-Match")
                .in(Parameter.In.HEADER)
                .description(
                        "The ETag of the application as the caller saw it. If the application has"
                                + " changed since, nothing is done.")
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static void add(Operation operation, ProblemCode kind) {
        var status = Integer.toString(kind.status());
        var before = operation.getResponses().getAPIResponse(status);
        if (before == null || before.getContent() == null) {
            operation.getResponses().addAPIResponse(status, response(kind));
        } else if (before.getDescription() != null
                && !before.getDescription().contains(kind.name())) {
            before.setDescription(before.getDescription() + " " + text(kind));
        }
    }

    private static APIResponse response(ProblemCode kind) {
        return OASFactory.createAPIResponse()
                .description(text(kind))
                .content(
                        OASFactory.createContent()
                                .addMediaType(
                                        Problem.MEDIA_TYPE,
                                        OASFactory.createMediaType()
                                                .schema(
                                                        OASFactory.createSchema()
                                                                .ref(
                                                                        "#/components/schemas/Problem"))))
                .headers(headers(kind));
    }

    private static Map<String, org.eclipse.microprofile.openapi.models.headers.Header> headers(
            ProblemCode kind) {
        return switch (kind.status()) {
            case 401 -> Map.of("WWW-Authenticate", header());
            case 429, 503, 504 -> Map.of("Retry-After", header());
            default -> Map.of();
        };
    }

    private static org.eclipse.microprofile.openapi.models.headers.Header header() {
        return OASFactory.createHeader()
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
    }

    private static String text(ProblemCode kind) {
        return kind.name() + ": " + kind.detail();
    }
}
