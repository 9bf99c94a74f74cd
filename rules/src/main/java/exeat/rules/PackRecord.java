package exeat.rules;

import java.util.Map;

/**
 * What {@code record.yaml} holds.
 *
 * @param paragraphLines by number, the line where each paragraph stands
 * @param notExecutable by number, why no rule carries the paragraph
 * @param instruments by id, whether the instrument is held
 */
record PackRecord(
        String version,
        DirectiveRecord record,
        Map<String, Integer> paragraphLines,
        Map<String, String> notExecutable,
        Map<String, Boolean> instruments) {
    PackRecord {
        paragraphLines = Map.copyOf(paragraphLines);
        notExecutable = Map.copyOf(notExecutable);
        instruments = Map.copyOf(instruments);
    }
}
