package exeat.config;

import java.util.Map;

/** The sections of the file. */
final class SettingSections {

    private SettingSections() {}

    /** What each section of the file is about. */
    static final Map<String, String> ALL =
            Map.ofEntries(
                    Map.entry("server", "Where the pages and the API are served."),
                    Map.entry("database", "A PostgreSQL of your own, 15 or newer."),
                    Map.entry("sessions", "How long people stay signed in."),
                    Map.entry("door", "Signing in."),
                    Map.entry("backup", "Bringing the database back."),
                    Map.entry(
                            "queue",
                            "Commands that wait to be written, and when further ones"
                                    + " are rejected."),
                    Map.entry("clock", "How the office follows the clock."),
                    Map.entry("files", "How long the office keeps things."),
                    Map.entry("intake", "Large files of applications."),
                    Map.entry("bodies", "The largest requests that are accepted."),
                    Map.entry(
                            "limits",
                            "What one address, session or unit may ask for within some time."),
                    Map.entry("ledger", "Who signs the public log, and who witnesses it."),
                    Map.entry("looks", "The access log: who opened which case."),
                    Map.entry("watch", "The watchers, which look for unusual patterns in offices."),
                    Map.entry("webhooks", "Telling other systems that something happened."),
                    Map.entry("notices", "Telling people by mail that there is news."),
                    Map.entry(
                            "training",
                            "What a training installation (./exeat training) tells of the real"
                                    + " one."),
                    Map.entry("log", "What the server says on standard error."),
                    Map.entry(
                            "traces", "How long each part of a request takes, for tracing tools."));
}
