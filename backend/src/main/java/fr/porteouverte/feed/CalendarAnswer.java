package fr.porteouverte.feed;

import fr.porteouverte.http.FieldReader;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A calendar as an answer: 304 while nothing changed. */
final class CalendarAnswer {
  static final String TYPE = "text/calendar;charset=UTF-8";

  private CalendarAnswer() {}

  static Response of(String calendar, Request request) {
    EntityTag tag = new EntityTag(FeedSecret.digest(calendar).substring(0, 32));
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(calendar) : unchanged)
        .tag(tag)
        // A cancelled session must be seen at the next reading.
        .header("Cache-Control", "no-cache")
        .build();
  }

  /**
   * @param lang as asked for; null: French
   */
  static Locale language(@Nullable String lang) {
    if (lang == null || lang.equals("fr")) {
      return Locale.FRENCH;
    }
    if (lang.equals("en")) {
      return Locale.ENGLISH;
    }
    FieldReader query = new FieldReader();
    query.wrong("lang", "fr ou en.", "fr or en.");
    query.check();
    return Locale.FRENCH;
  }
}
