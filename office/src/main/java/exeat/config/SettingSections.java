package exeat.config;

import java.util.Map;

/** The sections of the file. */
final class SettingSections {

    private SettingSections() {}

    /** What each section of the file is about. */
    static final Map<String, String> ALL =
            Map.ofEntries(
                    Map.entry("server", "Where pages and interface are served."),
                    Map.entry("database", "A PostgreSQL of your own, 15 or newer."),
                    Map.entry("sessions", "How long somebody stays signed in."),
                    Map.entry("door", "Signing in."),
                    Map.entry("queue", "Commands that wait to be written, and when to say no."),
                    Map.entry("clock", "How time passes."),
                    Map.entry("files", "For how long the office keeps what is not the record."),
                    Map.entry("intake", "Large files of applications."),
                    Map.entry("bodies", "How long what comes in may be."),
                    Map.entry("looks", "The record of who opened which file."),
                    Map.entry("watch", "The watchers over offices."),
                    Map.entry("webhooks", "Telling other systems that something happened."),
                    Map.entry("log", "What the server says on standard error."),
                    Map.entry(
                            "traces", "How long each part of a request takes, for others' tools."));
}
