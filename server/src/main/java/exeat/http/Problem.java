package exeat.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Problem details of RFC 9457. They never contain a value that was sent, only its position.
 *
 * @param code a stable code that a program can switch on
 * @param about the field, fact, clearance or number that the rejection is about
 * @param line where the JSON is invalid, from 1, as is {@code column}
 * @param errors the invalid fields, and what is wrong with each
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Problem details of RFC 9457.")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String about,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A field, as a path such as {@code travellers[0].birthDate}, and what is wrong with it. */
    public record FieldError(String field, String message) {}

    public static Problem of(ProblemCode kind) {
        return of(kind.status(), kind.name(), kind.detail());
    }

    public static Problem of(int status, String code, String detail) {
        return new Problem(
                "about:blank", title(status), status, detail, code, null, null, null, null);
    }

    private static String title(int status) {
        var reason = Response.Status.fromStatusCode(status);
        if (status == 422) {
            return "Unprocessable Content";
        }
        return reason == null ? "Error" : reason.getReasonPhrase();
    }

    Problem about(String what) {
        return new Problem(
                type,
                title,
                status,
                detail,
                code,
                what.isEmpty() ? null : what,
                line,
                column,
                errors);
    }

    Problem at(int brokenLine, int brokenColumn) {
        return new Problem(
                type, title, status, detail, code, about, brokenLine, brokenColumn, errors);
    }

    public static Problem fields(List<FieldError> errors) {
        var plain = of(ProblemCode.BAD_SHAPE);
        return new Problem(
                plain.type,
                plain.title,
                plain.status,
                plain.detail,
                plain.code,
                null,
                null,
                null,
                List.copyOf(errors));
    }

    public static Problem field(String field, String message) {
        return fields(List.of(new FieldError(field, message)));
    }

    public Response response() {
        return builder().build();
    }

    /** Serialised here, so that the caller's Accept header cannot change its format. */
    Response.ResponseBuilder builder() {
        return Response.status(status).type(MEDIA_TYPE).entity(json());
    }

    /** This problem as text, for an answer that no resource gives. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a problem cannot be written as JSON", broken);
        }
    }

    public ProblemException thrown() {
        return new ProblemException(response());
    }
}
