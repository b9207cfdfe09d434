package fr.porteouverte.message.rollcall;

import fr.porteouverte.access.Colleagues.Person;
import fr.porteouverte.partner.Partner;
import fr.porteouverte.session.CancellationCause;
import fr.porteouverte.session.Session;
import fr.porteouverte.site.Address;
import fr.porteouverte.site.Site;
import fr.porteouverte.text.Telephone;
import fr.porteouverte.text.Text;
import fr.porteouverte.time.Spell;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A mail to a partner's agent: in French, then in English, for nobody knows which they read. */
record RollCallLetter(String subject, String text, String html) {
  private static final Map<String, Properties> WORDS = Map.of("fr", read("fr"), "en", read("en"));
  private static final List<String> LANGUAGES = List.of("fr", "en");

  /** Checked when the product is built; the HTML one escapes every value. */
  @CheckedTemplate(basePath = "message")
  static class Templates {
    static native TemplateInstance rollCall(RollCallPage page);

    static native TemplateInstance rollCallText(RollCallPage page);
  }

  /** The mail as its layout shows it. */
  record RollCallPage(String subject, String link, List<RollCallPart> parts) {}

  /** It in one language. */
  record RollCallPart(
      String language,
      List<String> opening,
      List<RollCallFact> facts,
      String button,
      List<String> closing,
      String sentBy) {}

  /**
   * One line of what there is to know.
   *
   * @param link what it opens; null: nothing
   */
  record RollCallFact(String name, String value, @Nullable String link) {
    RollCallFact(String name, String value) {
      this(name, value, null);
    }
  }

  /**
   * @param booked people who have an appointment
   * @param link opens the page that confirms, or the session itself
   * @param confirms whether it is the former
   * @param cause why the calendar took it back; null: it did not
   */
  static RollCallLetter of(
      RollCallKind kind,
      Session session,
      Person agent,
      int booked,
      String link,
      boolean confirms,
      @Nullable CancellationCause cause) {
    List<RollCallPart> parts = new ArrayList<>();
    for (String language : LANGUAGES) {
      parts.add(part(kind, session, agent, booked, confirms, cause, language));
    }
    RollCallPage page =
        new RollCallPage(word(kind + ".subject", "fr", session, agent), link, parts);
    return new RollCallLetter(
        page.subject(), Templates.rollCallText(page).render(), Templates.rollCall(page).render());
  }

  private static RollCallPart part(
      RollCallKind kind,
      Session session,
      Person agent,
      int booked,
      boolean confirms,
      @Nullable CancellationCause cause,
      String language) {
    Site site = session.permanence().site();
    ZoneId zone = site.zone();
    List<RollCallFact> facts = new ArrayList<>();
    facts.add(new RollCallFact(around("when", language), when(session, zone, language)));
    facts.add(
        new RollCallFact(around("where", language), site.name() + ", " + line(site.address())));
    String phone = site.phone();
    if (phone != null) {
      facts.add(
          new RollCallFact(around("phone", language), Telephone.spelled(phone), "tel:" + phone));
    }
    if (kind != RollCallKind.calledOff) {
      facts.add(new RollCallFact(around("people", language), Integer.toString(booked)));
    } else {
      String why =
          CancellationCause.why(cause, partner(session), session.reason(), "fr".equals(language));
      if (why != null) {
        facts.add(new RollCallFact(around("reason", language), why));
      }
    }
    if (confirms && kind == RollCallKind.rollCall) {
      facts.add(
          new RollCallFact(
              around("by", language), Spell.moment(session.confirmBy(), zone, language)));
    }
    List<String> closing = new ArrayList<>(List.of(closing(kind, language)));
    if (confirms) {
      closing.add(around("private", language));
    }
    return new RollCallPart(
        language,
        List.of(word(kind + ".opening", language, session, agent).split("\n\n")),
        facts,
        around(confirms ? "confirm" : "open", language),
        closing,
        word("around.sentBy", language, session, agent));
  }

  private static @Nullable Text partner(Session session) {
    Partner partner = session.permanence().partner();
    return partner == null ? null : partner.name();
  }

  private static String closing(RollCallKind kind, String language) {
    return words(language).getProperty(kind + ".closing", around("closing", language));
  }

  private static String when(Session session, ZoneId zone, String language) {
    return String.format(
        "en".equals(language) ? "%s, from %s to %s" : "%s, de %s à %s",
        Spell.day(session.start(), zone, language),
        Spell.time(session.start(), zone, language),
        Spell.time(session.end(), zone, language));
  }

  private static String line(Address address) {
    return address.street() + ", " + address.postcode() + " " + address.commune();
  }

  private static String around(String key, String language) {
    return words(language).getProperty("around." + key);
  }

  private static String word(String key, String language, Session session, Person agent) {
    Site site = session.permanence().site();
    ZoneId zone = site.zone();
    return words(language)
        .getProperty(key)
        .replace("{agent}", agent.firstName())
        .replace("{date}", Spell.dayWithoutYear(session.start(), zone, language))
        .replace("{time}", Spell.time(session.start(), zone, language))
        .replace(
            "{partner}",
            Objects.requireNonNull(session.permanence().partner())
                .name()
                .in(Locale.forLanguageTag(language)))
        .replace("{site}", site.name());
  }

  private static Properties words(String language) {
    return Objects.requireNonNull(WORDS.get(language));
  }

  private static Properties read(String language) {
    Properties words = new Properties();
    String name = "/message/rollcall_" + language + ".properties";
    try (var in = RollCallLetter.class.getResourceAsStream(name)) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return words;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
