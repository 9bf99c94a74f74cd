package exeat.desk.cases;

import exeat.casework.access.Disclosure;
import exeat.rules.document.DirectiveRef;

/**
 * A case as its reader may see it. What they may not see is not contained in it.
 *
 * @param directive the version under which it was filed, and on which it stays
 * @param version the number of steps, without those that this reader is not told
 */
public record CaseView(Disclosure.CaseSeen seen, DirectiveRef directive, long version) {}
