package exeat.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * Problem details of RFC 9457.
 *
 * @param code a word of ours that a program can switch on, such as a rejection's code
 * @param errors what is wrong with which field; empty when the whole request is meant
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<FieldError> errors) {

    /** A field, as a path such as {@code travellers[0].birthDate}, and what is wrong with it. */
    public record FieldError(String field, String message) {}

    public Problem {
        errors = List.copyOf(errors);
    }

    public static Problem of(int status, String code, String detail) {
        var reason = Response.Status.fromStatusCode(status);
        return new Problem(
                "about:blank",
                reason == null
                        ? (status == 422 ? "Unprocessable Content" : "Error")
                        : reason.getReasonPhrase(),
                status,
                detail,
                code,
                List.of());
    }

    public static Problem fields(List<FieldError> errors) {
        var plain = of(422, "BAD_VALUE", "Some fields cannot be taken as they are.");
        return new Problem(
                plain.type(), plain.title(), plain.status(), plain.detail(), plain.code(), errors);
    }

    public Response response() {
        return builder().build();
    }

    public Response.ResponseBuilder builder() {
        return Response.status(status).type("application/problem+json").entity(this);
    }
}
