package exeat.tool.decide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import exeat.json.FindingJson;
import exeat.rules.finding.Finding;
import java.io.IOException;
import java.io.OutputStream;

/** Findings as JSON lines. */
final class FindingLines implements AutoCloseable {

    static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private final JsonGenerator json;

    FindingLines(OutputStream out) throws IOException {
        json = JSON.createGenerator(out);
        json.setRootValueSeparator(new SerializedString(""));
    }

    void write(String id, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", id);
        FindingJson.fields(json, finding);
        json.writeEndObject();
        json.writeRaw('\n');
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
