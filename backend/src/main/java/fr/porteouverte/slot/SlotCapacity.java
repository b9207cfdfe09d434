package fr.porteouverte.slot;

import fr.porteouverte.permanence.Permanence;

/**
 * How many people each slot of a permanence serves, and which of these places are kept back. The
 * kept ones are the last: they stay free until only they are left.
 *
 * @param keptPhone only staff book them
 * @param keptWalkIn nobody books them
 */
record SlotCapacity(int capacity, int keptPhone, int keptWalkIn) {

  static SlotCapacity of(Permanence permanence) {
    return new SlotCapacity(permanence.capacity(), permanence.keptPhone(), permanence.keptWalkIn());
  }

  int forA(Booker who) {
    return capacity - keptWalkIn - (who == Booker.staff ? 0 : keptPhone);
  }
}
