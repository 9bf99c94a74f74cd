package exeat.telemetry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Makes spans, and links those of the writer and the sequencer, which share no thread. An attribute
 * is a count or a queue position, never case data.
 */
public final class TraceSpans {

    /** What the log's next round is told it follows; more than this helps nobody who reads. */
    private static final int MAX_LINKS = 64;

    private final Tracer tracer;
    private final BlockingQueue<SpanContext> committed = new LinkedBlockingQueue<>(MAX_LINKS);

    public TraceSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Nothing is traced, and it costs next to nothing. */
    public static TraceSpans none() {
        return new TraceSpans(OpenTelemetry.noop().getTracer("exeat"));
    }

    /** A part of what goes on here. */
    public Span begin(String name) {
        return tracer.spanBuilder(name).startSpan();
    }

    public Span begin(String name, Context parent) {
        return tracer.spanBuilder(name).setParent(parent).startSpan();
    }

    /** A part of the first, which the others wait for too. */
    public Span begin(String name, List<Context> parents) {
        var builder = tracer.spanBuilder(name).setParent(parents.getFirst());
        for (var other : parents.subList(1, parents.size())) {
            builder.addLink(Span.fromContext(other).getSpanContext());
        }
        return builder.startSpan();
    }

    /** A batch is in the database, so that a round that begins now places it. */
    public void committed(Span batch) {
        if (batch.getSpanContext().isSampled()) {
            committed.offer(batch.getSpanContext());
        }
    }

    /** What was committed since this was last asked. */
    public List<SpanContext> sinceLast() {
        var links = new ArrayList<SpanContext>();
        committed.drainTo(links);
        return links;
    }

    /** A round of the log, and what it follows. */
    public Span round(List<SpanContext> after) {
        var builder = tracer.spanBuilder("sequence").setNoParent();
        after.forEach(builder::addLink);
        return builder.startSpan();
    }
}
