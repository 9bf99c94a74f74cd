package exeat.web.component.list;

import exeat.web.component.LocalizedText;

/**
 * A person in a list.
 *
 * @param open whether the page shows this one
 * @param state how far they are, in a few words
 */
public record PersonItem(LocalizedText name, String href, boolean open, String state) {}
