/** Tests of the store that need to look inside: the sequencer, step by step. */
@NullMarked
package exeat.store;

import org.jspecify.annotations.NullMarked;
