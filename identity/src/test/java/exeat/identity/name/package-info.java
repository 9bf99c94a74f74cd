@NullMarked
package exeat.identity.name;

import org.jspecify.annotations.NullMarked;
