package exeat.desk.notice;

import exeat.config.Config;
import exeat.config.NoticeSettings;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.InstallationKind;
import exeat.store.key.Vault;
import exeat.store.rows.NoticeStore;
import exeat.store.rows.NoticeStore.Due;
import exeat.telemetry.Log;
import exeat.telemetry.LogEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is to be told. What was filled in with an event stays until a mail server has taken
 * it: a crash in between, or a database that does not answer, sends it again, so a message can come
 * twice and none is lost. While the server is away everything waits, however long.
 */
public final class Notices implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration AWAY_PAUSE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration MAX_PAUSE = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 10;

    /** For how long an address is tried that takes nothing; then it counts as refused. */
    static final Duration PATIENCE = Duration.ofDays(5);

    private static final int AT_ONCE = 50;
    private static final String CODE = "code";
    private static final String MESSAGE_ID = "id of a notice";
    private static final int ID_LENGTH = 32;

    private final NoticeStore store;
    private final NoticeAddresses addresses;
    private final Vault vault;
    private final Config config;
    private final InstantSource clock;
    private final boolean training;
    private volatile boolean closing;
    private @Nullable Thread thread;

    private Notices(Infrastructure in) {
        store = new NoticeStore(in.database());
        addresses = new NoticeAddresses(in, store);
        vault = in.vault();
        config = in.config();
        clock = in.clock();
        training = InstallationKind.in(in.data()) == InstallationKind.TRAINING;
    }

    public static Notices of(Infrastructure in) {
        return new Notices(in);
    }

    /** Where people are told. */
    public NoticeAddresses addresses() {
        return addresses;
    }

    /** Whether anybody is offered notices here: there is a server, and it is no training. */
    public boolean isOffered() {
        return !training && config.given(NoticeSettings.SERVER).isPresent();
    }

    /**
     * Checks the settings.
     *
     * @throws OfficeException if there is a server and no sender, or its certificates cannot be
     *     read
     */
    public void check() {
        if (isOffered()) {
            carrier();
        }
    }

    private NoticeCarrier carrier() {
        if (config.given(NoticeSettings.FROM).isEmpty()) {
            throw new OfficeException(
                    Code.BAD_INPUT, "notices.server is set: set notices.from too, the sender");
        }
        return new MailCarrier(config);
    }

    /** Begins to send, in a thread of its own; a server does, a command beside one does not. */
    public synchronized void start(NoticeTexts texts) {
        if (isOffered()) {
            var carrier = carrier();
            thread =
                    Thread.ofPlatform()
                            .daemon()
                            .name("exeat-notices")
                            .start(() -> run(carrier, texts));
        }
    }

    private void run(NoticeCarrier carrier, NoticeTexts texts) {
        int away = 0;
        try {
            while (!closing) {
                away = isAnswered(carrier, texts) ? 0 : away + 1;
                Thread.sleep(away == 0 ? EVERY : pause(AWAY_PAUSE, away));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isAnswered(NoticeCarrier carrier, NoticeTexts texts) {
        try {
            return send(carrier, texts);
        } catch (RuntimeException failed) {
            // Nothing is lost: the next look finds the same.
            Log.write(LogEvent.NOTICES_WAIT);
            return false;
        }
    }

    /** Sends what is due; false where nothing can be sent to anybody now. */
    boolean send(NoticeCarrier carrier, NoticeTexts texts) {
        for (var due : StoreCalls.get(() -> store.due(clock.instant(), AT_ONCE))) {
            if (closing) {
                return true;
            }
            if (isOld(due)) {
                StoreCalls.run(() -> store.failed(due, clock.instant(), "old", null, false));
                continue;
            }
            switch (carrier.send(message(due, texts))) {
                // A crash before this is recorded sends it again.
                case TAKEN -> StoreCalls.run(() -> store.sent(due));
                case REFUSED -> bounced(due);
                case LATER -> later(due);
                case AWAY -> {
                    Log.write(LogEvent.NOTICES_WAIT);
                    return false;
                }
            }
        }
        return true;
    }

    /** A code that can no longer be typed is not sent. */
    private boolean isOld(Due due) {
        return due.kind().equals(CODE)
                && due.since().plus(NoticeAddresses.VALID).isBefore(clock.instant());
    }

    private NoticeCarrier.Message message(Due due, NoticeTexts texts) {
        var address =
                NoticeAddress.of(
                        vault.openText(
                                NoticeAddress.about(due.stream(), due.traveller()), due.sealed()));
        var text =
                due.kind().equals(CODE)
                        ? texts.code(address.language(), address.code().orElse(""))
                        : texts.news(address.language());
        var named =
                config.given(NoticeSettings.SUBJECT)
                        .map(subject -> new NoticeTexts.Text(subject, text.body()))
                        .orElse(text);
        var id = vault.keyed(MESSAGE_ID, Long.toString(due.id())).hex().substring(0, ID_LENGTH);
        return new NoticeCarrier.Message(
                id, address.address(), address.language(), named, clock.instant());
    }

    private void bounced(Due due) {
        Log.write(LogEvent.NOTICE_BOUNCED);
        StoreCalls.run(() -> store.failed(due, clock.instant(), "refused", null, true));
    }

    private void later(Due due) {
        var now = clock.instant();
        if (due.since().plus(PATIENCE).isBefore(now)) {
            bounced(due);
            return;
        }
        Instant next = now.plus(pause(FIRST_PAUSE, due.tries() + 1));
        StoreCalls.run(() -> store.failed(due, now, "not now", next, false));
    }

    /** Twice as long after each failure, up to the most. */
    private static Duration pause(Duration first, int tries) {
        long pause = first.toMillis() << Math.min(tries - 1, MAX_DOUBLINGS);
        return Duration.ofMillis(Math.min(pause, MAX_PAUSE.toMillis()));
    }

    @Override
    public synchronized void close() {
        closing = true;
        Optional.ofNullable(thread).ifPresent(Thread::interrupt);
    }
}
