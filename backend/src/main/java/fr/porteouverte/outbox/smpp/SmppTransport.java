package fr.porteouverte.outbox.smpp;

import fr.porteouverte.outbox.Content;
import fr.porteouverte.outbox.GsmText;
import fr.porteouverte.outbox.OutboxMessage;
import fr.porteouverte.outbox.SendResult;
import fr.porteouverte.outbox.Transport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;

/**
 * Hands a text over piece by piece. An answer that is lost means that the piece is sent again: it
 * may arrive twice, and is never lost. Pieces that were accepted are not sent again.
 */
@ApplicationScoped
public class SmppTransport implements Transport {
  @Inject SmppLinks links;
  @Inject SentPieces sent;

  /** Whether any house has an account. */
  public boolean any() {
    return links.count() > 0;
  }

  /** Whether the message's house has an account. */
  public boolean serves(OutboxMessage message) {
    return links.of(message).isPresent();
  }

  @Override
  public SendResult send(OutboxMessage message, Content content) {
    SmppLink link = links.of(message).orElseThrow();
    List<String> pieces = GsmText.pieces(content.text());
    boolean unicode = GsmText.unicode(content.text());
    // Another number gets the whole text, however much of it the one before has.
    int mark = Objects.hash(content.to(), content.text());
    Set<Integer> accepted = message.attempts() > 1 ? sent.accepted(message, mark) : Set.of();
    for (int number = 1; number <= pieces.size(); number++) {
      if (accepted.contains(number)) {
        continue;
      }
      byte[] octets = octets(pieces, number, unicode, mark);
      try {
        String id =
            Objects.requireNonNullElse(
                link.submit(content.to(), octets, pieces.size() > 1, unicode), "");
        sent.accepted(
            message, new SentPieces.Piece(link.account().name(), id, number, pieces.size(), mark));
      } catch (NegativeResponseException no) {
        return refused(no.getCommandStatus());
      } catch (PDUException | InvalidResponseException unreadable) {
        return new SendResult.Later("gateway-refused", false);
      } catch (IOException | ResponseTimeoutException silent) {
        return unreachable("gateway-unreachable");
      }
    }
    return new SendResult.Accepted(null, pieces.size());
  }

  /** Each of several with its number: 3GPP TS 23.040, 9.2.3.24.1. */
  private static byte[] octets(List<String> pieces, int number, boolean unicode, int mark) {
    byte[] text = GsmText.octets(pieces.get(number - 1), unicode);
    if (pieces.size() == 1) {
      return text;
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.writeBytes(
        new byte[] {5, 0, 3, (byte) (mark ^ mark >>> 8), (byte) pieces.size(), (byte) number});
    octets.writeBytes(text);
    return octets.toByteArray();
  }

  private SendResult refused(int status) {
    return switch (status) {
      case SMPPConstant.STAT_ESME_RINVDSTADR -> new SendResult.Refused("number-refused");
      case SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL ->
          unreachable("gateway-throttled");
      default -> new SendResult.Later("gateway-refused", false);
    };
  }

  /** One account that is silent is no reason to leave the others' messages. */
  private SendResult unreachable(String reason) {
    return new SendResult.Later(reason, true, links.count() > 1);
  }
}
