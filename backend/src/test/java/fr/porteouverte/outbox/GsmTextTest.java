package fr.porteouverte.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.commons.charset.CharsetUtil;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GsmTextTest {

  @Test
  void french_stays_in_the_alphabet_and_loses_as_little_as_it_can() {
    assertThat(GsmText.of("Hôtel de ville – l’accueil « été » à 9\u00a0h, déjà reçu…"))
        .isEqualTo("Hotel de ville - l'accueil \" été \" à 9 h, déjà recu...");
    assertThat(GsmText.unicode(GsmText.of("Œuvre, Čapek, Łódź"))).isTrue();
    assertThat(GsmText.of("Čapek")).isEqualTo("Capek");
  }

  @Test
  void one_message_has_160_places_and_each_of_several_153() {
    assertThat(GsmText.segments("a".repeat(160))).isEqualTo(1);
    assertThat(GsmText.segments("a".repeat(161))).isEqualTo(2);
    assertThat(GsmText.segments("a".repeat(306))).isEqualTo(2);
    assertThat(GsmText.segments("a".repeat(307))).isEqualTo(3);
  }

  @Test
  void the_euro_and_braces_take_two_places_and_are_never_cut() {
    assertThat(GsmText.length("{€}")).isEqualTo(6);
    assertThat(GsmText.segments("a".repeat(159) + "€")).isEqualTo(2);
    assertThat(GsmText.segments("a".repeat(152) + "€".repeat(77))).isEqualTo(3);
  }

  @Test
  void one_strange_letter_makes_all_of_it_dear() {
    assertThat(GsmText.unicode("Я")).isTrue();
    assertThat(GsmText.segments("Я" + "a".repeat(69))).isEqualTo(1);
    assertThat(GsmText.segments("Я" + "a".repeat(70))).isEqualTo(2);
    assertThat(GsmText.segments("😀".repeat(35))).isEqualTo(1);
    assertThat(GsmText.segments("😀".repeat(36))).isEqualTo(2);
  }

  @Property
  void made_plain_twice_is_made_plain_once_and_never_dearer(@ForAll String text) {
    String plain = GsmText.of(text);
    assertThat(GsmText.of(plain)).isEqualTo(plain);
    if (!GsmText.unicode(text)) {
      assertThat(plain).isEqualTo(text);
    }
  }

  /** Cloudhopper has a table of its own. */
  @Test
  void every_sign_of_the_alphabet_is_the_octet_that_others_read() {
    String all =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRS"
            + "TUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€";
    assertThat(GsmText.unicode(all)).isFalse();
    assertThat(CharsetUtil.decode(GsmText.octets(all, false), CharsetUtil.CHARSET_GSM))
        .isEqualTo(all);
    assertThat(CharsetUtil.decode(GsmText.octets("Я😀", true), CharsetUtil.CHARSET_UCS_2))
        .isEqualTo("Я😀");
  }

  @Property
  void pieces_are_the_text_and_none_is_too_long(@ForAll String text) {
    boolean wide = GsmText.unicode(text);
    var pieces = GsmText.pieces(text);
    assertThat(String.join("", pieces)).isEqualTo(text);
    int most = pieces.size() == 1 ? (wide ? 140 : 160) : (wide ? 134 : 153);
    assertThat(pieces)
        .allSatisfy(
            piece -> assertThat(GsmText.octets(piece, wide).length).isLessThanOrEqualTo(most));
  }
}
