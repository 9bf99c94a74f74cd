/**
 * What one address, network, session or unit may ask of the office within some time.
 *
 * <p>Read {@code Budgets} first: it holds a budget for each kind of use, in memory of a fixed size.
 * Nothing is stored of anybody who asks, so that a flood of requests adds no rows.
 */
@NullMarked
package exeat.desk.limit;

import org.jspecify.annotations.NullMarked;
