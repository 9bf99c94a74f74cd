/** Tests of the tree of units and of how time is counted. */
@NullMarked
package exeat.rules.authority;

import org.jspecify.annotations.NullMarked;
