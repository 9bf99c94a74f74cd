package exeat.web.filter;

import exeat.web.component.Link;
import exeat.web.component.list.Pagination;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.Optional;

/**
 * One part of a long list, by the number in the page's address.
 *
 * @param page from 0
 */
public record ListPart(int page) {

    /** How many rows a part has. */
    public static final int ROWS = 50;

    /**
     * The part that an address names, the first where it names none.
     *
     * @param first where the list begins
     */
    public static ListPart of(String text, FilterValues values, String first) {
        return new ListPart(values.part(text, ListPart::number, first).orElse(0));
    }

    private static Optional<Integer> number(String text) {
        return Optional.of(text).filter(n -> n.matches("[0-9]{1,6}")).map(Integer::valueOf);
    }

    /** How many rows are before it. */
    public int from() {
        return page * ROWS;
    }

    /** Tells a part after the last one, which has no rows. */
    public void check(boolean hasRows, FilterValues values, String first) {
        if (values.isRight() && page > 0 && !hasRows) {
            values.noPart(first);
        }
    }

    /**
     * The way to the parts beside it; empty if there are none.
     *
     * @param address of the list, with its other parameters
     * @param more whether there is another part after it
     */
    public Optional<Pagination> beside(String address, boolean more, PageTexts words) {
        var to = address + (address.contains("?") ? "&" : "?") + "page=";
        var parts = new ArrayList<Link>();
        if (page > 0) {
            parts.add(new Link(words.say("list.previous"), to + (page - 1)));
        }
        if (more) {
            parts.add(new Link(words.say("list.next"), to + (page + 1)));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pagination(words.say("list.parts"), parts));
    }
}
