package fr.porteouverte.outbox;

/** How a message reaches its person. A call is made by a clerk, never by the machine. */
public enum MessageChannel {
  email,
  sms,
  call
}
