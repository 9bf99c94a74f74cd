package exeat.web.component.list;

import java.util.List;

/**
 * One thing to be done.
 *
 * @param due the day, in words; a dash for none
 * @param detail more about it; empty for none
 * @param whom each person that it is for, as a link to their part of the case
 */
public record DueRow(
        String due, boolean late, String what, String detail, List<PersonItem> whom, String unit) {

    public DueRow {
        whom = List.copyOf(whom);
    }
}
