package fr.porteouverte.http;

import fr.porteouverte.problem.NotFound;
import org.jspecify.annotations.Nullable;

/** Opaque ids of the API are the database's numbers as text. What does not parse does not exist. */
public final class Ids {
  /** Of the text of one, for {@link jakarta.validation.constraints.Size}. */
  public static final int LONGEST = 20;

  private Ids() {}

  public static long parse(@Nullable String id) {
    if (id == null || !id.matches("[1-9][0-9]{0,17}")) {
      throw new NotFound();
    }
    return Long.parseLong(id);
  }

  public static String of(long id) {
    return Long.toString(id);
  }
}
