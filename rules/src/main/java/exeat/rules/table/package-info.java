/**
 * Single decision tables, compiled for speed, for callers that decide a table without a directive.
 *
 * <p>Read {@link exeat.rules.table.DecisionTables} first, then {@link
 * exeat.rules.table.CompiledTable}: a value becomes a slot, a slot a set of rules, and a case their
 * intersection. Hit policies are those of DMN 1.5 (formal/24-01-01), 8.2.8. It knows nothing of
 * packs or findings; directives decide in {@code exeat.rules.decide}, from which it takes the sets.
 */
@NullMarked
package exeat.rules.table;

import org.jspecify.annotations.NullMarked;
