package fr.porteouverte.message.rollcall;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What a message to a partner's agent is for. */
enum RollCallKind {
  /** Some days before the deadline: will you be there? */
  rollCall,
  /** At the deadline, when nobody said so. */
  rollCallReminder,
  /** A colleague hands a session over. */
  handedOver,
  /** The house, or a colleague, called off a session that the agent was to hold. */
  calledOff,
  /** The calendar gave it other hours. */
  hoursChanged;

  static Set<String> names() {
    return Arrays.stream(values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());
  }
}
