package exeat.crash;

import java.util.List;

/**
 * A command that was answered "done", as its client wrote it down.
 *
 * @param officer the login of whoever gave it; empty for a traveller or a stranger
 * @param stream what it was done to
 * @param sequence of its last event
 * @param happened the types of its events
 * @param leaf of its last event, SHA-256 in hex
 */
record Acknowledged(
        String officer,
        String key,
        String stream,
        long sequence,
        List<String> happened,
        String leaf) {

    Acknowledged {
        happened = List.copyOf(happened);
    }
}
