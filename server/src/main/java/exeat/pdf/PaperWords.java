package exeat.pdf;

import java.util.function.UnaryOperator;

/**
 * What a travel authorisation says in one of its languages.
 *
 * @param language BCP 47
 * @param says the text of a message that the sheet names, such as {@code print.title}
 */
public record PaperWords(String language, UnaryOperator<String> says) {}
