package exeat.rules.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A directive as a document: what the archive says of it and what it says.
 *
 * @param credits the people whom the archive thanks
 * @param content paragraphs, marks and editorial brackets in the order of the text
 * @param editorial what translators or editors added in brackets, as it stands
 */
public record DirectiveRecord(
        String title,
        LocalDate date,
        String issuer,
        List<String> addressees,
        String citation,
        String summary,
        String credits,
        String originalLanguage,
        List<Passage> content,
        List<String> editorial) {

    /** The keys under which a pack may say these in other languages than the record is in. */
    public static final Set<String> TEXTS =
            Set.of("record.title", "record.issuer", "record.original-language");

    /** One piece of the text. */
    public sealed interface Passage {}

    /** A numbered paragraph. */
    public record Text(Paragraph paragraph) implements Passage {}

    /**
     * A mark that nobody can read or explain. It is shown where it stands and never cited.
     *
     * @param sign the characters as they stand, such as {@code □□}
     * @param place where it stands, in words, such as {@code before paragraph 2}
     */
    public record Mark(String sign, String place) implements Passage {}

    public DirectiveRecord {
        addressees = List.copyOf(addressees);
        content = List.copyOf(content);
        editorial = List.copyOf(editorial);
    }

    public List<Paragraph> paragraphs() {
        return content.stream()
                .filter(Text.class::isInstance)
                .map(passage -> ((Text) passage).paragraph())
                .toList();
    }

    public List<Mark> marks() {
        return content.stream().filter(Mark.class::isInstance).map(Mark.class::cast).toList();
    }
}
