/**
 * Telling people, where they asked for it, that there is something to read. What is news to whom
 * says {@code exeat.casework.access.News}; a message says no more than that there is some. It is
 * sent at least once, and is never service of a decision. See decision 214.
 */
@NullMarked
package exeat.desk.notice;

import org.jspecify.annotations.NullMarked;
