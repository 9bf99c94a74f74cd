/** Tests of how events and states are stored, against examples of all that was ever written. */
@NullMarked
package exeat.desk.codec;

import org.jspecify.annotations.NullMarked;
