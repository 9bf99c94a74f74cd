/** Tests of whole DMN files: against the standard's kit, another engine, and hostile hands. */
@NullMarked
package exeat.rules.dmn.engine;

import org.jspecify.annotations.NullMarked;
