package fr.porteouverte.message.template;

import fr.porteouverte.message.MessageKind;
import fr.porteouverte.message.letter.LetterFacts;
import fr.porteouverte.message.letter.LetterFacts.Alternative;
import fr.porteouverte.message.letter.LetterReader;
import fr.porteouverte.message.letter.LetterWriter;
import fr.porteouverte.outbox.GsmText;
import fr.porteouverte.procedure.Procedure;
import fr.porteouverte.procedure.Procedures;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Shows a manager what people would get, for an invented person and one of the house's procedures.
 */
@ApplicationScoped
class TemplatePreview {
  @Inject LetterWriter writer;
  @Inject LetterReader reader;
  @Inject Procedures procedures;
  @Inject Clock clock;

  /** Both ways at once. */
  @Schema(name = "MessagePreview")
  public record Preview(
      @Schema(required = true) String subject,
      @Schema(required = true) String text,
      @Schema(required = true) String html,
      @Schema(required = true) String sms,
      @Schema(required = true, description = "Places that the SMS takes") int characters,
      @Schema(required = true, description = "Messages that the SMS costs") int segments,
      @Schema(required = true, description = "A character outside the GSM alphabet makes it dearer")
          boolean unicode) {}

  Preview of(Site site, MessageKind kind, String language, MessageTemplate words) {
    LetterFacts facts = invented(site, kind, language);
    LetterWriter.Written mail = writer.mail(facts, words);
    String sms = writer.sms(facts, words);
    return new Preview(
        mail.subject(),
        mail.text(),
        mail.html(),
        sms,
        GsmText.length(sms),
        GsmText.segments(sms),
        GsmText.unicode(sms));
  }

  private LetterFacts invented(Site site, MessageKind kind, String language) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), site.zone()).plusDays(8);
    Instant start = day.atTime(LocalTime.of(9, 30)).atZone(site.zone()).toInstant();
    Procedure procedure = procedures.servedAt(site.id()).stream().findFirst().orElse(null);
    Locale locale = Locale.forLanguageTag(language);
    boolean offer = kind == MessageKind.waitlistOffer;
    return new LetterFacts(
        kind,
        language,
        site.zone(),
        "Jeanne",
        "K7QF2MXD",
        start,
        start.plus(Duration.ofMinutes(30)),
        kind == MessageKind.moved ? start.minus(Duration.ofDays(1)) : null,
        offer ? start.minus(Duration.ofDays(2)) : null,
        offer ? start.plus(Duration.ofDays(6)) : null,
        site.name(),
        site.address(),
        site.phone(),
        site.email(),
        procedure == null ? "—" : procedure.title().in(locale),
        procedure == null || procedure.partner() == null ? null : procedure.partner().name(),
        procedure == null ? List.of() : procedure.at(site.id()).papers(),
        procedure == null ? null : procedure.at(site.id()).note(),
        // As long as a real one, and opens nothing.
        reader.link("K7QF2MXD", "exemple-exemple-exemple-"),
        kind == MessageKind.cancelledByHouse ? CancellationCause.closure : null,
        kind == MessageKind.cancelledByHouse ? "…" : null,
        kind == MessageKind.cancelled
            ? others(start, null)
            : kind == MessageKind.cancelledByHouse
                ? others(start, reader.taking("K7QF2MXD", "1", "exemple-exemple-exemple-"))
                : List.of(),
        reader.bookAgain(site.id(), procedure == null ? 0 : procedure.id()),
        null);
  }

  private static List<Alternative> others(Instant start, @Nullable String link) {
    return List.of(
        new Alternative(start.plus(Duration.ofDays(1)), link),
        new Alternative(start.plus(Duration.ofDays(7)), link));
  }
}
