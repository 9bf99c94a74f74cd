/** Tests of what an officer can do on a case. */
@NullMarked
package exeat.web.casefile;

import org.jspecify.annotations.NullMarked;
