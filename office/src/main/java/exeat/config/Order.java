package exeat.config;

import java.util.List;

/** The order in which settings stand in the file and in the guide. */
final class Order {

    private Order() {}

    static final List<Setting> ALL =
            List.of(
                    Known.DATA,
                    Known.DIRECTIVES,
                    Known.HOST,
                    Known.PORT,
                    Known.PUBLIC_URL,
                    Known.DATABASE_URL,
                    Known.DATABASE_USER,
                    Known.DATABASE_PASSWORD,
                    Known.DATABASE_READERS,
                    Known.DATABASE_STATEMENT,
                    Known.OFFICER_SESSION,
                    Known.TRAVELLER_SESSION,
                    Known.STRANGER_SESSION,
                    Known.OFFICER_REST,
                    Known.TRAVELLER_REST,
                    Known.SECOND_FACTOR,
                    Known.DOOR_FAILURES,
                    Known.DOOR_WINDOW,
                    Known.QUEUE_WAITING,
                    Known.QUEUE_BATCH,
                    Known.QUEUE_RETRY,
                    Known.CLOCK_JUMP,
                    Known.CLOCK_STANDS,
                    Known.STROKE,
                    Known.RETENTION,
                    Known.DRAFTS,
                    Known.TURN,
                    Known.INTAKE_AT_ONCE,
                    Known.INTAKE_KEPT,
                    Known.INTAKE_STOPPED,
                    Known.BODY_INTERFACE,
                    Known.BODY_PAGE,
                    Known.BODY_FILE,
                    Known.LOOKS_WAITING,
                    Known.LOOKS_PAUSE,
                    Known.LOOKS_TOGETHER,
                    Known.WATCH_FROM,
                    Known.WEBHOOK_LOOPBACK,
                    Known.WEBHOOK_PRIVATE,
                    Known.WEBHOOK_PATIENCE,
                    Known.WEBHOOK_FIRST,
                    Known.WEBHOOK_MOST,
                    Known.WEBHOOK_TRIES,
                    Known.WEBHOOK_OFF,
                    Known.WEBHOOK_KEPT,
                    Known.WEBHOOK_BOTH,
                    Known.LOG_LEVEL,
                    Known.LOG_FORMAT,
                    Known.LOG_REQUESTS,
                    Known.TRACES_ENDPOINT,
                    Known.TRACES_HEADER,
                    Known.TRACES_SHARE);
}
