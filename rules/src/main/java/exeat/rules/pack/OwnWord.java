package exeat.rules.pack;

/**
 * A message in one of a pack's own files, with its position.
 *
 * @param file such as {@code messages_en.properties}
 * @param language such as {@code en}
 * @param line counted from 1
 */
public record OwnWord(String file, String language, int line, String key, String text) {}
