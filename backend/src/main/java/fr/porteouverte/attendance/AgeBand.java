package fr.porteouverte.attendance;

/** How old somebody is, as La Coop's {@code tranche_age} divides it; not said is none of these. */
public enum AgeBand {
  under12,
  /** 12 to 17. */
  from12,
  /** 18 to 24. */
  from18,
  /** 25 to 39. */
  from25,
  /** 40 to 59. */
  from40,
  /** 60 to 69. */
  from60,
  from70
}
