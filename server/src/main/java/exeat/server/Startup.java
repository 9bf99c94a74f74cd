package exeat.server;

import exeat.api.application.IntakeLines;
import exeat.config.Config;
import exeat.config.ConfigException;
import exeat.config.Settings;
import exeat.demo.DemoClock;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.clock.TestRestores;
import exeat.http.TrainingMode;
import exeat.store.database.TrainingFolder;
import exeat.telemetry.Log;
import exeat.telemetry.LogEvent;
import exeat.telemetry.TraceSpans;
import exeat.web.kit.MessageFiles;
import exeat.web.track.NoticeMessages;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the office when the server starts, runs its clock, and closes it at the end. */
@Singleton
public final class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class);
    private static final int FIRST = 1000;
    private static final long QUARTER = Duration.ofMinutes(15).toMillis();

    /** The prefix of each setting's key. */
    static final String PROPERTY = "exeat.";

    /** Owned by the start and the stop of the server, which never overlap. */
    private @Nullable Thread sweeper;

    @Produces
    @Singleton
    Office office(
            OfficeSettings settings, InstantSource clock, Tracer tracer, TrainingMode training) {
        if (!training.isOn()) {
            TrainingFolder.refuse(settings.data());
        }
        return Office.open(settings, clock, new TraceSpans(tracer));
    }

    @Produces
    @Singleton
    OfficeSettings settings(Config config) {
        return OfficeSettings.of(config, System.getenv());
    }

    /** The settings from the command line and the file, passed on as the server's properties. */
    @Produces
    @Singleton
    Config config() throws ConfigException {
        var properties = ConfigProvider.getConfig();
        var config = Config.plain(Path.of(""));
        for (var setting : Settings.all()) {
            var name = PROPERTY + setting.key();
            var text = properties.getOptionalValue(name, String.class);
            config = config.with(setting, text.orElse(""), name);
        }
        return config;
    }

    /** Made-up cases live through a month before they begin; everything else has one time. */
    @Produces
    @Singleton
    InstantSource clock(
            @ConfigProperty(name = "exeat.demo") boolean demo,
            @ConfigProperty(name = "exeat.training") boolean training) {
        var clock = Clock.systemUTC();
        return demo || training ? new DemoClock(clock) : clock;
    }

    @Produces
    @Singleton
    TestRestores restores(OfficeSettings settings, InstantSource clock) {
        return TestRestores.of(settings.data(), settings.config(), clock);
    }

    void close(@Disposes Office office) {
        office.close();
    }

    void begin(
            @Observes @Priority(FIRST) StartupEvent event,
            Office office,
            InstantSource clock,
            OfficeSettings settings,
            UploadFolder uploads,
            MadeUpCases cases) {
        var wrong = MessageFiles.faults();
        if (!wrong.isEmpty()) {
            throw new IllegalStateException(
                    "the messages are incomplete:\n" + String.join("\n", wrong));
        }
        if (clock instanceof DemoClock demo) {
            // Thousands sign in while the month is made; only the month itself is printed.
            Log.quietly(() -> cases.load(office, demo, settings));
        }
        uploads.open();
        office.operators().recordSettings(settings.config());
    }

    /** Continues after the demonstration's month is over. */
    void goOn(
            @Observes @Priority(FIRST + 1) StartupEvent event,
            Office office,
            Tidying tidying,
            IntakeLines lines,
            InstantSource clock,
            Config config) {
        office.intakes().start(lines);
        office.search().index().start();
        var stroke = config.time(Settings.STROKE);
        sweeper =
                Thread.ofVirtual()
                        .name("time passes")
                        .start(() ->
                                sweep(office, tidying::pass, () -> pause(clock.instant(), stroke)));
    }

    /** Others are told and asked, but by no training installation. */
    void callOthers(
            @Observes @Priority(FIRST + 1) StartupEvent event,
            Office office,
            TrainingMode training) {
        if (!training.isOn()) {
            office.webhooks().start();
            office.notices().start(new NoticeMessages());
            office.ledger().witnesses().start();
        }
    }

    void end(@Observes ShutdownEvent event) {
        var running = sweeper;
        if (running != null) {
            running.interrupt();
        }
    }

    /**
     * The time until the clock runs again: at most until the next full quarter of an hour, because
     * in every zone a day begins on one, and what is due with the day is done first.
     */
    static Duration pause(Instant now, Duration stroke) {
        var left = Duration.ofMillis(QUARTER - Math.floorMod(now.toEpochMilli(), QUARTER));
        return left.compareTo(stroke) < 0 ? left : stroke;
    }

    private static void sweep(Office office, Runnable tidy, Supplier<Duration> stroke) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                office.passMinute();
                office.health().clockJump().ifPresent(_ -> Log.write(LogEvent.CLOCK_JUMPED));
                office.detectAnomalies();
                tidy.run();
                Thread.sleep(stroke.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // A sweep that fails loses nothing: the next one finds the same work to do.
                LOG.warn("time could not pass; the next stroke tries again", e);
                rest(stroke.get());
            }
        }
    }

    private static void rest(Duration stroke) {
        try {
            Thread.sleep(stroke);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
