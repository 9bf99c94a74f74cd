package exeat.store.batch;

import exeat.store.Columns;
import java.util.Set;

/**
 * What the issuer of a directive said to an issue, as it is published.
 *
 * @param version the hash of the version under which it was said
 * @param rules the ids of the rules that it changes
 * @param at when, as an instant
 */
@Columns("directive number version paragraph rules words at")
public record ClarificationRow(
        String directive,
        int number,
        String version,
        String paragraph,
        Set<String> rules,
        String words,
        String at) {}
