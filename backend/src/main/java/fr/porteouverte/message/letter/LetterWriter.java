package fr.porteouverte.message.letter;

import fr.porteouverte.booking.Correspondence.Elsewhere;
import fr.porteouverte.booking.Reference;
import fr.porteouverte.message.MessageKind;
import fr.porteouverte.message.template.MessageTemplate;
import fr.porteouverte.message.template.Placeholder;
import fr.porteouverte.message.template.ProductTemplates;
import fr.porteouverte.outbox.GsmText;
import fr.porteouverte.procedure.DocumentView;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.text.Text;
import fr.porteouverte.time.Spell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns facts and a house's words into a mail or a text message. */
@ApplicationScoped
public class LetterWriter {

  private static final String MAINLAND = "Europe/Paris";

  /** Checked when the product is built; the HTML one escapes every value. */
  @CheckedTemplate(basePath = "message")
  static class Templates {
    static native TemplateInstance mail(LetterPage page);

    static native TemplateInstance mailText(LetterPage page);
  }

  /** A written mail. */
  public record Written(String subject, String text, String html) {}

  /** As it stands in a mail, to be kept nowhere; null: nothing of the kind. */
  public @Nullable String mailAside(LetterFacts facts) {
    return elsewhere("elsewhere", facts);
  }

  /** The same of a text message. */
  public @Nullable String smsAside(LetterFacts facts) {
    String aside = elsewhere("elsewhereSms", facts);
    return aside == null ? null : GsmText.of(" " + aside);
  }

  private static @Nullable String elsewhere(String words, LetterFacts facts) {
    Elsewhere other = facts.elsewhere();
    return other == null
        ? null
        : ProductTemplates.around(facts.language())
            .getOrDefault(words, "")
            .replace("{moment}", Spell.moment(other.start(), other.zone(), facts.language()))
            .replace("{time}", Spell.time(other.start(), other.zone(), facts.language()))
            .replace("{site}", other.site());
  }

  public Written mail(LetterFacts facts, MessageTemplate words) {
    return mail(facts, List.of(), words);
  }

  /**
   * @param others appointments of the same person that the same mail tells of
   */
  public Written mail(LetterFacts facts, List<LetterFacts> others, MessageTemplate house) {
    MessageTemplate words = Several.words(facts, others, house);
    Map<Placeholder, String> values =
        values(facts, Spell.dayWithoutYear(facts.start(), facts.zone(), facts.language()));
    LetterPage page =
        page(
            facts,
            Placeholder.fill(words.subject(), values),
            Placeholder.fill(words.opening(), values),
            Placeholder.fill(words.closing(), values),
            others.stream().map(other -> page(other, "", "", "", List.of())).toList());
    return new Written(
        page.subject(), Templates.mailText(page).render(), Templates.mail(page).render());
  }

  public String sms(LetterFacts facts, MessageTemplate words) {
    return sms(facts, List.of(), words);
  }

  /**
   * @param others appointments of the same person that the same message tells of
   */
  public String sms(LetterFacts facts, List<LetterFacts> others, MessageTemplate own) {
    MessageTemplate words = Several.words(facts, others, own);
    String house = HouseName.brief(facts.site());
    // Who it was is said where there is room for it; the first of the cheapest goes.
    String sms =
        Stream.of(
                sms(facts, words, facts.site(), named(facts)),
                sms(facts, words, house, named(facts)),
                sms(facts, words, house, brief(facts)))
            .min(Comparator.comparing(GsmText::segments))
            .orElseThrow();
    String aside = smsAside(facts);
    return aside == null ? sms : sms + aside;
  }

  private static String named(LetterFacts facts) {
    CancellationCause cause = facts.cause();
    return (cause == null ? CancellationCause.UNNAMED : cause.named(facts.partner()))
        .in(Locale.forLanguageTag(facts.language()));
  }

  private static String brief(LetterFacts facts) {
    CancellationCause cause = facts.cause();
    return (cause == null ? CancellationCause.UNNAMED : cause.brief())
        .in(Locale.forLanguageTag(facts.language()));
  }

