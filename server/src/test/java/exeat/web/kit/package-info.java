@NullMarked
package exeat.web.kit;

import org.jspecify.annotations.NullMarked;
