/**
 * What an administrator of the database could do to it, done on a throwaway one, so that what an
 * audit finds is tried and not believed.
 *
 * <p>Begin with {@code Tamper}, which is one such act. Nothing here is part of an office's own
 * work.
 */
@NullMarked
package exeat.store.tamper;

import org.jspecify.annotations.NullMarked;
