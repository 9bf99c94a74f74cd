@NullMarked
package exeat.rules.phrase;

import org.jspecify.annotations.NullMarked;
