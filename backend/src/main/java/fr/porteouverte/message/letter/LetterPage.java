package fr.porteouverte.message.letter;

import java.util.List;
import java.util.Map;

/**
 * A mail about a booking, as its layouts show it: every text is written out. Nullable ones are left
 * out.
 *
 * @param opening paragraphs of lines
 * @param stands there is an appointment, to which one brings papers
 * @param personal its links open the booking
 * @param reason why the house took it away
 * @param button key of the words on it
 * @param words around everything, by key
 */
record LetterPage(
    String language,
    String subject,
    List<List<String>> opening,
    String when,
    String previous,
    String current,
    String keptUntil,
    String site,
    String address,
    String phone,
    String procedure,
    String partner,
    String reference,
    List<String> papers,
    List<String> papersIfApplies,
    boolean stands,
    boolean personal,
    String reason,
    List<Choice> alternatives,
    String link,
    String button,
    List<List<String>> closing,
    boolean answerable,
    Map<String, String> words) {

  /**
   * Another date.
   *
   * @param link null: it is only told
   */
  record Choice(String text, String link) {}

  public String word(String key) {
    return words.get(key);
  }

  public String buttonText() {
    return words.get(button);
  }

  public String sentBy() {
    return words.get(answerable ? "sentByWithReply" : "sentBy").replace("{site}", site);
  }

  public boolean withoutPapers() {
    return stands && papers.isEmpty() && papersIfApplies.isEmpty();
  }
}
