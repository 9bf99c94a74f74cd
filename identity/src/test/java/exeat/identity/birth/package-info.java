@NullMarked
package exeat.identity.birth;

import org.jspecify.annotations.NullMarked;
