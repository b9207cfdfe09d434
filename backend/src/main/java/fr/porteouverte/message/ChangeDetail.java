package fr.porteouverte.message;

/**
 * What a message about a change says beyond the booking itself.
 *
 * @param byVisitor the person did it
 * @param previousStart an instant, of a booking that moved; else null
 */
record ChangeDetail(boolean byVisitor, String previousStart) {}
