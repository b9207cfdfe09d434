package fr.porteouverte.permanence;

import fr.porteouverte.text.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a permanence is called, where in the house it is, and how it is made sure.
 *
 * @param titleFr null: it goes by its partner's name
 * @param titleEn null: the French one does for both
 * @param room the place in the house, for conflicts; null: any
 * @param confirmHours so many hours before a session its partner should have confirmed it
 */
@Embeddable
public record Particulars(
    @Column(name = "title_fr") @Nullable String titleFr,
    @Column(name = "title_en") @Nullable String titleEn,
    @Nullable String room,
    @Column(name = "confirm_hours", nullable = false) int confirmHours) {
  public static final int CONFIRM_HOURS = 48;
  static final int MOST_CONFIRM_HOURS = 720;
  public static final int LONGEST_TITLE = 150;
  public static final int LONGEST_ROOM = 80;

  public static final Particulars NONE = new Particulars(null, null, CONFIRM_HOURS);

  /**
   * @param title null: it goes by its partner's name
   */
  public Particulars(@Nullable Text title, @Nullable String room, int confirmHours) {
    this(title == null ? null : title.fr(), title == null ? null : title.en(), room, confirmHours);
  }

  public @Nullable Text title() {
    return titleFr == null ? null : new Text(titleFr, titleEn == null ? titleFr : titleEn);
  }
}
