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
  private final transient @Nullable Wish wish;

  private SlotRefused(
      ProblemType type, @Nullable Text detail, List<SlotView> alternatives, @Nullable Wish wish) {
    super(type, detail);
    this.alternatives = alternatives;
    this.wish = wish;
  }

  static SlotRefused taken() {
    return new SlotRefused(
        ProblemType.SLOT_TAKEN,
        new Text(
            "Quelqu’un d’autre vient de prendre ce créneau. Choisissez-en un autre.",
            "Somebody else has just taken this slot. Please choose another."),
        List.of(),
        null);
  }

  /** The calendar took it back after it was shown. */
  static SlotRefused gone() {
    return closed(
        new Text(
            "Ce créneau n’est plus proposé. Choisissez-en un autre.",
            "This slot is no longer offered. Please choose another."));
  }

  static SlotRefused closed(Text why) {
    return new SlotRefused(ProblemType.SLOT_CLOSED, why, List.of(), null);
  }

  SlotRefused instead(List<SlotView> slots) {
    return new SlotRefused(type(), detail(), slots, wish);
  }

  /** What was wanted is known to who refuses it. */
  SlotRefused to(Visit visit) {
    return new SlotRefused(type(), detail(), alternatives, Wish.of(visit));
  }

  /** Null: it is still to be read. */
  @Nullable Wish wish() {
    return wish;
  }

  @Override
  public List<SlotView> alternatives() {
    return alternatives;
  }
}
