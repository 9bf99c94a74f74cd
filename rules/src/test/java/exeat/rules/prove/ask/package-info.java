@NullMarked
package exeat.rules.prove.ask;

import org.jspecify.annotations.NullMarked;
