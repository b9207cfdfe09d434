package fr.porteouverte.site;

/** What the place has for those who need it. */
public enum Accessibility {
  stepFree,
  adaptedToilet,
  reservedParking,
  inductionLoop,
  signLanguage,
  guideDog
}
