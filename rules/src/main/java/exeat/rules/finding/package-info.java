/**
 * The finding of a directive for one traveller: outcome, purpose, burden and grounds, and when one
 * finding is at least as good as another.
 *
 * <p>Read {@link exeat.rules.finding.Finding} and {@link exeat.rules.finding.Burden} first; {@link
 * exeat.rules.finding.FindingOrder} is the one place where the order of outcomes and burdens is
 * written down. It holds results and makes none, and knows nothing of tables or packs.
 */
@NullMarked
package exeat.rules.finding;

import org.jspecify.annotations.NullMarked;
