package fr.porteouverte.site;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a house says of itself beside where it is and when it is open.
 *
 * @param rna of an association that has no SIRET; one of the two at most
 * @param accessibility names of {@link Accessibility}, a blank between them; null: nothing is known
 */
@Embeddable
public record Presentation(
    @Nullable String siret,
    @Nullable String rna,
    @Nullable String website,
    @Nullable String accessibility,
    @Column(name = "accessibility_note") @Nullable String accessibilityNote) {
  static final Presentation NOTHING = new Presentation(null, null, null, null, null);

  public static Presentation of(
      @Nullable String siret,
      @Nullable String rna,
      @Nullable String website,
      Collection<Accessibility> accessibility,
      @Nullable String note) {
    String words =
        accessibility.stream().sorted().distinct().map(Enum::name).collect(Collectors.joining(" "));
    return new Presentation(siret, rna, website, words.isEmpty() ? null : words, note);
  }

  /** By which the State knows who runs it; null: nobody entered it. */
  public @Nullable String pivot() {
    return siret != null ? siret : rna;
  }

  public List<Accessibility> facilities() {
    return accessibility == null
        ? List.of()
        : Arrays.stream(accessibility.split(" ")).map(Accessibility::valueOf).toList();
  }
}
