@NullMarked
package exeat.identity.index;

import org.jspecify.annotations.NullMarked;
