/** Tests of keys. */
@NullMarked
package exeat.store.key;

import org.jspecify.annotations.NullMarked;
