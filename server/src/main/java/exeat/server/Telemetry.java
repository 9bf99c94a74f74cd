package exeat.server;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.http.TrainingMode;
import exeat.telemetry.Log;
import exeat.telemetry.LogEvent;
import exeat.telemetry.LogFormat;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;

/** Log format and trace export. */
@Singleton
public final class Telemetry {

    private static final int FIRST = 1;
    private static final int PATIENCE = 5;
    private static final double WHOLE = 100.0;

    private final Optional<SdkTracerProvider> provider;

    Telemetry(Config config, TrainingMode training) {
        provider =
                config.given(Settings.TRACES_ENDPOINT)
                        .filter(_ -> !training.isOn())
                        .map(_ -> provider(config));
    }

    /** The span exporter, according to the settings. */
    static SdkTracerProvider provider(Config config) {
        var exporter =
                OtlpHttpSpanExporter.builder().setEndpoint(config.text(Settings.TRACES_ENDPOINT));
        config.secret(Settings.TRACES_HEADER)
                .ifPresent(header -> {
                    int at = header.indexOf('=');
                    if (at > 0) {
                        exporter.addHeader(
                                header.substring(0, at).strip(), header.substring(at + 1).strip());
                    }
                });
        var share = Sampler.traceIdRatioBased(config.count(Settings.TRACES_SHARE) / WHOLE);
        return SdkTracerProvider.builder()
                .setResource(Resource.builder().put("service.name", "exeat").build())
                // A caller may pass on its trace, but cannot decide how many traces are sampled.
                .setSampler(
                        Sampler.parentBasedBuilder(share)
                                .setRemoteParentSampled(share)
                                .setRemoteParentNotSampled(share)
                                .build())
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build()).build())
                .build();
    }

    @Produces
    @Singleton
    Tracer tracer() {
        return provider.map(on -> on.get("exeat"))
                .orElseGet(() -> OpenTelemetry.noop().getTracer("exeat"));
    }

    void begin(
            @Observes @Priority(FIRST) StartupEvent event,
            Config config,
            @ConfigProperty(name = "exeat.demo") boolean demo,
            TrainingMode training) {
        var form =
                config.given(Settings.LOG_FORMAT)
                        .map(text -> text.equals("json") ? LogFormat.JSON : LogFormat.TEXT)
                        .orElse(demo || training.isOn() ? LogFormat.TEXT : LogFormat.JSON);
        form(Logger.getLogger("").getHandlers(), new LogFormatter(form));
        Log.write(LogEvent.STARTED);
    }

    private static void form(Handler[] handlers, LogFormatter lines) {
        for (var handler : handlers) {
            handler.setFormatter(lines);
            if (handler instanceof ExtHandler outer) {
                form(outer.getHandlers(), lines);
            }
        }
    }

    void end(@Observes ShutdownEvent event) {
        Log.write(LogEvent.STOPPED);
        provider.ifPresent(on -> on.shutdown().join(PATIENCE, TimeUnit.SECONDS));
    }
}
