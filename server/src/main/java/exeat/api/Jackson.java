package exeat.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import exeat.web.Problem;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * Strict JSON: an unknown field, a wrong type or a missing value is an error that names its field.
 */
@Singleton
public final class Jackson implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, true);
        mapper.configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, true);
        mapper.configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true);
        mapper.configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false);
        mapper.configOverride(String.class)
                .setSetterInfo(
                        com.fasterxml.jackson.annotation.JsonSetter.Value.forValueNulls(
                                com.fasterxml.jackson.annotation.Nulls.FAIL));
    }

    @ServerExceptionMapper
    public Response unknown(UnrecognizedPropertyException fault) {
        return at(fault, "There is no such field.");
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException fault) {
        return at(fault, "The value has the wrong type, or is missing.");
    }

    @ServerExceptionMapper
    public Response instantiation(ValueInstantiationException fault) {
        return at(fault, "The value cannot be taken.");
    }

    @ServerExceptionMapper
    public Response broken(JsonProcessingException fault) {
        var place = fault.getLocation();
        var where =
                place == null
                        ? ""
                        : " at line " + place.getLineNr() + ", column " + place.getColumnNr();
        return Problem.of(400, "BAD_JSON", "The body is no JSON" + where + ".").response();
    }

    /** Only the path is told, never the value: it may be personal. */
    private static Response at(JsonMappingException fault, String message) {
        return Problem.fields(List.of(new Problem.FieldError(path(fault), message))).response();
    }

    private static String path(JsonMappingException fault) {
        return fault.getPath().stream()
                .map(ref ->
                        ref.getFieldName() == null
                                ? "[" + ref.getIndex() + "]"
                                : "." + ref.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
