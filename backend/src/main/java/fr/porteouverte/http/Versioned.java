package fr.porteouverte.http;

/** An answer that tells its version in the ETag, for the If-Match of the next edit. */
public interface Versioned {
  int version();
}
