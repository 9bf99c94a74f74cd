/** An office years old: made, loaded, driven and measured. */
@NullMarked
package exeat.demo.age;

import org.jspecify.annotations.NullMarked;
