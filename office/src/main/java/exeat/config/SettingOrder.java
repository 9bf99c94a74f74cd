package exeat.config;

import java.util.List;

/** The order in which settings stand in the file and in the guide. */
final class SettingOrder {

    private SettingOrder() {}

    static final List<Setting> ALL =
            List.of(
                    Settings.DATA,
                    Settings.DIRECTIVES,
                    Settings.HOST,
                    Settings.PORT,
                    Settings.PUBLIC_URL,
                    Settings.DATABASE_URL,
                    Settings.DATABASE_USER,
                    Settings.DATABASE_PASSWORD,
                    Settings.DATABASE_READERS,
                    Settings.DATABASE_STATEMENT,
                    Settings.OFFICER_SESSION,
                    Settings.TRAVELLER_SESSION,
                    Settings.STRANGER_SESSION,
                    Settings.OFFICER_REST,
                    Settings.TRAVELLER_REST,
                    Settings.SECOND_FACTOR,
                    Settings.DOOR_FAILURES,
                    Settings.DOOR_WINDOW,
                    Settings.QUEUE_WAITING,
                    Settings.QUEUE_BATCH,
                    Settings.QUEUE_RETRY,
                    Settings.CLOCK_JUMP,
                    Settings.CLOCK_STANDS,
                    Settings.STROKE,
                    Settings.RETENTION,
                    Settings.DRAFTS,
                    Settings.TURN,
                    Settings.INTAKE_AT_ONCE,
                    Settings.INTAKE_KEPT,
                    Settings.INTAKE_STOPPED,
                    Settings.BODY_INTERFACE,
                    Settings.BODY_PAGE,
                    Settings.BODY_FILE,
                    Settings.LOOKS_WAITING,
                    Settings.LOOKS_PAUSE,
                    Settings.LOOKS_TOGETHER,
                    Settings.WATCH_FROM,
                    Settings.WEBHOOK_LOOPBACK,
                    Settings.WEBHOOK_PRIVATE,
                    Settings.WEBHOOK_PATIENCE,
                    Settings.WEBHOOK_FIRST_PAUSE,
                    Settings.WEBHOOK_MAX_PAUSE,
                    Settings.WEBHOOK_TRIES,
                    Settings.WEBHOOK_OFF,
                    Settings.WEBHOOK_KEPT,
                    Settings.WEBHOOK_OLD_SECRET,
                    Settings.LOG_LEVEL,
                    Settings.LOG_FORMAT,
                    Settings.LOG_REQUESTS,
                    Settings.TRACES_ENDPOINT,
                    Settings.TRACES_HEADER,
                    Settings.TRACES_SHARE);
}
