package fr.porteouverte.permanence;

import fr.porteouverte.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a permanence is called, where in the house it is, and how it is made sure.
 *
 * @param title null: it goes by its partner's name
 * @param room the place in the house, for conflicts; null: any
 * @param confirmHours so many hours before a session its partner should have confirmed it
 */
public record Particulars(@Nullable Text title, @Nullable String room, int confirmHours) {
  public static final int CONFIRM_HOURS = 48;

  public static final Particulars NONE = new Particulars(null, null, CONFIRM_HOURS);
}
