package fr.porteouverte.http;

/** What a POST made, and where it is from then on (RFC 9110, 10.2.2). */
public interface Made {
  /**
   * From the root of the API, as {@code /tickets/5}; without a slash, a step below the address that
   * was posted to, as {@code 5}.
   */
  String location();
}
