/** Tests of reading: golden folders of bad packs. */
@NullMarked
package exeat.rules.pack;

import org.jspecify.annotations.NullMarked;
