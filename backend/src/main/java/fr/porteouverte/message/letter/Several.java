package fr.porteouverte.message.letter;

import fr.porteouverte.message.template.MessageTemplate;
import fr.porteouverte.message.template.ProductTemplates;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.time.Spell;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of one message about several appointments that the house took away on one day. */
final class Several {
  private Several() {}

  /**
   * A house's own words speak of one appointment, so only their end is kept.
   *
   * @param others none: the house's words as they are
   */
  static MessageTemplate words(LetterFacts first, List<LetterFacts> others, MessageTemplate house) {
    if (others.isEmpty()) {
      return house;
    }
    Map<String, String> words = ProductTemplates.around(first.language());
    String count = String.valueOf(others.size() + 1);
    return new MessageTemplate(
        counted(words, "several.subject", count),
        counted(words, "several.opening", count),
        house.closing(),
        sms(first, others, counted(words, "several.sms", count)));
  }

  private static String counted(Map<String, String> words, String key, String count) {
    return Objects.requireNonNull(words.get(key), key).replace("{count}", count);
  }

  /** Each time with its own link, for each booking keeps its own number. */
  private static String sms(LetterFacts first, List<LetterFacts> others, String words) {
    String each =
        all(first, others)
            .map(
                facts ->
                    Spell.time(facts.start(), facts.zone(), facts.language()) + " " + facts.link())
            .collect(Collectors.joining(" "));
    boolean one =
        others.stream()
            .allMatch(
                other ->
                    other.cause() == first.cause()
                        && Objects.equals(other.partner(), first.partner()));
    String cause = CancellationCause.UNNAMED.in(Locale.forLanguageTag(first.language()));
    return (one ? words : words.replace("{cause}", cause)).replace("{each}", each);
  }

  private static Stream<LetterFacts> all(LetterFacts first, List<LetterFacts> others) {
    return Stream.concat(Stream.of(first), others.stream());
  }
}
