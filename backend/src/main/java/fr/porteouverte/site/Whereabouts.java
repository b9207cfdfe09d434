package fr.porteouverte.site;

import fr.porteouverte.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a house is called and where it is, as people look for it on the way to their appointment.
 */
public record Whereabouts(String name, Address address) {

  public static Whereabouts of(Site site) {
    return new Whereabouts(site.name(), site.address());
  }

  /**
   * Whether somebody who knows these would stand before another door; accents and capitals do not
   * matter.
   */
  public boolean differFrom(Whereabouts other) {
    return !said().equals(other.said());
  }

  private String said() {
    return Text.fold(
        String.join(
            " | ",
            name,
            address.street(),
            orNothing(address.complement()),
            address.postcode(),
            address.commune()));
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }
}
