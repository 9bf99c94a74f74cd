/**
 * Backs up and restores an office's database, and reports what a restored one lacks.
 *
 * <p>Begin with {@code Backup} and {@code Restore}. Keys are never in a backup, and nothing is
 * signed here.
 */
@NullMarked
package exeat.store.backup;

import org.jspecify.annotations.NullMarked;
