package fr.porteouverte.queue.ticket;

/** What can be done with a ticket; the names are those of the commands' addresses. */
public enum TicketAction {
  call,
  start,
  park,
  resume,
  finish,
  miss,
  leave,
  transfer,
  undo
}
