package exeat.desk.intake;

import exeat.casework.command.Actor;
import exeat.desk.auth.Authentication;
import exeat.desk.base.Session;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.write.BatchDecider;
import exeat.desk.write.Desk;
import exeat.rules.fact.Vocabulary;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.SealedFile;
import exeat.store.key.Vault;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The one thread that checks and files what came in, each file in its turn. */
final class IntakeWorker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("exeat.intake");
    private static final String TOKEN = "intake token";

    private final IntakeStateFiles states;
    private final Desk desk;
    private final Authentication doors;
    private final DirectiveRegister register;
    private final Vault vault;
    private final InstantSource clock;
    private final BlockingQueue<String> turn = new LinkedBlockingQueue<>();
    private final Thread worker = Thread.ofPlatform().daemon().name("intake").unstarted(this::work);
    private volatile boolean open = true;
    private volatile FileIntakes.LineReader lines = FileIntakes.NO_LINES;

    IntakeWorker(
            IntakeStateFiles states,
            Desk desk,
            Authentication doors,
            DirectiveRegister register,
            Vault vault,
            InstantSource clock) {
        this.states = states;
        this.desk = desk;
        this.doors = doors;
        this.register = register;
        this.vault = vault;
        this.clock = clock;
    }

    synchronized void start(FileIntakes.LineReader reader) {
        lines = reader;
        if (worker.getState() == Thread.State.NEW) {
            worker.start();
        }
    }

    void add(String id) {
        turn.add(id);
    }

    /** A session's token as it is laid beside a file. */
    String sealed(Session session) {
        return vault.sealText(TOKEN, session.token()).base64();
    }

    Vocabulary vocabulary(Session session) {
        if (session.actor() instanceof Actor.Officer) {
            return register.directive(session.directive())
                    .orElseThrow(() ->
                            new OfficeException(
                                    Code.NOT_FOUND, "no directive applies to this session"))
                    .vocabulary();
        }
        throw new OfficeException(Code.NOT_ALLOWED, "only officers may send files");
    }

    private void work() {
        while (open) {
            try {
                var id = turn.take();
                try {
                    run(id);
                } catch (OfficeException failed) {
                    failed(id, failed.code());
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException broken) {
                // What is on disk stays; the next start continues from there.
                LOG.log(System.Logger.Level.WARNING, "a file of applications stopped", broken);
            }
        }
    }

    /** A session that ended, or a database that is away, stops a file, and loses nothing of it. */
    private void failed(String id, Code code) throws IOException {
        var state = states.get(id);
        LOG.log(System.Logger.Level.INFO, "a file of applications stopped: " + code);
        states.keep(id, state.at(FileIntake.Phase.STOPPED, clock.instant()));
    }

    private void run(String id) throws IOException, InterruptedException {
        var found = states.find(id).filter(IntakeStateFiles::isUnderWay);
        if (found.isEmpty()) {
            return;
        }
        var state = found.get();
        var token = vault.openText(TOKEN, Bytes.fromBase64(state.token()));
        var session = doors.resume(token).orElseThrow(BatchDecider::sessionEnded);
        run(id, session);
    }

    void run(String id, Session session) throws IOException, InterruptedException {
        var state = states.get(id);
        if (state.runs() == 0) {
            state = checked(id, state.at(FileIntake.Phase.CHECKING, clock.instant()), session);
        }
        if (state.stage() == FileIntake.Phase.FILING) {
            state = filed(id, state, session);
        }
        if (state.stage() == FileIntake.Phase.DONE
                || state.stage() == FileIntake.Phase.UNREADABLE) {
            list(id, state);
        }
    }

    private IntakeState checked(String id, IntakeState begun, Session session) throws IOException {
        states.keep(id, begun);
        var check =
                IntakeCheck.check(
                        states.files(id),
                        begun.format(),
                        vocabulary(session),
                        lines,
                        read ->
                                states.tell(
                                        id, begun.checked(read, 0, 0, new SealedFile.Mark(0, 0))));
        var next =
                begun.checked(check.rows(), check.runs(), check.listed(), check.problems())
                        .at(
                                check.whole()
                                        ? FileIntake.Phase.FILING
                                        : FileIntake.Phase.UNREADABLE,
                                clock.instant());
        if (check.whole()) {
            states.keep(id, next);
        }
        return next;
    }

    private IntakeState filed(String id, IntakeState begun, Session session)
            throws IOException, InterruptedException {
        var files = states.files(id);
        try (var rows = files.rows().read(begun.runs());
                var filing = new IntakeFiling(desk, session, lines, files, begun)) {
            boolean whole =
                    filing.file(
                            rows,
                            vocabulary(session),
                            now -> {
                                states.keep(id, now.at(FileIntake.Phase.FILING, clock.instant()));
                                return open;
                            });
            var now = states.get(id);
            return whole ? now.at(FileIntake.Phase.DONE, clock.instant()) : now;
        }
    }

    /** The list of problems in the order of the lines; and what people sent goes away. */
    private void list(String id, IntakeState state) throws IOException {
        var files = states.files(id);
        files.forgetListed();
        var sorted = files.listed();
        try (var problems = files.list(IntakeFolder.PROBLEMS)) {
            for (var one = problems.next(); one.isPresent(); one = problems.next()) {
                sorted.add(one.get());
            }
        }
        states.keep(id, state.listed(sorted.end()));
        files.forgetPeople();
    }

    /** Ends after the part that is under way. */
    @Override
    public void close() {
        open = false;
        if (worker.getState() == Thread.State.NEW) {
            return;
        }
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(30));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
