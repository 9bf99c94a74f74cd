@NullMarked
package exeat.identity.match;

import org.jspecify.annotations.NullMarked;
