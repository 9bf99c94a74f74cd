package exeat.pdf;

import exeat.casework.value.birth.BirthDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The texts of a travel authorisation in one of its languages.
 *
 * @param language BCP 47
 * @param says the text for a message key of the sheet, such as {@code print.title}
 * @param born a date of birth in words
 */
public record PaperWords(
        String language, UnaryOperator<String> says, Function<BirthDate, String> born) {

    private static final String ENGLISH = "en";

    /**
     * The languages of a paper: English, the holder's, and every one of the directive, because
     * those who check the paper read it too. None is left out for want of room: an official who
     * does not find their language on a paper may not let its holder pass.
     *
     * @param offered the languages with texts, in the order in which they are printed
     */
    public static List<String> languages(
            List<String> offered, String holder, Collection<String> directive) {
        var wanted = Stream.concat(Stream.of(ENGLISH, holder), directive.stream()).toList();
        return offered.stream().filter(wanted::contains).toList();
    }
}
