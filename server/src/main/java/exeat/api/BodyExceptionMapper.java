package exeat.api;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import exeat.http.Problem;
import exeat.http.Problem.FieldError;
import exeat.http.ProblemMapper;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Maps bodies that are JSON but not of the expected form. The problem names the field, never its
 * value.
 */
@Singleton
public final class BodyExceptionMapper {

    /** A longer path is cut off, since its names can be anything that was sent. */
    private static final int MAX_PATH = 200;

    @ServerExceptionMapper
    public Response shape(MismatchedInputException wrong) {
        if (String.valueOf(wrong.getOriginalMessage()).startsWith("Trailing token")) {
            return ProblemMapper.of(wrong);
        }
        if (wrong.getPath().isEmpty() && !(wrong instanceof UnrecognizedPropertyException)) {
            return Problem.field("", "is missing, or is not a JSON object").response();
        }
        return Problem.field(path(wrong.getPath()), message(wrong)).response();
    }

    private static String message(MismatchedInputException wrong) {
        if (wrong instanceof UnrecognizedPropertyException) {
            return "is not a field here";
        }
        var type = wrong.getTargetType();
        return type == null ? "has the wrong form" : "must be " + kind(type);
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Boolean.class) {
            return "true or false";
        }
        if (type == java.time.LocalDate.class) {
            return "a date such as 1963-08-08";
        }
        if (java.util.Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isInterface() ? "an object with a type that is listed" : "an object";
    }

    public static String path(List<JsonMappingException.Reference> references) {
        var path = new StringBuilder();
        for (var reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.length() > MAX_PATH ? path.substring(0, MAX_PATH) + "…" : path.toString();
    }

    @ServerExceptionMapper
    public Response values(ConstraintViolationException wrong) {
        return Problem.fields(
                        wrong.getConstraintViolations().stream()
                                .map(v -> new FieldError(path(v), v.getMessage()))
                                .sorted(
                                        Comparator.comparing(FieldError::field)
                                                .thenComparing(FieldError::message))
                                .toList())
                .response();
    }

    /** The path without the method and its parameter; for a parameter itself, its name. */
    private static String path(ConstraintViolation<?> violation) {
        var path = new StringBuilder();
        var last = "";
        int depth = 0;
        for (Path.Node node : violation.getPropertyPath()) {
            last = String.valueOf(node.getName());
            if (depth++ >= 2 && node.getName() != null) {
                if (node.getIndex() != null) {
                    path.append('[').append(node.getIndex()).append(']');
                }
                path.append(path.isEmpty() ? "" : ".").append(node.getName());
            }
        }
        return path.isEmpty() ? last : path.toString();
    }
}
