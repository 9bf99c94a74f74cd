@NullMarked
package exeat.web;

import org.jspecify.annotations.NullMarked;
