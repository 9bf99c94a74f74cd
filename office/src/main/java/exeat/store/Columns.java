package exeat.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the components of a record are called in the JSON that a function of the database takes: in
 * their order, with a space between two. The function reads these, whatever Java calls them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Columns {

    String value();
}
