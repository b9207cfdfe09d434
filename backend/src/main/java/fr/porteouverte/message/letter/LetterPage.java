package fr.porteouverte.message.letter;

import fr.porteouverte.text.Telephone;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mail about a booking, as its layouts show it: every text is written out. Nullable ones are left
 * out.
 *
 * @param visitor first name; empty where there is none to be repeated
 * @param opening paragraphs of lines
 * @param stands there is an appointment, to which one brings papers
 * @param personal its links open the booking
 * @param reason why the house took it away
 * @param elsewhere a warning of another appointment at the same time
 * @param button key of the words on it
 * @param others appointments of the same person that this mail tells of, too
 * @param words around everything, by key
 */
record LetterPage(
    String language,
    String subject,
    String visitor,
    List<List<String>> opening,
    String when,
    @Nullable String previous,
    @Nullable String current,
    @Nullable String keptUntil,
    String site,
    String address,
    @Nullable String phone,
    String procedure,
    @Nullable String partner,
    String reference,
    List<String> papers,
    List<String> papersIfApplies,
    @Nullable String note,
    boolean stands,
    boolean personal,
    @Nullable String reason,
    List<Choice> alternatives,
    String link,
    String button,
    List<List<String>> closing,
    @Nullable String elsewhere,
    boolean answerable,
    List<LetterPage> others,
    Map<String, String> words) {

  /**
   * Another date.
   *
   * @param link null: it is only told
   */
  record Choice(@Nullable String text, @Nullable String link) {}

  public String word(String key) {
    return Objects.requireNonNull(words.get(key), key);
  }

  /** As people read it; the link has the number itself. */
  public @Nullable String spelledPhone() {
    return phone == null ? null : Telephone.spelled(phone);
  }

  /** Somebody else's who is written to at the same address. */
  public boolean otherPerson(LetterPage first) {
    return !visitor.isEmpty() && !visitor.equals(first.visitor);
  }

  public String buttonText() {
    return word(button);
  }

  public String sentBy() {
    return word(answerable ? "sentByWithReply" : "sentBy").replace("{site}", site);
  }

  public boolean withoutPapers() {
    return stands && papers.isEmpty() && papersIfApplies.isEmpty() && note == null;
  }
}
