@NullMarked
package exeat.rules.prove.unit;

import org.jspecify.annotations.NullMarked;
