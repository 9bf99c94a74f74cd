/**
 * Whether the units of a local pack ask more of somebody than those of a directive above it. Parts
 * of a crossing are counted, and areas are the same where their ids are. A part of obligation 7
 * (decision 139).
 */
@NullMarked
package exeat.rules.prove.unit;

import org.jspecify.annotations.NullMarked;
