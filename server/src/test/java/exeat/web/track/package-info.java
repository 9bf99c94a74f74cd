/** Tests of what a person can do on their own application. */
@NullMarked
package exeat.web.track;

import org.jspecify.annotations.NullMarked;
