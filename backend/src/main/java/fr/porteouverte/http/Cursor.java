package fr.porteouverte.http;

import fr.porteouverte.problem.InvalidRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A position in a list, opaque to clients. */
public final class Cursor {
  private Cursor() {}

  public static String encode(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @return the position, or null at the start
   */
  public static @Nullable String decode(@Nullable String cursor) {
    if (cursor == null) {
      return null;
    }
    try {
      String position = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (position.chars().noneMatch(Character::isISOControl)) {
        return position;
      }
    } catch (IllegalArgumentException forged) {
      // Said below.
    }
    throw refused();
  }

  /**
   * The moment within a position.
   *
   * @throws InvalidRequest for what is none, or none that a database holds
   */
  public static Instant moment(String text) {
    try {
      Instant moment = Instant.parse(text);
      if (MomentReader.within(moment.atOffset(ZoneOffset.UTC).getYear())) {
        return moment;
      }
    } catch (DateTimeException forged) {
      // Said below.
    }
    throw refused();
  }

  /** For the reader of a position that does not parse. */
  public static InvalidRequest refused() {
    return InvalidRequest.of(
        "cursor", "Ce repère de page n’est pas valable.", "This cursor is not valid.");
  }
}
