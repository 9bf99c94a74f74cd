package exeat.rules.document;

/**
 * A numbered piece of the source text, in the pack's own words.
 *
 * @param number a {@link Citation}, such as {@code 3} or {@code § 104c}; what a rule cites
 * @param gist our own words, in English; other languages are in the pack's messages
 * @param binding whether it binds, so that a rule must carry it or the pack must say why not
 * @param revealsProtected whether citing it reveals a protected fact of the person
 */
public record Paragraph(String number, String gist, boolean binding, boolean revealsProtected) {}
