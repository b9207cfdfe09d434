package fr.porteouverte.session;

import fr.porteouverte.text.Text;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who or what took an appointment away, in the words that every message, page and calendar uses: a
 * partner is never said to have cancelled what the house closed.
 */
@Schema(description = "Who or what took the appointment away")
public enum CancellationCause {
  /** The house is closed at that time. */
  closure,
  /** An agent of the partner cancelled the session. */
  partner,
  /** The house's staff cancelled the session. */
  house,
  /** The partner leaves before the session's end. */
  leaving,
  /** The calendar of the house was changed. */
  planning;

  /**
   * A sentence.
   *
   * @param by name of the partner; null: the house's own clerks hold the session
   */
  public Text sentence(@Nullable Text by) {
    return switch (this) {
      case closure ->
          new Text(
              "La maison sera fermée à ce moment-là.", "The house will be closed at that time.");
      case partner ->
          by == null
              ? house.sentence(null)
              : new Text(
                  "La permanence a été annulée par " + by.fr() + ".",
                  "The session has been cancelled by " + by.en() + ".");
      case house ->
          new Text(
              "La permanence a été annulée par la maison.",
              "The session has been cancelled by the house.");
      case leaving ->
          by == null
              ? new Text(
                  "La permanence finit plus tôt ce jour-là.", "The session ends earlier that day.")
              : new Text(
                  by.fr() + " part plus tôt ce jour-là.", by.en() + " leaves earlier that day.");
      case planning ->
          new Text(
              "La maison a changé les horaires de cette permanence.",
              "The house has changed the hours of this session.");
    };
  }

  /** The same as briefly as it can be said and stays true; null cause: nobody is named. */
  public Text brief() {
    return this == closure ? new Text("maison fermée", "House closed") : UNNAMED;
  }

  /** The same with who it was, where there is room. */
  public Text named(@Nullable Text by) {
    return switch (this) {
      case closure -> brief();
      case partner ->
          by == null
              ? house.named(null)
              : new Text("annulé par " + by.fr(), "Cancelled by " + by.en());
      case house -> new Text("annulé par la maison", "Cancelled by the house");
      case leaving ->
          by == null
              ? new Text("la permanence finit plus tôt", "The session ends earlier")
              : new Text(by.fr() + " part plus tôt", by.en() + " leaves earlier");
      case planning -> new Text("horaires changés", "Hours changed");
    };
  }

  /**
   * Before the name of what does not take place, for many calendars show no status.
   *
   * @param cause null: it is not known
   */
  public static Text heading(@Nullable CancellationCause cause) {
    return cause == closure
        ? new Text("Maison fermée : ", "House closed: ")
        : new Text("Annulé : ", "Cancelled: ");
  }

  /** Where nothing is known of who it was. */
  public static final Text UNNAMED = new Text("annulé", "Cancelled");

  /** The sentence, and after it what was typed as a reason. */
  public static @Nullable String why(
      @Nullable CancellationCause cause,
      @Nullable Text by,
      @Nullable String reason,
      boolean french) {
    String typed = reason == null || reason.isBlank() ? "" : stopped(reason.strip());
    if (cause == null) {
      return typed.isEmpty() ? null : typed;
    }
    Text sentence = cause.sentence(by);
    return ((french ? sentence.fr() : sentence.en()) + " " + typed).strip();
  }

  private static String stopped(String reason) {
    return reason.matches("(?s).*[.!?…]") ? reason : reason + ".";
  }
}
