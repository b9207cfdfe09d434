package fr.porteouverte.commune;

/** What a place is. */
public enum PlaceKind {
  commune,
  /** A name that is written although its commune has another one now. */
  formerCommune,
  /** A department, or several. */
  area,
  house
}
