package exeat.api.application;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import exeat.api.BodyExceptionMapper;
import exeat.casework.value.Application.Channel;
import exeat.desk.intake.FileIntakes;
import exeat.http.Problem.FieldError;
import jakarta.inject.Singleton;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a line of a file as the body of an application, with all its errors. */
@Singleton
public final class IntakeLines implements FileIntakes.LineReader {

    private final ObjectMapper json;
    private final Validator validator;
    private final ApplicationReader drafts;

    IntakeLines(ObjectMapper json, Validator validator, ApplicationReader drafts) {
        this.json = json;
        this.validator = validator;
        this.drafts = drafts;
    }

    @Override
    public FileIntakes.ParsedLine read(String line) {
        @Nullable ApplicationBody body;
        try {
            body = json.readValue(line, ApplicationBody.class);
        } catch (JsonMappingException wrong) {
            return bad(
                    List.of(
                            new FieldError(
                                    BodyExceptionMapper.path(wrong.getPath()),
                                    "has the wrong form")));
        } catch (JsonProcessingException broken) {
            return bad(List.of(new FieldError("", "is not JSON")));
        }
        if (body == null) {
            return bad(List.of(new FieldError("", "is not an application")));
        }
        var errors = new ArrayList<FieldError>();
        for (var violation : validator.validate(body)) {
            errors.add(
                    new FieldError(violation.getPropertyPath().toString(), violation.getMessage()));
        }
        if (!errors.isEmpty()) {
            return bad(errors);
        }
        var draft = drafts.read(body, Channel.OFFICE, Optional.empty(), errors);
        return errors.isEmpty() ? new FileIntakes.ParsedLine(draft, List.of()) : bad(errors);
    }

    private static FileIntakes.ParsedLine bad(List<FieldError> errors) {
        return new FileIntakes.ParsedLine(
                Optional.empty(),
                errors.stream()
                        .map(e -> new FileIntakes.LineProblem(e.field(), e.message()))
                        .toList());
    }
}
