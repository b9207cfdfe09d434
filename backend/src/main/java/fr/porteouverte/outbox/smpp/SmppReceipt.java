package fr.porteouverte.outbox.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of a piece, once it is settled. It is said in fields (SMPP 3.4, 5.3.2.12 and
 * 5.3.2.35) or in a text that has become a custom (appendix B), whose dates are written in many
 * ways.
 */
record SmppReceipt(String id, boolean delivered) {
  private static final Pattern ID =
      Pattern.compile("\\bid:\\s*(\\S{1,65})", Pattern.CASE_INSENSITIVE);
  private static final Pattern STATE =
      Pattern.compile("\\bstat:\\s*([A-Z]+)", Pattern.CASE_INSENSITIVE);

  /** Empty: it is no receipt, or nothing is settled yet. */
  static Optional<SmppReceipt> of(DeliverSm said) {
    if (!said.isSmscDeliveryReceipt()) {
      return Optional.empty();
    }
    byte[] words = said.getShortMessage() == null ? new byte[0] : said.getShortMessage();
    String text = new String(words, StandardCharsets.ISO_8859_1);
    String id = null;
    String state = null;
    var namedId = said.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
    if (namedId != null) {
      id = namedId.getValueAsString();
    }
    var namedState = said.getOptionalParameter(OptionalParameter.Message_state.class);
    if (namedState != null) {
      state = Byte.toString(namedState.getValue());
    }
    id = id == null || id.isEmpty() ? found(ID, text) : id;
    state = state == null ? found(STATE, text) : state;
    Boolean delivered = state == null ? null : delivered(state.toUpperCase(Locale.ROOT));
    return id == null || id.length() > 65 || delivered == null
        ? Optional.empty()
        : Optional.of(new SmppReceipt(id, delivered));
  }

  /** Null: it is still on its way, or nobody knows. */
  private static @Nullable Boolean delivered(String state) {
    return switch (state) {
      case "2", "DELIVRD" -> true;
      case "3", "EXPIRED", "4", "DELETED", "5", "UNDELIV", "8", "REJECTD" -> false;
      default -> null;
    };
  }

  private static @Nullable String found(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : null;
  }
}
