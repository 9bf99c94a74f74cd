@NullMarked
package exeat.rules.prove.time;

import org.jspecify.annotations.NullMarked;
