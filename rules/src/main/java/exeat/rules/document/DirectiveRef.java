package exeat.rules.document;

/**
 * Identifies one version of a directive.
 *
 * @param id such as {@code prc-1963}
 * @param version the pack's own version, such as {@code 1}
 * @param hash SHA-256 over the pack's files, lower-case hex
 */
public record DirectiveRef(String id, String version, String hash) {}
