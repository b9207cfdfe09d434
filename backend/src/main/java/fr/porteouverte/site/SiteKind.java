package fr.porteouverte.site;

/** What the house is: a place, a branch of one, a bus, a round of town halls, one of several. */
public enum SiteKind {
  fixed,
  branch,
  bus,
  itinerant,
  multisite
}
