package fr.porteouverte.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.porteouverte.feed.Entry.Standing;
import fr.porteouverte.support.ReadBack;
import fr.porteouverte.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;

class SessionCalendarTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final ZoneId REUNION = ZoneId.of("Indian/Reunion");

  private static Entry entry(long id, ZoneId zone, String local, Standing standing) {
    Instant start = LocalDateTime.parse(local).atZone(zone).toInstant();
    return new Entry(
        id,
        3,
        Instant.parse("2026-11-01T08:00:00Z"),
        start,
        start.plus(Duration.ofHours(3)),
        zone,
        standing,
        new Text("Caf – Moyaux", "Caf – Moyaux"),
        new Text(
            "Sur rendez-vous ; papiers, s’il vous plaît.\n- Demander le RSA", "By appointment."),
        "Place de la mairie, Moyaux",
        "https://example.org/maisons/1",
        null);
  }

  private static String calendar(Entry... entries) {
    return SessionCalendar.of("Moyaux, la maison", List.of(entries), Locale.FRENCH);
  }

  private static long lines(String text, String beginning) {
    return text.lines().filter(line -> line.startsWith(beginning)).count();
  }

  @Test
  void a_session_stays_itself_through_its_changes() {
    VEvent event =
        ReadBack.events(calendar(entry(7, PARIS, "2026-11-24T09:00", Standing.certain))).get(0);
    assertThat(ReadBack.value(event, "UID")).isEqualTo("session-7@porte-ouverte");
    assertThat(ReadBack.value(event, "SEQUENCE")).isEqualTo("3");
    assertThat(ReadBack.value(event, "STATUS")).isEqualTo("CONFIRMED");
    assertThat(ReadBack.value(event, "SUMMARY")).isEqualTo("Caf – Moyaux");
    assertThat(ReadBack.value(event, "DESCRIPTION")).contains("\n- Demander le RSA");
  }

  @Test
  void times_are_the_houses_over_both_changes_of_the_clocks() {
    String text =
        calendar(
            entry(1, PARIS, "2026-10-24T09:00", Standing.certain),
            entry(2, PARIS, "2026-10-25T09:00", Standing.certain),
            entry(3, PARIS, "2027-03-27T09:00", Standing.certain),
            entry(4, PARIS, "2027-03-28T09:00", Standing.certain));
    assertThat(lines(text, "DTSTART;TZID=Europe/Paris:20261024T090000")).isEqualTo(1);
    assertThat(lines(text, "DTSTART;TZID=Europe/Paris:20270328T090000")).isEqualTo(1);
    assertThat(ReadBack.events(text).stream().map(ReadBack::start))
        .containsExactly(
            Instant.parse("2026-10-24T07:00:00Z"),
            Instant.parse("2026-10-25T08:00:00Z"),
            Instant.parse("2027-03-27T08:00:00Z"),
            Instant.parse("2027-03-28T07:00:00Z"));
    assertThat(lines(text, "BEGIN:VTIMEZONE")).isEqualTo(1);
    assertThat(text.lines())
        .containsSubsequence("BEGIN:DAYLIGHT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200")
        .containsSubsequence("BEGIN:STANDARD", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100");
    assertThat(text).contains("BYMONTH=10", "BYDAY=-1SU");
  }

  @Test
  void a_zone_with_another_summer_is_told_too() {
    ZoneId miquelon = ZoneId.of("America/Miquelon");
    String text =
        calendar(
            entry(1, miquelon, "2026-10-31T09:00", Standing.certain),
            entry(2, miquelon, "2026-11-02T09:00", Standing.certain));
    assertThat(ReadBack.events(text).stream().map(ReadBack::start))
        .containsExactly(
            Instant.parse("2026-10-31T11:00:00Z"), Instant.parse("2026-11-02T12:00:00Z"));
  }

  @Test
  void overseas_has_its_own_zone_without_seconds_or_summer() {
    String text =
        calendar(
            entry(1, REUNION, "2026-11-24T09:00", Standing.certain),
            entry(2, PARIS, "2026-11-24T09:00", Standing.certain));
    assertThat(lines(text, "BEGIN:VTIMEZONE")).isEqualTo(2);
    assertThat(text).contains("TZID:Indian/Reunion", "TZOFFSETFROM:+0400", "TZOFFSETTO:+0400");
    assertThat(ReadBack.start(ReadBack.events(text).get(0)))
        .isEqualTo(Instant.parse("2026-11-24T05:00:00Z"));
  }

  @Test
  void a_cancelled_session_stays_and_says_so_twice() {
    VEvent event =
        ReadBack.events(calendar(entry(7, PARIS, "2026-11-24T09:00", Standing.cancelled))).get(0);
    assertThat(ReadBack.value(event, "STATUS")).isEqualTo("CANCELLED");
    assertThat(ReadBack.value(event, "SUMMARY")).isEqualTo("Annulé : Caf – Moyaux");
  }

  @Test
  void the_same_sessions_give_the_same_text() {
    Entry[] entries = {
      entry(1, PARIS, "2026-11-24T09:00", Standing.tentative),
      entry(2, REUNION, "2026-11-24T09:00", Standing.certain)
    };
    assertThat(calendar(entries)).isEqualTo(calendar(entries));
  }

  @Test
  void a_house_without_sessions_is_an_empty_calendar() {
    assertThat(ReadBack.events(calendar())).isEmpty();
  }
}
