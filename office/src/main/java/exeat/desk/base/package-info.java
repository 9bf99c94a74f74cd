/**
 * What every room of the desk uses: the session of the person who acts, calls to the store with
 * translated failures, reference codes that people can read aloud.
 *
 * <p>Begin with {@code Session}. Nothing here knows a directive, a case or another room.
 */
@NullMarked
package exeat.desk.base;

import org.jspecify.annotations.NullMarked;
