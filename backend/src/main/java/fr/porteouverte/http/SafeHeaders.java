package fr.porteouverte.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;

/** Headers that every answer bears: no guessing of types, no framing, no address told to others. */
public class SafeHeaders {

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          context
              .response()
              .putHeader("X-Content-Type-Options", "nosniff")
              .putHeader("X-Frame-Options", "DENY")
              .putHeader("Referrer-Policy", "no-referrer");
          context.next();
        },
        350);
  }
}
