/** Tests of models over facts. */
@NullMarked
package exeat.rules.dmn.compose;

import org.jspecify.annotations.NullMarked;
