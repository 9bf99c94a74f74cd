package exeat.pdf;

import java.util.function.UnaryOperator;

/**
 * The texts of a travel authorisation in one of its languages.
 *
 * @param language BCP 47
 * @param says the text for a message key of the sheet, such as {@code print.title}
 */
public record PaperWords(String language, UnaryOperator<String> says) {}
