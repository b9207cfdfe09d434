package fr.porteouverte.search;

import fr.porteouverte.commune.Communes;
import fr.porteouverte.problem.InvalidRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands where somebody is: a postcode, the name of a commune, or a point. */
@ApplicationScoped
class Near {
  private static final Pattern POINT =
      Pattern.compile("\\s*(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,;]\\s*(-?\\d{1,3}(?:\\.\\d+)?)\\s*");

  @Inject Communes communes;

  PlaceView understand(String near) {
    Matcher point = POINT.matcher(near);
    if (point.matches()) {
      return point(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
    }
    return communes
        .best(near)
        .map(commune -> PlaceView.of(commune, near))
        .orElseThrow(Near::unknown);
  }

  private static PlaceView point(double latitude, double longitude) {
    if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) {
      throw unknown();
    }
    String label = String.format(Locale.ROOT, "%.4f, %.4f", latitude, longitude);
    return new PlaceView(label, null, latitude, longitude);
  }

  private static InvalidRequest unknown() {
    return InvalidRequest.of(
        "near",
        "Ce lieu n’est pas connu. Donnez un code postal, une commune ou une position"
            + " (latitude,longitude).",
        "This place is not known. Give a postcode, a commune or a position (latitude,longitude).");
  }
}
