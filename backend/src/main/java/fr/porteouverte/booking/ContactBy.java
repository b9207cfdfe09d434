package fr.porteouverte.booking;

/** How the visitor wants to hear from the house. A landline is called; it gets no SMS. */
public enum ContactBy {
  email,
  sms,
  call,
  none
}
