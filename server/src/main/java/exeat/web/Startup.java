package exeat.web;

import exeat.api.IntakeLines;
import exeat.demo.Demo;
import exeat.demo.DemoClock;
import exeat.desk.Office;
import exeat.desk.Settings;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the office when the server starts, lets time pass in it, and closes it at the end. */
@Singleton
public final class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class);
    private static final Duration SWEEP = Duration.ofMinutes(1);
    private static final int FIRST = 1000;

    /** Owned by the start and the stop of the server, which never overlap. */
    private @Nullable Thread sweeper;

    @Produces
    @Singleton
    Office office(
            @ConfigProperty(name = "exeat.data") Path data,
            @ConfigProperty(name = "exeat.directives") Path directives,
            @ConfigProperty(name = "exeat.jdbc-url") Optional<String> url,
            @ConfigProperty(name = "exeat.jdbc-user") Optional<String> user,
            @ConfigProperty(name = "exeat.jdbc-password") Optional<String> password,
            InstantSource clock) {
        return Office.open(new Settings(data, url, user, password, directives), clock);
    }

    /** The demonstration lives through a month before it begins; everything else has one time. */
    @Produces
    @Singleton
    InstantSource clock(@ConfigProperty(name = "exeat.demo") boolean demo) {
        return demo ? new DemoClock() : Clock.systemUTC();
    }

    void close(@Disposes Office office) {
        office.close();
    }

    void begin(
            @Observes @Priority(FIRST) StartupEvent event,
            Office office,
            InstantSource clock,
            @ConfigProperty(name = "exeat.data") Path data,
            @ConfigProperty(name = "exeat.demo.planted") boolean planted) {
        if (clock instanceof DemoClock demo) {
            Demo.load(office, demo, data, System.out, Demo.Size.whole(planted));
        }
        forgetUploads(data.resolve("uploads"));
    }

    /** Once the demonstration's month has been lived. */
    void goOn(
            @Observes @Priority(FIRST + 1) StartupEvent event,
            Office office,
            Drafts drafts,
            IntakeLines lines) {
        office.intakes().start(lines);
        sweeper = Thread.ofVirtual().name("time passes").start(() -> sweep(office, drafts));
    }

    /** What the server lays aside while a form comes in; of one that was killed, too. */
    private static void forgetUploads(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                try (var left = Files.list(folder)) {
                    for (var file : left.toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            } else {
                Files.createDirectory(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("the folder for uploads cannot be used", failed);
        }
    }

    void end(@Observes ShutdownEvent event) {
        var running = sweeper;
        if (running != null) {
            running.interrupt();
        }
    }

    private static void sweep(Office office, Drafts drafts) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                office.passMinute();
                office.health()
                        .clockJump()
                        .ifPresent(jump -> LOG.warn("the clock has jumped, nothing falls due"));
                office.watch();
                drafts.sweep();
                Thread.sleep(SWEEP);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // A sweep that fails loses nothing: the next one finds the same work to do.
                LOG.warn("time could not pass; the next minute tries again", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(SWEEP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
