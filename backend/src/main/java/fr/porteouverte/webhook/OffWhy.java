package fr.porteouverte.webhook;

/** Why an address is told nothing any more. */
public enum OffWhy {
  /** It answered 410. */
  gone,
  /** It answered nothing good for days. */
  failing,
  /** Its system was revoked, or lost the scope. */
  notAllowed
}
