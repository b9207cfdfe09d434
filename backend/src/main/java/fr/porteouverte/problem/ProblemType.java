package fr.porteouverte.problem;

import fr.porteouverte.text.Text;

/**
 * The catalogue of refusals. The code is stable and public ({@code type} is {@code
 * /problems/<code>}); a client decides by it, never by the words.
 */
public enum ProblemType {
  INVALID_REQUEST(400, "Des informations sont à corriger", "Some information needs correcting"),
  MALFORMED_JSON(
      400, "Le contenu envoyé n’est pas du JSON lisible", "The body is not readable JSON"),
  UNKNOWN_PARAMETER(400, "Un paramètre est inconnu", "A parameter is unknown"),
  UNAUTHORIZED(401, "Connexion nécessaire", "Login needed"),
  KEY_ENDED(401, "Cette clé ne vaut plus rien", "This key is no longer good"),
  FORBIDDEN(403, "Action non autorisée", "Not allowed"),
  ACCOUNT_DISABLED(403, "Compte désactivé", "Account disabled"),
  ACCOUNT_UNKNOWN(403, "Compte inconnu ici", "Account unknown here"),
  SCOPE_MISSING(
      403, "Ce système n’a pas reçu cette autorisation", "This system was not given that scope"),
  NOT_FOUND(404, "Introuvable", "Not found"),
  METHOD_NOT_ALLOWED(405, "Méthode non prévue à cette adresse", "Method not allowed here"),
  NOT_ACCEPTABLE(406, "Format de réponse non disponible", "Answer format not available"),
  REQUEST_TIMEOUT(
      408, "La demande n’est pas arrivée à temps", "The request did not arrive in time"),
  SLOT_TAKEN(409, "Ce créneau vient d’être pris", "This slot has just been taken"),
  SLOT_CLOSED(409, "Ce créneau n’est pas réservable", "This slot cannot be booked"),
  HOLD_ALREADY_EXTENDED(
      409, "La réservation en cours a déjà été prolongée", "The hold was already extended"),
  HOLD_USED(409, "Ce créneau retenu a déjà servi", "This hold was used already"),
  TOO_LATE_TO_CHANGE(409, "Il est trop tard pour modifier", "It is too late to change"),
  ALREADY_CANCELLED(409, "Ce rendez-vous est déjà annulé", "This booking is already cancelled"),
  CAPACITY_BELOW_TAKEN(
      409, "Des places sont déjà prises", "More places are taken than would be left"),
  DECISIONS_MISSING(
      409, "Des rendez-vous attendent une décision", "Bookings that are touched need a decision"),
  ACTION_NOT_ALLOWED(
      409, "Ce numéro ne permet pas cette action", "This ticket does not allow that now"),
  SESSION_ACTION_NOT_ALLOWED(
      409, "Cette séance ne permet pas cette action", "This session does not allow that now"),
  ATTENDANCE_NOT_ALLOWED(
      409, "La file d’attente dit autre chose", "The queue says otherwise of this person"),
  NOT_BEGUN(409, "La séance n’a pas commencé", "The session has not begun"),
  LINK_USED(409, "Ce lien a déjà servi", "This link has been used already"),
  LINK_EXPIRED(409, "Ce lien n’est plus valable", "This link is no longer valid"),
  LINK_OVER(409, "La séance est passée", "The session is over"),
  LINK_CANCELLED(409, "La séance n’aura pas lieu", "The session will not take place"),
  LINK_HANDED_OVER(409, "Un collègue est prévu pour cette séance", "A colleague is to come"),
  COUNTER_BUSY(409, "Quelqu’un est déjà à ce guichet", "Somebody is at this counter already"),
  COUNTER_CLOSED(409, "Ce guichet est fermé", "This counter is closed"),
  COUNTER_TAKEN(409, "Quelqu’un d’autre tient ce guichet", "Somebody else has this counter"),
  NOT_TODAY(409, "Ce rendez-vous n’est pas aujourd’hui", "This booking is not for today"),
  NOT_RESENDABLE(409, "Ce message ne peut pas être renvoyé", "This message cannot be resent"),
  CALL_SETTLED(409, "Cet appel est déjà réglé", "This call is settled already"),
  NOT_OPEN(409, "La maison est fermée", "The house is closed"),
  BY_APPOINTMENT(
      409, "La maison reçoit sur rendez-vous en ce moment", "By appointment only at this time"),
  SESSION_OVER(
      409, "Cette permanence ne reçoit plus aujourd’hui", "This permanence sees nobody more today"),
  NO_MORE_NUMBERS(409, "Plus de numéros aujourd’hui", "No more numbers today"),
  CONFLICT(409, "L’état actuel ne le permet pas", "The current state does not allow it"),
  CHANGES_GONE(410, "Ces changements ne sont plus gardés", "These changes are no longer kept"),
  LENGTH_REQUIRED(411, "La taille du contenu doit être annoncée", "Content-Length is needed"),
  STALE(412, "Modifié entre-temps par quelqu’un d’autre", "Changed meanwhile by someone else"),
  BODY_TOO_LARGE(413, "Contenu trop volumineux", "Body too large"),
  ADDRESS_TOO_LONG(414, "Adresse trop longue", "Address too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Format de contenu non accepté", "Unsupported content type"),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "Cette clé d’idempotence a servi pour une autre demande",
      "This idempotency key was used for another request"),
  IF_MATCH_MISSING(428, "L’en-tête If-Match est nécessaire", "The If-Match header is needed"),
  TOO_MANY_REQUESTS(429, "Trop de demandes à la fois", "Too many requests"),
  TOO_MANY_CODES(429, "Trop d’essais", "Too many tries"),
  TOO_MANY_HOLDS(429, "Trop de créneaux retenus à la fois", "Too many slots held at once"),
  TOO_MANY_BOOKINGS(429, "Trop de rendez-vous en cours", "Too many live bookings"),
  PROOF_NEEDED(429, "Un petit calcul d’abord, ou un appel", "A small computation first, or a call"),
  CALL_THE_HOUSE(429, "Appelez la maison", "Call the house"),
  HEADERS_TOO_LARGE(431, "En-têtes trop volumineux", "Headers too large"),
  INTERNAL(500, "Une erreur est survenue de notre côté", "Something went wrong on our side"),
  BUSY(503, "Le service est très demandé, réessayez", "The service is busy, try again"),
  LOGIN_UNAVAILABLE(
      503, "La connexion des agents est indisponible", "The agents’ login is unavailable");

  private final int status;
  private final Text title;

  ProblemType(int status, String fr, String en) {
    this.status = status;
    this.title = new Text(fr, en);
  }

  public int status() {
    return status;
  }

  public Text title() {
    return title;
  }

  /** The last part of the type's address, e.g. {@code slot-taken}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
