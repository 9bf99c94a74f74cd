/** Tests of the style sheet. */
@NullMarked
package exeat.web.style;

import org.jspecify.annotations.NullMarked;
