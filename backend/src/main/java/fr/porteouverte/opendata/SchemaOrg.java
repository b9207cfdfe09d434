package fr.porteouverte.opendata;

import fr.porteouverte.http.AppAddress;
import fr.porteouverte.site.Closure;
import fr.porteouverte.site.OpeningRange;
import fr.porteouverte.site.Presentation;
import fr.porteouverte.site.Site;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Houses and appointments in the words of schema.org. */
@ApplicationScoped
class SchemaOrg {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  @Inject AppAddress app;

  /** What is null is left out. */
  static Map<String, Object> thing(String type, @Nullable Object... pairs) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", type);
    for (int i = 0; i < pairs.length; i += 2) {
      Object value = pairs[i + 1];
      if (value != null) {
        thing.put(String.valueOf(pairs[i]), value);
      }
    }
    return thing;
  }

  static Map<String, Object> page(Map<String, Object> thing) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("@context", "https://schema.org");
    whole.putAll(thing);
    return whole;
  }

  /** Where it is and how one reaches it. */
  Map<String, Object> house(Site site) {
    String address = app.of("/maisons/" + site.id());
    return thing(
        "GovernmentOffice",
        "@id",
        address,
        "identifier",
        number(site.presentation()),
        "name",
        site.name(),
        "url",
        address,
        "telephone",
        site.phone(),
        "email",
        site.email(),
        "address",
        thing(
            "PostalAddress",
            "streetAddress",
            site.address().street(),
            "postalCode",
            site.address().postcode(),
            "addressLocality",
            site.address().commune(),
            "addressCountry",
            "FR"),
        "geo",
        thing("GeoCoordinates", "latitude", site.latitude(), "longitude", site.longitude()));
  }

  private static @Nullable Map<String, Object> number(Presentation shown) {
    return shown.pivot() == null
        ? null
        : thing(
            "PropertyValue",
            "propertyID",
            shown.siret() == null ? "RNA" : "SIRET",
            "value",
            shown.pivot());
  }

  /** The same with its hours from a day on, and how to book there. */
  Map<String, Object> office(Site site, List<Closure> closures, LocalDate today) {
    Map<String, Object> office = house(site);
    office.put(
        "openingHoursSpecification", site.openingHours().stream().map(SchemaOrg::weekly).toList());
    List<Map<String, Object>> special = new ArrayList<>();
    site.exceptionalHours().stream()
        .filter(range -> !range.day().isBefore(today))
        .forEach(range -> special.add(dated(range.day(), range.day(), range.from(), range.to())));
    closures.forEach(closure -> closed(closure).ifPresent(special::add));
    if (!special.isEmpty()) {
      office.put("specialOpeningHoursSpecification", special);
    }
    if (site.takesAppointments()) {
      office.put("potentialAction", reserve("/demarche?site=" + site.id()));
    }
    return office;
  }

  Map<String, Object> reserve(String path) {
    return thing(
        "ReserveAction",
        "target",
        thing(
            "EntryPoint",
            "urlTemplate",
            app.of(path),
            "inLanguage",
            "fr",
            "actionPlatform",
            List.of(
                "https://schema.org/DesktopWebPlatform", "https://schema.org/MobileWebPlatform")),
        "result",
        thing("Reservation", "name", "Rendez-vous"));
  }

  private static Map<String, Object> weekly(OpeningRange range) {
    return thing(
        "OpeningHoursSpecification",
        "dayOfWeek",
        "https://schema.org/" + range.weekday().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
        "opens",
        TIME.format(range.from()),
        "closes",
        TIME.format(range.to()));
  }

  private static Map<String, Object> dated(
      LocalDate from, LocalDate through, LocalTime opens, LocalTime closes) {
    return thing(
        "OpeningHoursSpecification",
        "validFrom",
        from.toString(),
        "validThrough",
        through.toString(),
        "opens",
        TIME.format(opens),
        "closes",
        TIME.format(closes));
  }

  /** Of whole days only: for a part of one there is no word. Opens and closes at midnight: shut. */
  private static java.util.Optional<Map<String, Object>> closed(Closure closure) {
    LocalDate first =
        closure.from().toLocalTime().equals(LocalTime.MIDNIGHT)
            ? closure.from().toLocalDate()
            : closure.from().toLocalDate().plusDays(1);
    LocalDate last = closure.to().toLocalDate().minusDays(1);
    return last.isBefore(first)
        ? java.util.Optional.empty()
        : java.util.Optional.of(dated(first, last, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
  }
}
