package exeat.casework;

import exeat.rules.AuthorityId;
import java.time.LocalDate;
import java.util.List;

/**
 * What a watcher found, for the level above the unit.
 *
 * @param about what of the unit it is about; empty, a kind of work, a burden or an officer's id
 * @param sentence in words, without a name or a fact of anybody
 * @param test the test, in words
 * @param chance how often an honest unit would look like this, in one look
 * @param since the first day that shows it
 * @param files the applications that show it, most telling first; not all of them
 */
public record Alarm(
        Watcher watcher,
        AuthorityId unit,
        String about,
        String sentence,
        String test,
        double chance,
        LocalDate since,
        List<String> files) {

    public Alarm {
        files = List.copyOf(files);
    }
}
