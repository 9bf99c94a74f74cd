@NullMarked
package exeat.server;

import org.jspecify.annotations.NullMarked;
