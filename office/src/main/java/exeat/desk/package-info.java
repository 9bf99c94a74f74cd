/**
 * The office as a whole: opening it, its health, its settings, its master keys.
 *
 * <p>Begin with {@code Office.open}; it builds the rooms below it and hands out what each of them
 * does. It knows nothing of pages, interface or command line, and no room below it knows the
 * office.
 */
@NullMarked
package exeat.desk;

import org.jspecify.annotations.NullMarked;
