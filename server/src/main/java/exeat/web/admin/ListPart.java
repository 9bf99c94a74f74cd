package exeat.web.admin;

import exeat.web.component.Link;
import exeat.web.component.list.Pagination;
import exeat.web.kit.PageTexts;
import exeat.web.kit.RequestContext;
import java.util.ArrayList;
import java.util.Optional;

/**
 * One part of a long list, by the number in the page's address.
 *
 * @param page from 0
 */
record ListPart(int page) {

    /** So many rows are in a part. */
    static final int ROWS = 50;

    /** What cannot be read is the first part. */
    static ListPart of(RequestContext visit) {
        return new ListPart(
                visit.query("page")
                        .filter(n -> n.matches("[0-9]{1,6}"))
                        .map(Integer::parseInt)
                        .orElse(0));
    }

    /** How many rows are before it. */
    int from() {
        return page * ROWS;
    }

    /**
     * The way to the parts beside it; empty if there are none.
     *
     * @param address of the list, with its other parameters
     * @param more whether there is another part after it
     */
    Optional<Pagination> beside(String address, boolean more, PageTexts words) {
        var to = address + (address.contains("?") ? "&" : "?") + "page=";
        var parts = new ArrayList<Link>();
        if (page > 0) {
            parts.add(new Link(words.say("accounts.previous"), to + (page - 1)));
        }
        if (more) {
            parts.add(new Link(words.say("accounts.next"), to + (page + 1)));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pagination(words.say("accounts.parts"), parts));
    }
}
