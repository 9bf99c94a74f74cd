package exeat.web.casefile;

import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.projection.QueueName;
import exeat.desk.queue.QueueRow;
import exeat.web.kit.CaseAddress;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;

/** Hands an officer the next task of a queue, and says where it is done. */
@Singleton
public final class NextTask {

    private final Office office;

    NextTask(Office office) {
        this.office = office;
    }

    /** The address of a queue's page. */
    public static String address(QueueName queue) {
        return "/officer/queue?which=" + queue.name().toLowerCase(Locale.ROOT);
    }

    /** The address at which the next case of a queue is taken, by posting to it. */
    public static String taking(QueueName queue) {
        return address(queue).replace("?", "/take?");
    }

    /** Takes the next task for this officer; empty if there is none that they could do. */
    public Optional<String> take(Session session, QueueName queue) {
        return office.workQueue().takeNext(session, queue).map(NextTask::place);
    }

    /**
     * The page of the act itself where there is but one, and the person stands on it; else that of
     * the case.
     */
    private static String place(QueueRow row) {
        var home = CaseAddress.of(row.id(), row.traveller());
        var traveller = CaseAddress.of(row.id()) + "/" + row.traveller();
        return switch (row.task()) {
            case "authorise" -> traveller + "/" + CaseActionKind.AUTHORISE.address();
            case "decide",
                    "hearing",
                    "second",
                    "hold",
                    "appeal",
                    "stop",
                    "cross",
                    "confirm",
                    "hear",
                    "hear-second",
                    "in-person" ->
                    home;
            default -> traveller + "/" + CaseActionKind.CLEAR.address() + "/" + row.task();
        };
    }

    /** Whether anything waits in the queue that this officer could take. */
    public boolean isAny(Session session, QueueName queue) {
        return office.workQueue().isAny(session, queue);
    }
}
