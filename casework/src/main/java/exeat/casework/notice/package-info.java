/**
 * Who wants to be told that there is news, and what is news to whom. A notice says only that there
 * is something to read; nothing here knows an address. Decision 214.
 */
@NullMarked
package exeat.casework.notice;

import org.jspecify.annotations.NullMarked;
