@NullMarked
package exeat.web.queue;

import org.jspecify.annotations.NullMarked;
