/** The public technology compatibility kit, run as a test. */
@NullMarked
package exeat.rules.tck;

import org.jspecify.annotations.NullMarked;
