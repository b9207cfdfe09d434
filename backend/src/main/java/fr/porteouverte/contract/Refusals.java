package fr.porteouverte.contract;

import static fr.porteouverte.problem.ProblemType.*;

import fr.porteouverte.problem.ProblemType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which problems an operation can answer beyond those of its form; by the names of the contract. A
 * test that receives another one fails until it stands here.
 */
final class Refusals {
  /** What any request may hear; those of a login, whoever sends one. */
  static final Set<ProblemType> ANY =
      EnumSet.of(
          UNAUTHORIZED,
          KEY_ENDED,
          ACCOUNT_DISABLED,
          ACCOUNT_UNKNOWN,
          LOGIN_UNAVAILABLE,
          UNKNOWN_PARAMETER,
          NOT_ACCEPTABLE,
          REQUEST_TIMEOUT,
          ADDRESS_TOO_LONG,
          TOO_MANY_REQUESTS,
          HEADERS_TOO_LARGE,
          INTERNAL,
          BUSY);

  static final Set<ProblemType> BODY =
      EnumSet.of(MALFORMED_JSON, LENGTH_REQUIRED, BODY_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE);

  static final Set<ProblemType> VERSION = EnumSet.of(STALE, IF_MATCH_MISSING);

  private static final Map<String, Set<ProblemType>> TABLE = new TreeMap<>();

  static {
    can("applyImport importAgents importCatalogue", STALE);
    can(
        "archiveDocument archivePartner archiveProcedure archiveSite changeIntegrator changeWebhook correctVisitor createAgent createWebhook createWorkshop deleteEvent deletePermanence deleteWorkshop disableAgent joinWaitlist openSite pingWebhook redeliverWebhook renewIntegratorKey renewWebhookSecret replayWebhook setImportAside undoAgentImport undoCatalogueImport undoDeparture undoImport undoRelease",
        CONFLICT);
    can("becomeFirstAdministrator", LINK_EXPIRED, LINK_USED);
    can("bookFollowUp", CONFLICT, SLOT_CLOSED, SLOT_TAKEN);
    can("callNext", COUNTER_BUSY, COUNTER_CLOSED, COUNTER_TAKEN);
    can("callTicket", ACTION_NOT_ALLOWED, COUNTER_BUSY, COUNTER_TAKEN);
    can("cancelBooking", CONFLICT, TOO_LATE_TO_CHANGE);
    can("cancelBookingBySlip", TOO_LATE_TO_CHANGE, TOO_MANY_CODES);
    can(
        "cancelSession confirmSession delaySession holdSession reinstateSession stopSession unconfirmSession",
        SESSION_ACTION_NOT_ALLOWED);
    can("changePermanence", CAPACITY_BELOW_TAKEN, DECISIONS_MISSING);
    can(
        "changeSeries",
        CAPACITY_BELOW_TAKEN,
        CONFLICT,
        DECISIONS_MISSING,
        NOT_FOUND,
        SLOT_CLOSED,
        SLOT_TAKEN);
    can("closeCounter deleteCounter", COUNTER_BUSY);
    can("confirmByLink", LINK_CANCELLED, LINK_EXPIRED, LINK_HANDED_OVER, LINK_OVER, LINK_USED);
    can(
        "createArrival",
        ALREADY_CANCELLED,
        CONFLICT,
        FORBIDDEN,
        NOT_OPEN,
        NOT_TODAY,
        SESSION_OVER,
        SLOT_CLOSED,
        SLOT_TAKEN);
    can(
        "createBooking",
        CALL_THE_HOUSE,
        FORBIDDEN,
        HOLD_USED,
        NOT_FOUND,
        PROOF_NEEDED,
        SLOT_CLOSED,
        SLOT_TAKEN,
        TOO_MANY_BOOKINGS);
    can("createCalendarFeed", CONFLICT, NOT_FOUND);
    can(
        "createEvent listCalendarFeeds listLocalOutbox listSessions makeDemoPermanences previewPermanence",
        NOT_FOUND);
    can(
        "createHold",
        CALL_THE_HOUSE,
        FORBIDDEN,
        NOT_FOUND,
        PROOF_NEEDED,
        SLOT_CLOSED,
        SLOT_TAKEN,
        TOO_MANY_HOLDS);
    can("createLateEntry", ALREADY_CANCELLED, CONFLICT);
    can("createTicket", BY_APPOINTMENT, FORBIDDEN, NO_MORE_NUMBERS, NOT_OPEN, SESSION_OVER);
    can("extendHold", HOLD_ALREADY_EXTENDED, HOLD_USED);
    can(
        "finishTicket leaveTicket missTicket parkTicket resumeTicket startTicket",
        ACTION_NOT_ALLOWED);
    can("getPartnerFigures", NOT_FOUND);
    can("listChanges", CHANGES_GONE);
    can("listEvents listProcedures", FORBIDDEN);
    can("listSlots listSlotsBySite", NOT_FOUND);
    can("markAllPresent", NOT_BEGUN);
    can("markBooking", ALREADY_CANCELLED, ATTENDANCE_NOT_ALLOWED, NOT_BEGUN);
    can("markTicket", ATTENDANCE_NOT_ALLOWED);
    can("noteCall", ALREADY_CANCELLED, CALL_SETTLED, SLOT_TAKEN, STALE);
    can("openBookingBySlip", NOT_FOUND, TOO_MANY_CODES);
    can("registerArrival", ALREADY_CANCELLED);
    can(
        "rescheduleBooking",
        ALREADY_CANCELLED,
        CONFLICT,
        HOLD_USED,
        SLOT_CLOSED,
        SLOT_TAKEN,
        TOO_LATE_TO_CHANGE);
    can("resendMessage", NOT_RESENDABLE);
    can("takePassword", LINK_EXPIRED, LINK_USED);
    can("transferTicket", ACTION_NOT_ALLOWED, NO_MORE_NUMBERS, SESSION_OVER);
    can("undoTicket", ACTION_NOT_ALLOWED, COUNTER_BUSY, COUNTER_CLOSED, STALE);
  }

  private Refusals() {}

  private static void can(String operations, ProblemType... types) {
    for (String operation : operations.split(" ")) {
      if (TABLE.put(operation, EnumSet.copyOf(List.of(types))) != null) {
        throw new IllegalStateException(operation + " stands twice in the table of refusals");
      }
    }
  }

  static Set<ProblemType> of(String operation) {
    return TABLE.getOrDefault(operation, Set.of());
  }

  /** Whom the table names. */
  static Set<String> operations() {
    return Collections.unmodifiableSet(TABLE.keySet());
  }
}
