package fr.porteouverte.imports;

/** What a file brings. */
public enum ImportKind {
  sites,
  communes,
  formerCommunes
}
