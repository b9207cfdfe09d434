package fr.porteouverte.booking.seating;

import fr.porteouverte.problem.ProblemException;
import fr.porteouverte.problem.ProblemType;
import fr.porteouverte.slot.SlotView;
import fr.porteouverte.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The slot cannot be had; the nearest that can come with the refusal. */
final class SlotRefused extends ProblemException {
  private final transient List<SlotView> alternatives;

  private SlotRefused(ProblemType type, @Nullable Text detail, List<SlotView> alternatives) {
    super(type, detail);
    this.alternatives = alternatives;
  }

  static SlotRefused taken() {
    return new SlotRefused(
        ProblemType.SLOT_TAKEN,
        new Text(
            "Quelqu’un d’autre vient de prendre ce créneau. Choisissez-en un autre.",
            "Somebody else has just taken this slot. Please choose another."),
        List.of());
  }

  /** The calendar took it back after it was shown. */
  static SlotRefused gone() {
    return closed(
        new Text(
            "Ce créneau n’est plus proposé. Choisissez-en un autre.",
            "This slot is no longer offered. Please choose another."));
  }

  static SlotRefused closed(Text why) {
    return new SlotRefused(ProblemType.SLOT_CLOSED, why, List.of());
  }

  SlotRefused instead(List<SlotView> slots) {
    return new SlotRefused(type(), detail(), slots);
  }

  @Override
  public List<SlotView> alternatives() {
    return alternatives;
  }
}
