package exeat.desk;

import exeat.oversight.Situation;
import exeat.rules.AuthorityTree;

/** The situation as text, CSV and JSON. */
public record SituationReport(Situation situation, AuthorityTree tree) {}
