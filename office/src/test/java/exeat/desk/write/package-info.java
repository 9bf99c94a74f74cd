/** Tests of the write path: what was answered is there, whatever fails meanwhile. */
@NullMarked
package exeat.desk.write;

import org.jspecify.annotations.NullMarked;
