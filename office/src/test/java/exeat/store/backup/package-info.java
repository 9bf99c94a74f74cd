/** Tests of parts of backups that need no database. */
@NullMarked
package exeat.store.backup;

import org.jspecify.annotations.NullMarked;
