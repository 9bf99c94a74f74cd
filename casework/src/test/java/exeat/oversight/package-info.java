/** Tests of counters, totals and suppression, with an attacker who tries every table. */
@NullMarked
package exeat.oversight;

import org.jspecify.annotations.NullMarked;
