/**
 * Tests of the embedded PostgreSQL: where its program lies, who can change it, and what a start
 * says that fails. They start real servers on folders of their own. The roles and the schema are
 * tested from the desk.
 */
@org.jspecify.annotations.NullMarked
package exeat.store.database;
