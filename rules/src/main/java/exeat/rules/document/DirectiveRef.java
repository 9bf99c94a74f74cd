package exeat.rules.document;

/**
 * Which directive, exactly.
 *
 * @param id such as {@code prc-1963}
 * @param version the pack's own version, such as {@code 1}
 * @param hash SHA-256 of its canonical form, lower-case hex; of a pack that is not sound, and of a
 *     version that was stored before there were forms, over its files
 */
public record DirectiveRef(String id, String version, String hash) {}
