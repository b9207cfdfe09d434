package fr.porteouverte.search;

import fr.porteouverte.commune.Gazetteers;
import fr.porteouverte.commune.Understood;
import fr.porteouverte.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands where somebody is: whatever the gazetteer knows, or a point. */
@ApplicationScoped
class Near {
  private static final Pattern POINT =
      Pattern.compile("\\s*(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,;]\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*");

  /** So many others are offered. */
  private static final int OTHERS = 5;

  @Inject Gazetteers gazetteers;

  Where understand(String near) {
    Matcher point = POINT.matcher(near);
    if (point.matches()) {
      return point(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
    }
    Understood understood = gazetteers.find(near, OTHERS + 1);
    if (understood.places().isEmpty()) {
      throw unknown();
    }
    List<PlaceView> places =
        understood.places().stream().map(place -> PlaceView.of(place, near)).toList();
    return new Where(places.get(0), places.subList(1, places.size()), understood.guessed());
  }

  private static Where point(double latitude, double longitude) {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      throw unknown();
    }
    String label = String.format(Locale.ROOT, "%.4f, %.4f", latitude, longitude);
    PlaceView place = new PlaceView(label, null, null, latitude, longitude);
    return new Where(place, List.of(), false);
  }

  private static InvalidRequest unknown() {
    return InvalidRequest.of(
        "near",
        "Ce lieu n’est pas connu. Donnez un code postal, une commune ou une position"
            + " (latitude,longitude).",
        "This place is not known. Give a postcode, a commune or a position (latitude,longitude).");
  }
}
