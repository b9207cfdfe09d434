package fr.porteouverte.message.letter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The mail for those who read text. */
final class PlainLetter {
  private PlainLetter() {}

  static String of(LetterPage page) {
    StringBuilder text = new StringBuilder();
    paragraphs(text, page.opening());
    fact(text, page.word("when"), page.when());
    fact(text, page.word("reason"), page.reason());
    fact(text, page.word("before"), page.previous());
    fact(text, page.word("now"), page.current());
    fact(text, page.word("keptUntil"), page.keptUntil());
    fact(text, page.word("where"), page.site() + ", " + page.address());
    fact(text, page.word("phone"), page.phone());
    fact(text, page.word("what"), page.procedure());
    fact(text, page.word("with"), page.partner());
    fact(text, page.word("reference"), page.reference());
    text.append('\n');
    list(text, page.word("papers"), page.papers());
    list(text, page.word("papersIfApplies"), page.papersIfApplies());
    if (page.withoutPapers()) {
      text.append(page.word("noPapers")).append("\n\n");
    }
    list(
        text,
        page.word("alternatives"),
        page.alternatives().stream()
            .map(
                other ->
                    other.link() == null ? other.text() : other.text() + " :\n  " + other.link())
            .toList());
    text.append(page.buttonText()).append(" :\n").append(page.link()).append("\n\n");
    paragraphs(text, page.closing());
    text.append("-- \n");
    if (page.personal()) {
      text.append(page.word("private")).append('\n').append(page.word("stop")).append('\n');
    }
    return text.append(page.sentBy()).append('\n').toString();
  }

  private static void paragraphs(StringBuilder text, List<List<String>> paragraphs) {
    paragraphs.forEach(lines -> text.append(String.join("\n", lines)).append("\n\n"));
  }

  private static void fact(StringBuilder text, String name, @Nullable String value) {
    if (value != null) {
      text.append(name).append(" : ").append(value).append('\n');
    }
  }

  private static void list(StringBuilder text, String title, List<String> items) {
    if (!items.isEmpty()) {
      text.append(title).append(" :\n");
      items.forEach(item -> text.append("- ").append(item).append('\n'));
      text.append('\n');
    }
  }
}
