package fr.porteouverte.message;

import fr.porteouverte.text.Text;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why a message did not arrive, for those who read no codes. */
final class Reasons {
  private static final Map<String, Text> TEXTS =
      Map.ofEntries(
          reason(
              "mailbox-unknown",
              "Cette adresse e-mail n’existe pas.",
              "This e-mail address does not exist."),
          reason(
              "mailbox-refused",
              "La boîte de la personne a refusé le message.",
              "The person's mailbox refused the message."),
          reason(
              "mailbox-busy",
              "La boîte de la personne ne prend rien pour le moment.",
              "The person's mailbox takes nothing for the moment."),
          reason(
              "server-unreachable",
              "Le serveur de messagerie ne répond pas. Le message partira plus tard.",
              "The mail server does not answer. The message will go later."),
          reason(
              "server-refused",
              "Le serveur de messagerie a refusé le message.",
              "The mail server refused the message."),
          reason(
              "gateway-unreachable",
              "Le service de SMS ne répond pas. Le message partira plus tard.",
              "The SMS service does not answer. The message will go later."),
          reason(
              "gateway-refused",
              "Le service de SMS a refusé le message.",
              "The SMS service refused the message."),
          reason(
              "gateway-throttled",
              "Le service de SMS est occupé. Le message partira plus tard.",
              "The SMS service is busy. The message will go later."),
          reason(
              "number-refused",
              "Le service de SMS refuse ce numéro.",
              "The SMS service refuses this number."),
          reason(
              "undelivered",
              "Le téléphone n’a pas reçu le SMS.",
              "The phone did not get the text message."),
          reason("no-gateway", "Aucun service de SMS n’est réglé.", "No SMS service is set up."),
          reason(
              "too-late",
              "Trop tard pour être utile : le message n’est pas parti.",
              "Too late to be of use: the message did not go."),
          reason(
              "nobody-to-call",
              "Personne n’a pu être prévenu : à dire quand la personne viendra.",
              "Nobody could be told: to be said when the person comes."),
          reason(
              "transport-failed",
              "Le message n’a pas pu être remis. Prévenez l’assistance.",
              "The message could not be handed over. Tell support."),
          reason(
              "noting-failed",
              "La suite du message n’a pas pu être notée. Prévenez l’assistance.",
              "What follows from the message could not be noted. Tell support."),
          reason(
              "composing-failed",
              "Le message n’a pas pu être écrit. Prévenez l’assistance.",
              "The message could not be written. Tell support."));

  private Reasons() {}

  private static Map.Entry<String, Text> reason(String code, String fr, String en) {
    return Map.entry(code, new Text(fr, en));
  }

  /** Null for null. */
  static @Nullable Text of(@Nullable String code) {
    return code == null ? null : TEXTS.getOrDefault(code, new Text(code, code));
  }
}
