/**
 * The SQL of everything else, a class for each concern: what a session may see, accounts, sessions,
 * the register, inspections, webhooks.
 *
 * <p>Begin with {@code ReadStore}: its role sees no other rows than the session may, whatever is
 * asked. Statements are text blocks beside the mapping of their rows, and columns are named.
 */
@NullMarked
package exeat.store.rows;

import org.jspecify.annotations.NullMarked;
