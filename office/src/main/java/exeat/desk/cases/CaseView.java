package exeat.desk.cases;

import exeat.casework.access.Disclosure;
import exeat.rules.document.DirectiveRef;

/**
 * A case as its reader may see it. What they may not see is not contained in it.
 *
 * @param directive the version under which it was filed, and on which it stays
 * @param version how many steps it has, without those of which this reader is not told
 */
public record CaseView(Disclosure.CaseSeen seen, DirectiveRef directive, long version) {}
