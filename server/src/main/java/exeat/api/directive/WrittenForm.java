package exeat.api.directive;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Fills bodies from what {@code exeat.json} writes, which the command line prints too. The bodies
 * describe the form for OpenAPI; a written field that the body lacks fails the request, and a test
 * before that.
 */
final class WrittenForm {

    /** Numbers stay as written: 1.50 does not become 1.5. */
    private static final JsonMapper MAPPER =
            JsonMapper.builder().disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES).build();

    private WrittenForm() {}

    /** What writes one value. */
    @FunctionalInterface
    interface Form {
        void write(JsonGenerator json) throws IOException;
    }

    static <T> T read(Class<T> body, Form form) {
        try (var written = new TokenBuffer(MAPPER, false)) {
            form.write(written);
            return MAPPER.readValue(written.asParserOnFirstToken(), body);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
