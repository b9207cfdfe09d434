package fr.porteouverte.webhook;

/** What became of a delivery. */
public enum DeliveryState {
  /** It goes when it is due: for the first time, or again. */
  waiting,
  /** It was answered with 2xx. */
  delivered,
  /** It is not tried any more. */
  failed
}
