/**
 * The rules of a directive: read from DMN, compiled to tables, asked for findings with their
 * grounds.
 *
 * <p>Pure: no database, no web, no clock and no randomness but what is passed in. Usable alone.
 */
@NullMarked
package exeat.rules;

import org.jspecify.annotations.NullMarked;
