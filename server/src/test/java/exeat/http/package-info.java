@NullMarked
package exeat.http;

import org.jspecify.annotations.NullMarked;