  private static String sms(LetterFacts facts, MessageTemplate words, String house, String cause) {
    Map<Placeholder, String> values =
        values(facts, Spell.shortDay(facts.start(), facts.zone(), facts.language()));
    values.put(Placeholder.site, house);
    values.put(Placeholder.cause, cause);
    return GsmText.of(Placeholder.fill(words.sms(), values).strip());
  }

  private static Map<Placeholder, String> values(LetterFacts facts, String date) {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    values.put(Placeholder.visitor, facts.visitor());
    values.put(Placeholder.date, date);
    values.put(Placeholder.time, Spell.time(facts.start(), facts.zone(), facts.language()));
    values.put(Placeholder.site, facts.site());
    values.put(Placeholder.procedure, facts.procedure());
    values.put(Placeholder.partner, facts.partner() == null ? facts.site() : partner(facts));
    values.put(Placeholder.cause, named(facts));
    values.put(Placeholder.address, facts.addressLine());
    values.put(Placeholder.link, facts.link());
    return values;
  }

  private static LetterPage page(
      LetterFacts facts, String subject, String opening, String closing, List<LetterPage> others) {
    String language = facts.language();
    boolean personal = facts.kind() != MessageKind.cancelled;
    boolean stands = personal && facts.kind() != MessageKind.cancelledByHouse;
    return new LetterPage(
        language,
        subject,
        facts.visitor(),
        paragraphs(opening),
        when(facts),
        moment(facts.previousStart(), facts),
        moment(facts.currentStart(), facts),
        facts.keptUntil() == null ? null : Spell.time(facts.keptUntil(), facts.zone(), language),
        facts.site(),
        facts.addressLine(),
        facts.phone(),
        facts.procedure(),
        partner(facts),
        Reference.spelled(facts.reference()),
        labels(facts.documents(), stands, true, language),
        labels(facts.documents(), stands, false, language),
        stands ? facts.note() : null,
        stands,
        personal,
        CancellationCause.why(
            facts.cause(), facts.partner(), facts.reason(), !"en".equals(language)),
        facts.alternatives().stream()
            .map(other -> new LetterPage.Choice(moment(other.start(), facts), other.link()))
            .toList(),
        personal ? facts.link() : facts.bookAgain(),
        button(facts.kind()),
        paragraphs(closing),
        elsewhere("elsewhere", facts),
        facts.replyTo() != null,
        others,
        ProductTemplates.around(language));
  }

  private static @Nullable String partner(LetterFacts facts) {
    Text partner = facts.partner();
    return partner == null ? null : partner.in(Locale.forLanguageTag(facts.language()));
  }

  private static String button(MessageKind kind) {
    return switch (kind) {
      case cancelled -> "openCancelled";
      case cancelledByHouse -> "openCancelledByHouse";
      case waitlistOffer -> "openOffer";
      default -> "open";
    };
  }

  /** With the year, the end and, where it is not the mainland's, that the time is the house's. */
  private static String when(LetterFacts facts) {
    String language = facts.language();
    String span = "en".equals(language) ? "%s, from %s to %s" : "%s, de %s à %s";
    String when =
        String.format(
            span,
            Spell.day(facts.start(), facts.zone(), language),
            Spell.time(facts.start(), facts.zone(), language),
            Spell.time(facts.end(), facts.zone(), language));
    return MAINLAND.equals(facts.zone().getId())
        ? when
        : when + " (" + ProductTemplates.around(language).get("localTime") + ")";
  }

  private static @Nullable String moment(@Nullable Instant instant, LetterFacts facts) {
    return instant == null ? null : Spell.moment(instant, facts.zone(), facts.language());
  }

  private static List<String> labels(
      List<DocumentView> documents, boolean stands, boolean required, String language) {
    return documents.stream()
        .filter(document -> stands && document.required() == required)
        .map(document -> document.label().in(Locale.forLanguageTag(language)))
        .toList();
  }

  private static List<List<String>> paragraphs(String text) {
    return Arrays.stream(text.strip().split("\\R[ \\t]*\\R"))
        .filter(paragraph -> !paragraph.isBlank())
        .map(paragraph -> Arrays.stream(paragraph.split("\\R")).map(String::strip).toList())
        .toList();
  }
}
