@NullMarked
package exeat.web.apply;

import org.jspecify.annotations.NullMarked;
