package exeat.rules.pack;

import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.Messages;
import exeat.rules.document.Phrases;
import java.util.List;
import java.util.Optional;

/**
 * Which words of a local pack say anew what is a directive's above it. What somebody is asked for,
 * and what a decision gives them, is what they are told of it: other words for the same thing are
 * another burden, which no comparison of rules shows.
 *
 * <p>A local pack may repeat a text, and may fill a language that the directive above lacks. What
 * its own record says, such as its title, is its own in every language.
 */
public final class WordsBelow {

    /**
     * Words for a thing that is another's.
     *
     * @param theirs what the directive above says; empty where it says nothing of the kind
     */
    public record Reworded(OwnWord own, Optional<String> theirs) {
        /** What is wrong, in words for the author. */
        public String message(String above) {
            return theirs.map(text -> "already has a text in " + above + ", as: " + cut(text))
                    .orElseGet(() ->
                            "is the text of something in " + above + ", which has no text for it");
        }

        private static String cut(String text) {
            return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        }
    }

    private static final int SHOWN = 200;

    private WordsBelow() {}

    /**
     * The words of a local pack that a directive above it has otherwise.
     *
     * @param things the keys of what is the directive's
     */
    public static List<Reworded> of(List<OwnWord> own, Messages above, MessageKeys things) {
        return own.stream()
                .filter(word -> things.isKnown(word.key()))
                .filter(word -> !DirectiveRecord.TEXTS.contains(word.key()))
                .filter(word -> isSaid(word, above))
                .map(word -> new Reworded(word, theirs(word, above)))
                .filter(word -> !word.theirs().equals(Optional.of(word.own().text())))
                .toList();
    }

    /** Whether people who read this language are told something already. */
    private static boolean isSaid(OwnWord word, Messages above) {
        return above.languages().contains(word.language())
                || (Phrases.keys().contains(word.key()) && Phrases.isSpoken(word.language()));
    }

    private static Optional<String> theirs(OwnWord word, Messages above) {
        return Optional.ofNullable(above.in(word.language()).get(word.key()));
    }
}
