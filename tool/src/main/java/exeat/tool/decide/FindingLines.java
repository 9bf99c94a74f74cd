package exeat.tool.decide;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import exeat.json.FactJson;
import exeat.json.FindingJson;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Findings of one directive as JSON lines. What is the same in many findings is written once and
 * kept: all but the id and the facts, and each value of a fact.
 */
final class FindingLines {

    static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    /** At most this many of each kind are kept. */
    private static final int MAX_KEPT = 4096;

    private static final byte[] NO_FACTS = "\"facts\":{}".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] ID = "{\"id\":\"".getBytes(StandardCharsets.US_ASCII);

    /**
     * What a line says beside the id and the facts. An engine hands out the same lists and burdens
     * again and again, so those are compared by whether they are the same.
     */
    private record Said(Finding finding) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Said(var that)
                    && finding.grounds() == that.grounds()
                    && finding.burden() == that.burden()
                    && finding.routes() == that.routes()
                    && finding.setAsideGrounds() == that.setAsideGrounds()
                    && finding.instrumentsNotHeld() == that.instrumentsNotHeld()
                    && finding.outcome() == that.outcome()
                    && finding.why().equals(that.why())
                    && finding.purpose().equals(that.purpose())
                    && finding.unanswered().equals(that.unanswered());
        }

        @Override
        public int hashCode() {
            int hash = System.identityHashCode(finding.grounds());
            hash = 31 * hash + System.identityHashCode(finding.burden());
            return 31 * hash + finding.unanswered().hashCode();
        }
    }

    /** A line's text before and after its facts. */
    private static final class Around {

        private final byte[] text;
        private final int facts;

        Around(byte[] text) {
            this.text = text;
            this.facts = indexOf(text, NO_FACTS) + NO_FACTS.length - 1;
        }

        // Quotes within a text are escaped, so only the field itself is found.
        private static int indexOf(byte[] text, byte[] part) {
            for (int at = 0; at <= text.length - part.length; at++) {
                if (java.util.Arrays.equals(text, at, at + part.length, part, 0, part.length)) {
                    return at;
                }
            }
            throw new IllegalStateException("a finding without facts");
        }
    }

    /** Owned by this object; only ever added to, and losing it costs time alone. */
    private final Map<Said, Around> arounds = new ConcurrentHashMap<>();

    /** Likewise. */
    private final Map<FactName, byte[]> names = new ConcurrentHashMap<>();

    /** Likewise. */
    private final Map<Value, byte[]> values = new ConcurrentHashMap<>();

    /** Writes a line. Safe to share between threads that write to streams of their own. */
    void write(ByteArrayOutputStream out, String id, Finding finding) throws IOException {
        var around = around(finding);
        out.writeBytes(ID);
        out.writeBytes(JsonStringEncoder.getInstance().quoteAsUTF8(id));
        out.write('"');
        out.write(',');
        out.write(around.text, 1, around.facts - 1);
        boolean isFirst = true;
        for (var fact : finding.facts().values().entrySet()) {
            if (!isFirst) {
                out.write(',');
            }
            isFirst = false;
            out.writeBytes(name(fact.getKey()));
            out.writeBytes(value(fact.getValue()));
        }
        out.write(around.text, around.facts, around.text.length - around.facts);
        out.write('\n');
    }

    private Around around(Finding finding) throws IOException {
        var said = new Said(withoutFacts(finding));
        var known = arounds.get(said);
        if (known != null) {
            return known;
        }
        var bytes = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(bytes)) {
            FindingJson.write(json, said.finding());
        }
        var around = new Around(bytes.toByteArray());
        if (arounds.size() < MAX_KEPT) {
            arounds.put(said, around);
        }
        return around;
    }

    private static Finding withoutFacts(Finding finding) {
        return new Finding(
                finding.directive(),
                finding.outcome(),
                finding.why(),
                finding.purpose(),
                finding.routes(),
                finding.burden(),
                finding.grounds(),
                Facts.NONE,
                finding.unanswered(),
                finding.instrumentsNotHeld(),
                finding.setAsideGrounds());
    }

    /** The name as a field's, with its colon. */
    private byte[] name(FactName name) {
        return names.computeIfAbsent(
                name,
                text ->
                        ("\""
                                        + new String(
                                                JsonStringEncoder.getInstance()
                                                        .quoteAsString(text.text()))
                                        + "\":")
                                .getBytes(StandardCharsets.UTF_8));
    }

    private byte[] value(Value value) throws IOException {
        var known = values.get(value);
        if (known != null) {
            return known;
        }
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            FactJson.value(json, value);
        }
        var written = bytes.toByteArray();
        if (values.size() < MAX_KEPT) {
            values.put(value, written);
        }
        return written;
    }
}
