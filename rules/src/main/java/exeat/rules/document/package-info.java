/**
 * A directive as a document: its record, paragraphs and marks, its rules as people read them, and
 * its texts by language.
 *
 * <p>Read {@link exeat.rules.document.DirectiveRecord} first; {@link
 * exeat.rules.document.ArchivalTextReader} reads one as an archive hands it out. Nothing here
 * decides anything or knows of facts, and a mark, a piece of the text that nobody can explain, is
 * shown and never cited.
 */
@NullMarked
package exeat.rules.document;

import org.jspecify.annotations.NullMarked;
