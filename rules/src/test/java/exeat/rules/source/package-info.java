/** Tests of strict reading: hostile and broken files. */
@NullMarked
package exeat.rules.source;

import org.jspecify.annotations.NullMarked;
