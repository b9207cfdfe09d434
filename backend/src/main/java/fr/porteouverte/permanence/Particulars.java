package fr.porteouverte.permanence;

import fr.porteouverte.text.Text;

/**
 * What a permanence is called, where in the house it is, and how it is made sure.
 *
 * @param title null: it goes by its partner's name
 * @param room the place in the house, for conflicts; null: any
 * @param confirmHours so many hours before a session its partner should have confirmed it
 */
public record Particulars(Text title, String room, int confirmHours) {
  public static final int CONFIRM_HOURS = 48;
  static final int MOST_CONFIRM_HOURS = 720;
  public static final int LONGEST_TITLE = 150;
  public static final int LONGEST_ROOM = 80;

  public static final Particulars NONE = new Particulars(null, null, CONFIRM_HOURS);
}
