package exeat.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import java.util.Optional;

/** The request under way on this thread. */
public final class CurrentRequest {

    private static final ContextKey<String> REQUEST = ContextKey.named("exeat request");

    private CurrentRequest() {}

    /** The context with the id of a request. */
    public static Context with(Context context, String request) {
        return context.with(REQUEST, request);
    }

    /** Empty where no request is under way. */
    public static Optional<String> request() {
        return Optional.ofNullable(Context.current().get(REQUEST));
    }

    /** The id of the trace that this is a part of, ours or a caller's; empty for none. */
    public static Optional<String> trace() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty();
    }
}
